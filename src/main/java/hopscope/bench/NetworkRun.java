package hopscope.bench;

import hopscope.experiment.PeakHeap;
import hopscope.experiment.RunSeeds;
import hopscope.metrics.RunMetrics;
import hopscope.scenario.LoadedScenario;
import hopscope.scenario.Protocol;
import hopscope.scenario.ProtocolSpec;
import hopscope.scenario.Scenario;
import hopscope.simulation.Simulation;
import java.lang.management.ManagementFactory;

/**
 * One run of a scenario exactly as {@link hopscope.experiment.Experiment} does it, with the wall time at which the routes
 * came to be all reachable and all optimal.
 *
 * @param buildSeconds until the first event: nodes, links, metrics, the oracle's first distances
 * @param reachSeconds of wall time from the beginning until every route delivered; NaN if that was not
 * @param exactSeconds until every route was shortest, too; NaN if that was not
 * @param totalSeconds until the run was stopped
 * @param virtualSeconds where the virtual clock stood then
 * @param events handled
 * @param peakHeapBytes the largest heap of the process during the run, garbage included
 * @param liveHeapBytes what was live when the run was stopped and not before it: nodes, links, metrics, messages under way
 * @param ranOutOfTime whether the wall clock stopped it
 */
record NetworkRun(
        double buildSeconds,
        double reachSeconds,
        double exactSeconds,
        double totalSeconds,
        double virtualSeconds,
        long events,
        long peakHeapBytes,
        long liveHeapBytes,
        boolean ranOutOfTime) {

    /** Events between two looks at the wall clock. */
    private static final int EVENTS_PER_LOOK = 256;

    /** Runs until every route is optimal, or to the end of the scenario, or until the wall clock says stop. */
    static NetworkRun toExact(LoadedScenario loaded, Protocol protocol, double limitSeconds) {
        return new Course(loaded, protocol, limitSeconds, true).run();
    }

    /** Runs to the end of the scenario, or until the wall clock says stop. */
    static NetworkRun toEnd(LoadedScenario loaded, Protocol protocol, double limitSeconds) {
        return new Course(loaded, protocol, limitSeconds, false).run();
    }

    /** Wall nanoseconds per event, building not counted. */
    double nanosPerEvent() {
        return 1e9 * (totalSeconds - buildSeconds) / events;
    }

    private static final class Course {
        private final LoadedScenario loaded;
        private final Protocol protocol;
        private final double limitSeconds;
        private final boolean stopsWhenExact;
        private final RunMetrics metrics;
        private final long liveBefore = liveBytes();
        private final long begin = System.nanoTime();
        private long events;
        private double reachSeconds = Double.NaN;
        private double exactSeconds = Double.NaN;
        private double buildSeconds = Double.NaN;
        private boolean ranOutOfTime;

        Course(LoadedScenario loaded, Protocol protocol, double limitSeconds, boolean stopsWhenExact) {
            this.loaded = loaded;
            this.protocol = protocol;
            this.limitSeconds = limitSeconds;
            this.stopsWhenExact = stopsWhenExact;
            this.metrics = new RunMetrics(loaded.scenario());
        }

        private double elapsed() {
            return (System.nanoTime() - begin) / 1e9;
        }

        NetworkRun run() {
            PeakHeap.reset();
            Scenario scenario = loaded.scenario();
            long seed = RunSeeds.of(scenario.seed(), 0);
            Simulation simulation = new Simulation(
                    scenario, loaded.topology(), ProtocolSpec.of(protocol, scenario.routing()), seed, metrics);
            while (simulation.advance(1) && !isOver()) {
                // One event at a time, to stop where it is exact.
            }
            double total = elapsed();
            long peak = PeakHeap.bytes();
            long live = Math.max(0, liveBytes() - liveBefore);
            return new NetworkRun(
                    buildSeconds,
                    reachSeconds,
                    exactSeconds,
                    total,
                    simulation.nowNanos() / 1e9, // Asked after the heap, so that the simulation is still in it.
                    simulation.eventCount(),
                    peak,
                    live,
                    ranOutOfTime);
        }

        /** Collects all garbage, which takes about a second for each few gigabytes. */
        private static long liveBytes() {
            System.gc();
            return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        }

        private boolean isOver() {
            if (events++ % EVENTS_PER_LOOK == 0) {
                double seconds = elapsed();
                buildSeconds = Double.isNaN(buildSeconds) ? seconds : buildSeconds;
                ranOutOfTime = seconds > limitSeconds;
            }
            if (Double.isNaN(reachSeconds) && metrics.reachHolds()) {
                reachSeconds = elapsed();
            }
            if (Double.isNaN(exactSeconds) && metrics.optimalHolds()) {
                exactSeconds = elapsed();
            }
            return ranOutOfTime || (stopsWhenExact && !Double.isNaN(exactSeconds));
        }
    }
}
