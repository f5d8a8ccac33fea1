package hopscope.bench;

import hopscope.bench.BenchFigure.Target;
import hopscope.experiment.Experiment;
import hopscope.scenario.LoadedScenario;
import java.util.List;

/** Four runs of one experiment on one thread and on two; short ones, so that the best of several counts. */
final class ReplicationsRow implements BenchRow {
    @Override
    public String name() {
        return "replications";
    }

    @Override
    public String about() {
        return "two replications of both protocols, 1,000 nodes, on two threads against one";
    }

    @Override
    public Needs needs() {
        return new Needs(15, 500_000_000L);
    }

    @Override
    public List<BenchFigure> run(BenchSettings settings) {
        int repetitions = settings.repetitions();
        LoadedScenario loaded = BenchNetwork.scaleFree(1_000).replicated("30s", 2);
        double one = Double.POSITIVE_INFINITY;
        double two = Double.POSITIVE_INFINITY;
        for (int i = 0; i < repetitions; i++) {
            one = Math.min(one, seconds(loaded, 1));
            two = Math.min(two, seconds(loaded, 2));
        }
        return List.of(new BenchFigure(name(), two, "s", null, "one thread", one, one / two, Target.atLeast(1.8), ""));
    }

    private static double seconds(LoadedScenario loaded, int jobs) {
        return new Experiment(loaded.scenario(), loaded.topology())
                        .run(jobs, run -> {})
                        .host()
                        .wallNanos()
                / 1e9;
    }
}
