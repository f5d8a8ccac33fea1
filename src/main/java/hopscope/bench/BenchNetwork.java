package hopscope.bench;

import hopscope.scenario.LoadedScenario;
import hopscope.scenario.ScenarioException;
import hopscope.scenario.ScenarioLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * A network that the benchmark runs, as a scenario such as a user could write.
 *
 * @param title in a few words
 * @param nodes how many it has
 * @param links how many it has, about
 * @param topology the scenario's line of that name
 */
record BenchNetwork(String title, int nodes, int links, String topology) {
    private static final String LINKS = "{latency: 10ms}";
    private static final String GOSSIP = "{interval: 1s}";

    /** Barabási–Albert with two links for each new node. */
    static BenchNetwork scaleFree(int nodes) {
        String title = String.format(Locale.ROOT, "scale-free, %,d nodes", nodes);
        return new BenchNetwork(
                title, nodes, 2 * nodes, "{generate: barabasi-albert, nodes: " + nodes + ", attach: 2}");
    }

    /** A square torus. */
    static BenchNetwork torus(int side) {
        return new BenchNetwork(title("torus", side), side * side, 2 * side * side, square("torus", side));
    }

    /** A square grid. */
    static BenchNetwork grid(int side) {
        return new BenchNetwork(title("grid", side), side * side, 2 * side * (side - 1), square("grid", side));
    }

    private static String title(String kind, int side) {
        return kind + " " + side + "×" + side;
    }

    private static String square(String generator, int side) {
        return "{generate: " + generator + ", rows: " + side + ", columns: " + side + "}";
    }

    /** The scenario over links of 10 ms, with gossip every second. */
    LoadedScenario scenario(String duration, String... furtherLines) {
        return scenarioOver(LINKS, duration, furtherLines);
    }

    /** The scenario over links of any kind. */
    LoadedScenario scenarioOver(String linkModel, String duration, String... furtherLines) {
        return load(linkModel, duration, 1, GOSSIP, String.join("\n", furtherLines));
    }

    /** The scenario over links of 10 ms with other settings of source routing. */
    LoadedScenario scenarioWith(String sourceRouting, String duration, String... furtherLines) {
        return load(LINKS, duration, 1, sourceRouting, String.join("\n", furtherLines));
    }

    /** The scenario with several replications. */
    LoadedScenario replicated(String duration, int replications) {
        return load(LINKS, duration, replications, GOSSIP, "");
    }

    private LoadedScenario load(
            String linkModel, String duration, int replications, String sourceRouting, String furtherLines) {
        String text = String.format(
                Locale.ROOT, """
                name: bench
                seed: 1
                duration: %s
                replications: %d
                topology: %s
                links: %s
                routing:
                  source-routing: %s
                  distance-vector: {interval: 1s}
                %s
                """, duration, replications, topology, linkModel, sourceRouting, furtherLines);
        try {
            return ScenarioLoader.load("bench.yaml", text, Path.of(""), List.of());
        } catch (ScenarioException e) {
            throw new IllegalStateException("a scenario of the benchmark is wrong", e);
        }
    }
}
