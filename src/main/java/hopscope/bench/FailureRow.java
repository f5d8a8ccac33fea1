package hopscope.bench;

import hopscope.bench.BenchFigure.Target;
import hopscope.experiment.RunSeeds;
import hopscope.metrics.RunMetrics;
import hopscope.scenario.LoadedScenario;
import hopscope.scenario.Protocol;
import hopscope.scenario.ProtocolSpec;
import hopscope.simulation.FaultStrike;
import hopscope.simulation.ForwardingObserver;
import hopscope.simulation.Simulation;
import java.util.List;
import java.util.Locale;

/**
 * One link of a converged scale-free network fails: wall time from the failure until the verdict. The failure strikes when
 * every route has come to be a shortest one, whenever that is.
 *
 * @param name of the row
 * @param protocol that routes
 * @param network whose first link fails
 */
record FailureRow(String name, Protocol protocol, BenchNetwork network) implements BenchRow {
    /** Longer than any of them takes to converge; the run is over soon after the failure. */
    private static final String DURATION = "3600s";

    /** From the failure until the verdict: twice the time without a change after which routes count as settled. */
    private static final int AFTER_SECONDS = 20;

    private static final double TARGET_SECONDS = 3;

    @Override
    public String about() {
        return protocol.label() + ", " + network.title() + ", converged; one link fails, to the verdict 20 s later";
    }

    @Override
    public Needs needs() {
        Needs start = ColdStartRow.networkNeeds(protocol, network);
        return new Needs(1.5 * start.seconds(), start.heapBytes());
    }

    @Override
    public List<BenchFigure> run(BenchSettings settings) {
        LoadedScenario loaded = network.scenario(DURATION, "faults:", "  - {when: converged, link-down: [0, 1]}");
        return List.of(new Course(loaded, settings.limitSeconds()).run());
    }

    /** The failure as the simulation tells of it. */
    private static final class Failure extends ForwardingObserver {
        private long struckNanos = -1;

        Failure(RunMetrics metrics) {
            super(metrics);
        }

        @Override
        public void struck(long nowNanos, FaultStrike strike) {
            struckNanos = nowNanos;
            super.struck(nowNanos, strike);
        }
    }

    private final class Course {
        private final double limitSeconds;
        private final RunMetrics metrics;
        private final Failure failure;
        private final Simulation simulation;
        private long failedAt;
        private long tookInAt;

        Course(LoadedScenario loaded, double limitSeconds) {
            this.limitSeconds = limitSeconds;
            this.metrics = new RunMetrics(loaded.scenario());
            this.failure = new Failure(metrics);
            ProtocolSpec spec = ProtocolSpec.of(protocol, loaded.scenario().routing());
            long seed = RunSeeds.of(loaded.scenario().seed(), 0);
            this.simulation = new Simulation(loaded.scenario(), loaded.topology(), spec, seed, failure);
        }

        BenchFigure run() {
            long begin = System.nanoTime();
            long before = begin;
            while (simulation.advance(1)) {
                long now = System.nanoTime();
                if (failedAt == 0 && failure.struckNanos >= 0) {
                    failedAt = before; // The event that is just over is the failure.
                    tookInAt = now;
                }
                if (failedAt != 0 && virtualSinceFailure() >= AFTER_SECONDS) {
                    return figure(now);
                }
                if ((now - begin) / 1e9 > limitSeconds) {
                    return missing(String.format(Locale.ROOT, "did not finish in %.0f s", limitSeconds));
                }
                before = now;
            }
            return missing("did not converge");
        }

        private double virtualSinceFailure() {
            return (simulation.nowNanos() - failure.struckNanos) / 1e9;
        }

        private BenchFigure figure(long now) {
            long since = metrics.optimalSinceNanos();
            String exact = since < 0
                    ? ""
                    : String.format(Locale.ROOT, ", exact after %.1f s", (since - failure.struckNanos) / 1e9);
            String note = String.format(
                    Locale.ROOT,
                    "failure at %.1f s of virtual time; verdict: %s%s; %.2f s in the event of the failure, oracle included",
                    failure.struckNanos / 1e9,
                    metrics.verdict(simulation.nowNanos()).label(),
                    exact,
                    (tookInAt - failedAt) / 1e9);
            return BenchFigure.of(name, (now - failedAt) / 1e9, "s", Target.atMost(TARGET_SECONDS), note);
        }

        private BenchFigure missing(String reason) {
            String clock =
                    String.format(Locale.ROOT, "; the virtual clock stood at %.1f s", simulation.nowNanos() / 1e9);
            return BenchFigure.missing(name, "s", Target.atMost(TARGET_SECONDS), reason + clock);
        }
    }
}
