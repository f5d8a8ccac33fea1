package hopscope.crossval;

import hopscope.experiment.RunPool;
import hopscope.experiment.RunPool.Run;
import hopscope.metrics.Measurements;
import hopscope.results.RunRecord;
import hopscope.scenario.LoadedScenario;
import hopscope.simulation.Simulation;
import hopscope.testbed.Testbed;
import hopscope.testbed.TestbedOptions;
import hopscope.testbed.TestbedRun;
import java.util.List;
import java.util.function.Consumer;

/** Does the runs of both sides. */
public final class SampledRuns {
    private SampledRuns() {}

    /**
     * All runs of a scenario in the simulator.
     *
     * @param jobs threads
     */
    public static List<SampledRun> simulate(LoadedScenario loaded, int jobs) {
        return RunPool.doAll(RunPool.runsOf(loaded.scenario()), jobs, run -> simulated(run, loaded), run -> {});
    }

    private static SampledRun simulated(Run run, LoadedScenario loaded) {
        SamplingObserver observer = new SamplingObserver(loaded.scenario());
        Simulation simulation =
                new Simulation(loaded.scenario(), loaded.topology(), run.protocol(), run.seed(), observer);
        simulation.run();
        return sampled(run, observer, observer.metrics().measurements(simulation), new double[0]);
    }

    /**
     * All runs of a scenario on the testbed: each takes its whole duration in real time.
     *
     * @param jobs runs at a time
     * @param finished told each run that is done, from any thread, one at a time
     */
    public static List<SampledRun> measure(
            LoadedScenario loaded, TestbedOptions options, int jobs, Consumer<SampledRun> finished) {
        TestbedRun.warmUp(loaded.scenario(), loaded.topology(), options);
        return RunPool.doAll(RunPool.runsOf(loaded.scenario()), jobs, run -> measured(run, loaded, options), finished);
    }

    private static SampledRun measured(Run run, LoadedScenario loaded, TestbedOptions options) {
        SamplingObserver observer = new SamplingObserver(loaded.scenario());
        TestbedRun course =
                new TestbedRun(loaded.scenario(), loaded.topology(), run.protocol(), run.seed(), observer, options);
        course.run();
        Measurements measurements = observer.metrics().measurements(course.eventCount(), Testbed.NO_FINGERPRINT);
        return sampled(run, observer, measurements, course.latenessMillis());
    }

    private static SampledRun sampled(
            Run run, SamplingObserver observer, Measurements measurements, double[] latenessMillis) {
        RunRecord record = new RunRecord(run.protocol().name(), run.replication(), run.seed(), measurements);
        return new SampledRun(record, observer.latenciesMillis(), observer.hops(), latenessMillis);
    }
}
