package hopscope.testbed;

import hopscope.experiment.RunPool;
import hopscope.experiment.RunPool.Run;
import hopscope.metrics.Measurements;
import hopscope.metrics.RunMetrics;
import hopscope.results.ExperimentResult;
import hopscope.results.ExperimentResult.HostFigures;
import hopscope.results.RunRecord;
import hopscope.scenario.Metric;
import hopscope.scenario.Scenario;
import hopscope.topology.Topology;
import java.util.List;
import java.util.function.Consumer;

/** All runs of a scenario on TCP, several at a time: they mostly wait. */
public final class Testbed {
    /** A real course is never repeated exactly, so a run on the testbed has no fingerprint. */
    public static final long NO_FINGERPRINT = 0;

    private Testbed() {}

    /**
     * Does all runs of a scenario.
     *
     * @param jobs runs at a time, at least 1
     * @param finished told each run that is done, from any thread, one at a time
     * @throws TestbedException if a node cannot be started
     */
    public static ExperimentResult run(
            Scenario scenario, Topology topology, TestbedOptions options, int jobs, Consumer<RunRecord> finished) {
        TestbedRun.warmUp(scenario, topology, options);
        long start = System.nanoTime();
        List<RunRecord> records = RunPool.doAll(
                RunPool.runsOf(scenario), jobs, run -> execute(run, scenario, topology, options), finished);
        long events = records.stream()
                .mapToLong(run -> (long) run.measurements().value(Metric.EVENTS))
                .sum();
        Runtime runtime = Runtime.getRuntime();
        return new ExperimentResult(
                scenario,
                records,
                new HostFigures(System.nanoTime() - start, events, runtime.totalMemory() - runtime.freeMemory(), jobs));
    }

    private static RunRecord execute(Run run, Scenario scenario, Topology topology, TestbedOptions options) {
        RunMetrics metrics = new RunMetrics(scenario);
        TestbedRun course = new TestbedRun(scenario, topology, run.protocol(), run.seed(), metrics, options);
        course.run();
        Measurements measurements = metrics.measurements(course.eventCount(), NO_FINGERPRINT);
        return new RunRecord(run.protocol().name(), run.replication(), run.seed(), measurements);
    }
}
