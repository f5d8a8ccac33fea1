package hopscope.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import hopscope.random.RandomStream;
import hopscope.scenario.LoadedScenario;
import hopscope.simulation.Runs;
import hopscope.topology.Topology;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Which share of all ordered pairs of nodes is lost for good after one failure, for each distance-vector protocol, beside an
 * independent model.
 *
 * <p>The model gossips in steps of one interval in which every node exchanges tables with one random neighbour, without
 * latency; here nodes have intervals with jitter, and frames take a millisecond. Its first variant is the document's rule,
 * our {@code distance-vector}. Its third, textbook distance vectors with infinity 16 and without split horizon, is compared
 * with {@code distance-vector-rip} set so, which tells all neighbours: only what is left in the end can be the same. Its
 * second variant is none of ours.
 */
class OneFailureTest {
    private static final int RUNS = 40;
    private static final int FAILURE_S = 60;
    private static final int END_S = 120;

    /** Three rounds of counting to 16 at most, each with timeouts. */
    private static final int LONG_END_S = 200;

    /** The models differ in their steps, and the reference is rounded to four places. */
    private static final double MODEL_TOLERANCE = 0.005;

    private static final double STANDARD_ERRORS = 4;

    private static String topology(String network) {
        return switch (network) {
            case "ring20" -> "{generate: ring, nodes: 20}";
            case "grid5x5" -> "{generate: grid, rows: 5, columns: 5}";
            default -> "{file: ../shared/topologies/" + network + ".graphml, component: largest}";
        };
    }

    private static AfterOneFailure run(String network, String kind, String protocol, int endSeconds, long seed) {
        String text = String.format(Locale.ROOT, """
                name: one-failure
                duration: %ds
                topology: %s
                links: {latency: 1ms}
                protocols: [%s]
                """, endSeconds, topology(network), protocol);
        Topology topology = Runs.load(text).topology();
        RandomStream random = new RandomStream(seed);
        int link = random.nextInt(topology.linkCount());
        String fault = kind.equals("link")
                ? String.format(
                        "link-down: ['%s', '%s']",
                        name(topology, topology.endA(link)), name(topology, topology.endB(link)))
                : String.format("node-down: '%s'", name(topology, random.nextInt(topology.nodeCount())));
        LoadedScenario loaded = Runs.load(text + "faults: [{at: " + FAILURE_S + "s, " + fault + "}]\n");
        AfterOneFailure after = new AfterOneFailure();
        Runs.run(loaded, loaded.scenario().protocols().get(0), seed, after);
        return after;
    }

    private static String name(Topology topology, int node) {
        return topology.name(node);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ring20", "grid5x5", "zoo-Abilene"})
    void losesTheSharesOfTheIndependentModelWithTheDocumentsRule(String network) {
        JsonNode results =
                References.read("reference", "dv-failure-reference.json").get("results");
        for (String kind : new String[] {"link", "node"}) {
            JsonNode expected = results.get(network + " single " + kind + " failure V1");
            AfterOneFailure[] runs = new AfterOneFailure[RUNS];
            for (int run = 0; run < RUNS; run++) {
                runs[run] = run(network, kind, "distance-vector", END_S, run);
            }
            String what = network + ", " + kind;
            compare(runs, AfterOneFailure::delivered, expected.get("delivered").asDouble(), what + ": delivered");
            compare(runs, AfterOneFailure::looping, expected.get("looping").asDouble(), what + ": looping");
            compare(
                    runs,
                    AfterOneFailure::lost,
                    expected.get("no_or_dead_next_hop").asDouble(),
                    what + ": lost");
        }
    }

    /** Both samples have as many runs and the same spread, so their difference has twice the variance of one. */
    private static void compare(
            AfterOneFailure[] runs, ToDoubleFunction<AfterOneFailure> share, double expected, String what) {
        double sum = 0;
        double squares = 0;
        for (AfterOneFailure run : runs) {
            double value = share.applyAsDouble(run);
            sum += value;
            squares += value * value;
        }
        double mean = sum / RUNS;
        double variance = Math.max(0, squares / RUNS - mean * mean) / (RUNS - 1);
        double tolerance = STANDARD_ERRORS * Math.sqrt(2 * variance) + MODEL_TOLERANCE;
        assertThat(mean).as(what).isCloseTo(expected, within(tolerance));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ring20", "grid5x5", "zoo-Abilene"})
    void losesWhatIsFurtherThanInfinityWithRipAndNothingElse(String network) {
        JsonNode results =
                References.read("reference", "dv-failure-reference.json").get("results");
        String rip = "{use: distance-vector-rip, split-horizon: none}";
        for (String kind : new String[] {"link", "node"}) {
            JsonNode expected = results.get(network + " single " + kind + " failure V3");
            for (int run = 0; run < 5; run++) {
                AfterOneFailure after = run(network, kind, rip, LONG_END_S, run);
                String what = network + ", " + kind + ", run " + run;
                assertThat(after.looping()).as(what).isZero();
                // Exact: which pairs are 16 apart does not depend on the node or link that is missing from a ring.
                assertThat(after.lost())
                        .as(what)
                        .isCloseTo(expected.get("no_or_dead_next_hop").asDouble(), within(5e-5));
            }
        }
    }

    @Test
    void losesNothingWhenInfinityIsFurtherThanThePathsOrThereIsNone() {
        String[] protocols = {
            "{use: distance-vector-rip, infinity: 20}",
            "{use: distance-vector-rip, infinity: 20, split-horizon: simple}",
            "distance-vector-feasible"
        };
        for (String protocol : protocols) {
            for (String kind : new String[] {"link", "node"}) {
                for (int run = 0; run < 5; run++) {
                    assertThat(run("ring20", kind, protocol, END_S, run).delivered())
                            .as("%s, %s, run %d", protocol, kind, run)
                            .isEqualTo(1);
                }
            }
        }
    }
}
