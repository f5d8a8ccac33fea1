package hopscope.simulation;

import hopscope.scenario.LoadedScenario;
import hopscope.scenario.Protocol;
import hopscope.scenario.ProtocolSpec;
import hopscope.scenario.ScenarioException;
import hopscope.scenario.ScenarioLoader;
import java.nio.file.Path;
import java.util.List;

/** Short ways to load and run scenarios in tests. */
public final class Runs {
    private Runs() {}

    /** A scenario from text; files in it are relative to the project's root. */
    public static LoadedScenario load(String text, String... overrides) {
        try {
            return ScenarioLoader.load("test.yaml", text, Path.of("."), List.of(overrides));
        } catch (ScenarioException e) {
            throw new AssertionError("scenario refused: " + e.problems() + "\n" + text, e);
        }
    }

    /** A scenario from a file below the project's root. */
    public static LoadedScenario loadFile(String file, String... overrides) {
        try {
            return ScenarioLoader.load(Path.of(file), List.of(overrides));
        } catch (ScenarioException e) {
            throw new AssertionError("scenario refused: " + e.problems(), e);
        }
    }

    /** Runs to the end under an observer. */
    public static Simulation run(LoadedScenario loaded, Protocol protocol, long seed, SimulationObserver observer) {
        return run(loaded, ProtocolSpec.of(protocol, loaded.scenario().routing()), seed, observer);
    }

    /** Runs an entry to the end under an observer. */
    public static Simulation run(LoadedScenario loaded, ProtocolSpec entry, long seed, SimulationObserver observer) {
        Simulation simulation = new Simulation(loaded.scenario(), loaded.topology(), entry, seed, observer);
        simulation.run();
        return simulation;
    }

    /** Fingerprint of a run that nobody watches. */
    public static long fingerprint(LoadedScenario loaded, Protocol protocol, long seed) {
        return run(loaded, protocol, seed, new QuietObserver()).fingerprint();
    }
}
