package hopscope.bench;

import hopscope.bench.BenchFigure.Target;
import hopscope.metrics.RunMetrics;
import hopscope.scenario.LoadedScenario;
import hopscope.scenario.Protocol;
import hopscope.scenario.ProtocolSpec;
import hopscope.simulation.Simulation;
import java.util.List;
import java.util.Locale;

/**
 * One link of a started scale-free network fails: wall time from the failure until the verdict at the end of the run.
 *
 * @param name of the row
 * @param protocol that routes
 * @param network whose first link fails
 */
record FailureRow(String name, Protocol protocol, BenchNetwork network) implements BenchRow {
    /** Long enough for every route to be there. */
    private static final int FAILURE_SECONDS = 40;

    /** And so much longer until the verdict. */
    private static final int AFTER_SECONDS = 20;

    private static final double TARGET_SECONDS = 3;

    @Override
    public String about() {
        return protocol.label() + ", " + network.topology() + ", one link fails, to the verdict 20 s later";
    }

    @Override
    public Needs needs() {
        Needs start = ColdStartRow.networkNeeds(protocol, network);
        return new Needs(2 * start.seconds(), start.heapBytes());
    }

    @Override
    public List<BenchFigure> run(BenchSettings settings) {
        int end = FAILURE_SECONDS + AFTER_SECONDS;
        LoadedScenario loaded =
                network.scenario(end + "s", "faults:", "  - {at: " + FAILURE_SECONDS + "s, link-down: [0, 1]}");
        ProtocolSpec spec = ProtocolSpec.of(protocol, loaded.scenario().routing());
        RunMetrics metrics = new RunMetrics(loaded.scenario());
        Simulation simulation = new Simulation(loaded.scenario(), loaded.topology(), spec, 1, metrics);
        long begin = System.nanoTime();
        long before = begin;
        long failedAt = 0;
        long tookInAt = 0;
        boolean late = false;
        while (!late && simulation.advance(1)) {
            long now = System.nanoTime();
            if (failedAt == 0 && simulation.nowNanos() >= FAILURE_SECONDS * 1_000_000_000L) {
                // Faults come first at their instant, so the event that is just over is the failure.
                failedAt = before;
                tookInAt = now;
            }
            before = now;
            late = (now - begin) / 1e9 > settings.limitSeconds();
        }
        return List.of(late ? missing(settings, simulation) : figure(failedAt, tookInAt, metrics, simulation));
    }

    private BenchFigure figure(long failedAt, long tookInAt, RunMetrics metrics, Simulation simulation) {
        double seconds = (System.nanoTime() - failedAt) / 1e9;
        String note = String.format(
                Locale.ROOT,
                "%s; %.2f s of it in the event of the failure, oracle included",
                metrics.measurements(simulation).verdict().label(),
                (tookInAt - failedAt) / 1e9);
        return BenchFigure.of(name, seconds, "s", Target.atMost(TARGET_SECONDS), note);
    }

    private BenchFigure missing(BenchSettings settings, Simulation simulation) {
        return BenchFigure.missing(
                name,
                "s",
                Target.atMost(TARGET_SECONDS),
                String.format(
                        Locale.ROOT,
                        "did not finish in %.0f s; the virtual clock stood at %.1f s",
                        settings.limitSeconds(),
                        simulation.nowNanos() / 1e9));
    }
}
