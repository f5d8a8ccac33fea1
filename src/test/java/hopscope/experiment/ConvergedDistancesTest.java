package hopscope.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import hopscope.scenario.LoadedScenario;
import hopscope.scenario.Protocol;
import hopscope.simulation.NetworkView;
import hopscope.simulation.QuietObserver;
import hopscope.simulation.Runs;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Once converged, both protocols know the true hop count of every pair of real networks. */
class ConvergedDistancesTest {
    /** The distances that all nodes claim in the end, and how long the routes really are. */
    private static final class FinalDistances extends QuietObserver {
        private NetworkView network;
        private int[][] claimed;
        private int[][] walked;

        @Override
        public void begin(NetworkView view) {
            network = view;
        }

        @Override
        public void end(long nowNanos) {
            int nodes = network.topology().nodeCount();
            claimed = new int[nodes][nodes];
            walked = new int[nodes][nodes];
            for (int source = 0; source < nodes; source++) {
                for (int destination = 0; destination < nodes; destination++) {
                    if (source != destination) {
                        claimed[source][destination] = network.routes(source).distance(destination);
                        walked[source][destination] = walk(source, destination);
                    }
                }
            }
        }

        private int walk(int source, int destination) {
            boolean carriesPath = network.routes(source).carriesPath();
            int hops = 0;
            int at = carriesPath ? destination : source;
            int end = carriesPath ? source : destination;
            while (at != end && hops < 255) {
                int next = carriesPath
                        ? network.routes(source).via(at)
                        : network.routes(at).via(destination);
                assertThat(network.topology().linkBetween(at, next)).isNotNegative();
                at = next;
                hops++;
            }
            return hops;
        }
    }

    @Test
    void equalTheOracles() {
        JsonNode oracles = References.read("topologies", "oracles.json");
        for (String network : new String[] {"zoo-Abilene", "zoo-Geant2012", "zoo-Garr201201"}) {
            JsonNode oracle = oracles.get(network + ".graphml");
            LoadedScenario loaded = Runs.load(String.format(Locale.ROOT, """
                    name: converged
                    duration: 200s
                    topology: %s
                    links: {latency: 5ms, loss: 2%%}
                    """, References.topology(network)));
            assertThat(loaded.topology().nodeCount())
                    .isEqualTo(oracle.get("nodes").asInt());
            for (Protocol protocol : Protocol.values()) {
                FinalDistances distances = new FinalDistances();
                Runs.run(loaded, protocol, 1, distances);
                compare(network + ", " + protocol.label(), distances, oracle);
            }
        }
    }

    private static void compare(String what, FinalDistances distances, JsonNode oracle) {
        JsonNode histogram = oracle.get("hop_histogram_ordered_pairs");
        int[] expected = new int[histogram.size()];
        for (int i = 0; i < expected.length; i++) {
            expected[i] = histogram.get(i).asInt();
        }
        int[] counted = new int[expected.length];
        int nodes = distances.claimed.length;
        for (int source = 0; source < nodes; source++) {
            for (int destination = 0; destination < nodes; destination++) {
                if (source != destination) {
                    assertThat(distances.walked[source][destination])
                            .as("%s, %d → %d", what, source, destination)
                            .isEqualTo(distances.claimed[source][destination]);
                    counted[distances.claimed[source][destination] - 1]++;
                }
            }
        }
        assertThat(counted).as(what).isEqualTo(expected);
        // Ids in these files count from 0 in the order of the file, as our indices do.
        for (JsonNode probe : oracle.get("probes")) {
            int source = probe.get("src").asInt();
            int destination = probe.get("dst").asInt();
            assertThat(distances.claimed[source][destination])
                    .as("%s, probe %s", what, probe)
                    .isEqualTo(probe.get("hops").asInt());
        }
    }
}
