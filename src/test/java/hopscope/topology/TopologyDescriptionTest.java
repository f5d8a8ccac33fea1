package hopscope.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class TopologyDescriptionTest {
    private static TopologyDescription triangleWithTail() {
        Topology topology = Networks.of(
                6, new int[] {0, 1}, new int[] {1, 2}, new int[] {0, 2}, new int[] {2, 3}, new int[] {3, 4});
        return TopologyDescription.of(new ImportedTopology(topology, new ImportReport(8, 1, 2, 1, 2)));
    }

    @Test
    void writesEveryFigureAsJsonInAnyLocale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG"));
            assertThat(triangleWithTail().json()).isEqualTo("""
                            {
                              "nodes": 6,
                              "links_in_file": 8,
                              "links": 5,
                              "self_loops": 1,
                              "components": 2,
                              "largest_component": 5,
                              "largest_component_links": 5,
                              "degree_min": 0,
                              "degree_mean": 1.666667,
                              "degree_max": 3,
                              "diameter": 3,
                              "average_shortest_path": 1.700000,
                              "cut_nodes": 2,
                              "bridges": 2,
                              "weighted": null,
                              "parallel_links": 2,
                              "isolated_nodes": 1,
                              "latencies": {"attribute": 0, "distance": 0, "constant": 5},
                              "notes": []
                            }
                            """);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void saysWhatWasDroppedAndWhatIsOfTheLargestComponentOnly() {
        assertThat(triangleWithTail().text()).isEqualTo("""
                        nodes       6
                        links       5 (of 8 in the file: 1 self-loop dropped, 2 parallel links merged)
                        components  2 (1 isolated node)
                        degree      0 to 3, mean 1.666667

                        largest component: 5 nodes, 5 links
                        diameter    3 hops
                        mean path   1.700000 hops
                        cut nodes   2
                        bridges     2
                        """);
    }

    @Test
    void staysShortForAConnectedNetwork() {
        Topology pair = Networks.of(2, new int[] {0, 1});
        TopologyDescription description =
                TopologyDescription.of(new ImportedTopology(pair, new ImportReport(1, 0, 0, 0, 1)));
        assertThat(description.text()).isEqualTo("""
                        nodes       2
                        links       1
                        components  1
                        degree      1 to 1, mean 1.000000
                        diameter    1 hop
                        mean path   1.000000 hops
                        cut nodes   0
                        bridges     1
                        """);
    }

    @Test
    void measuresWeightsAndMarksWhatIsSampled() {
        TopologyBuilder line = new TopologyBuilder().nodes(40_000);
        for (int node = 1; node < 40_000; node++) {
            line.link(node - 1, node).link(node / 2, node);
        }
        TopologyDescription large =
                TopologyDescription.of(new ImportedTopology(line.build(), new ImportReport(79_998, 0, 0, 0, 1)));
        assertThat(large.figures().sampledSources()).isBetween(1_000, 39_999);
        assertThat(large.json())
                .contains("\"sampled_sources\": " + large.figures().sampledSources());
        assertThat(large.text()).contains("diameter    at least ", "(sampled: from ");
    }
}
