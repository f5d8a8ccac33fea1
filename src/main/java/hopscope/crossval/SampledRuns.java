package hopscope.crossval;

import hopscope.results.RunRecord;
import hopscope.scenario.LoadedScenario;
import hopscope.scenario.Scenario;
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
        Scenario scenario = loaded.scenario();
        return Testbed.runAll(
                scenario,
                jobs,
                (protocol, replication, seed) -> {
                    SamplingObserver observer = new SamplingObserver(scenario);
                    Simulation simulation = new Simulation(scenario, loaded.topology(), protocol, seed, observer);
                    simulation.run();
                    return sampled(
                            observer,
                            new double[0],
                            new RunRecord(
                                    protocol.name(),
                                    replication,
                                    seed,
                                    observer.metrics().measurements(simulation)));
                },
                run -> {});
    }

    /**
     * All runs of a scenario on the testbed: each takes its whole duration in real time.
     *
     * @param jobs runs at a time
     * @param finished told each run that is done, from any thread, one at a time
     */
    public static List<SampledRun> measure(
            LoadedScenario loaded, TestbedOptions options, int jobs, Consumer<SampledRun> finished) {
        Scenario scenario = loaded.scenario();
        TestbedRun.warmUp(scenario, loaded.topology(), options);
        return Testbed.runAll(
                scenario,
                jobs,
                (protocol, replication, seed) -> {
                    SamplingObserver observer = new SamplingObserver(scenario);
                    TestbedRun run = new TestbedRun(scenario, loaded.topology(), protocol, seed, observer, options);
                    run.run();
                    var measurements = observer.metrics().measurements(run.eventCount(), Testbed.NO_FINGERPRINT);
                    return sampled(
                            observer,
                            run.latenessMillis(),
                            new RunRecord(protocol.name(), replication, seed, measurements));
                },
                finished);
    }

    private static SampledRun sampled(SamplingObserver observer, double[] latenessMillis, RunRecord record) {
        return new SampledRun(record, observer.latenciesMillis(), observer.hops(), latenessMillis);
    }
}
