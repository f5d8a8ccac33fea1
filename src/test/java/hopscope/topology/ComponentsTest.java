package hopscope.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.jgrapht.alg.connectivity.ConnectivityInspector;
import org.junit.jupiter.api.Test;

class ComponentsTest {
    @Test
    void countsIsolatedNodes() {
        assertThat(Components.count(Networks.of(5, new int[] {1, 3}))).isEqualTo(4);
    }

    @Test
    void numbersComponentsByTheirSmallestNode() {
        Topology topology = Networks.of(6, new int[] {5, 0}, new int[] {1, 3}, new int[] {3, 4});
        assertThat(Components.labels(topology)).containsExactly(0, 1, 2, 1, 1, 0);
    }

    @Test
    void keepsNamesOrderAndLatenciesOfTheLargestComponent() {
        TopologyBuilder builder = new TopologyBuilder();
        int e = builder.node("e");
        int x = builder.node("x");
        int d = builder.node("d");
        int c = builder.node("c");
        builder.link(e, c, 7).link(c, d, 9);
        assertThat(x).isEqualTo(1);
        Topology largest = Components.largest(builder.build());
        assertThat(Networks.content(largest)).containsExactly("e", "d", "c", "0-2@7", "1-2@9");
    }

    @Test
    void takesTheComponentOfTheSmallestNodeAmongEquals() {
        Topology topology = Networks.of(5, new int[] {4, 1}, new int[] {2, 3});
        assertThat(Components.largest(topology).names()).containsExactly("1", "4");
    }

    @Test
    void returnsAConnectedNetworkAsItIs() {
        Topology topology = Networks.of(2, new int[] {0, 1});
        assertThat(Components.largest(topology)).isSameAs(topology);
    }

    @Test
    void agreesWithJgraphtOnRandomNetworks() {
        for (long seed = 0; seed < 300; seed++) {
            Topology topology = Networks.random(seed);
            var sets = new ConnectivityInspector<>(Networks.jgrapht(topology)).connectedSets();
            int largest = sets.stream().mapToInt(Set::size).max().orElseThrow();
            assertThat(Components.count(topology)).as("seed %d", seed).isEqualTo(sets.size());
            assertThat(Components.largest(topology).nodeCount())
                    .as("seed %d", seed)
                    .isEqualTo(largest);
        }
    }
}
