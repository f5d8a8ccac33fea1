package hopscope.selftest;

import hopscope.metrics.Measurements;
import hopscope.metrics.RunMetrics;
import hopscope.scenario.LoadedScenario;
import hopscope.scenario.ScenarioException;
import hopscope.scenario.ScenarioLoader;
import hopscope.simulation.Simulation;
import hopscope.simulation.SimulationObserver;
import hopscope.topology.Topology;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** A scenario with one protocol, written as any user would write it, to be run under several seeds. */
final class Trial {
    private final LoadedScenario loaded;

    private Trial(LoadedScenario loaded) {
        this.loaded = loaded;
    }

    /**
     * A trial of a scenario.
     *
     * @param yaml with the conversions of {@link String#format}
     */
    static Trial of(String yaml, Object... values) {
        String text = String.format(Locale.ROOT, yaml, values);
        try {
            return new Trial(ScenarioLoader.load("selftest.yaml", text, Path.of(""), List.of()));
        } catch (ScenarioException e) {
            throw new IllegalStateException("a scenario of the selftest is refused: " + e.problems(), e);
        }
    }

    /** The network of the trial. */
    Topology topology() {
        return loaded.topology();
    }

    /** Runs to the end under an observer. */
    Simulation run(long seed, SimulationObserver observer) {
        Simulation simulation = new Simulation(
                loaded.scenario(), topology(), loaded.scenario().protocols().get(0), seed, observer);
        simulation.run();
        return simulation;
    }

    /** Runs to the end; what the usual metrics say. */
    Measurements measure(long seed) {
        RunMetrics metrics = new RunMetrics(loaded.scenario());
        return metrics.measurements(run(seed, metrics));
    }
}
