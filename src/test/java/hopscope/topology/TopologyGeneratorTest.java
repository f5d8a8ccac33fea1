package hopscope.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TopologyGeneratorTest {
    private static Topology generate(GeneratorModel model, GeneratorParameters parameters) {
        return TopologyGenerator.generate(model, parameters, 42);
    }

    @Test
    void drawsALineInOrder() {
        Topology line = generate(GeneratorModel.LINE, GeneratorParameters.ofNodes(4));
        assertThat(Networks.links(line)).containsExactly("0-1", "1-2", "2-3");
        assertThat(line.names()).containsExactly("0", "1", "2", "3");
    }

    @Test
    void drawsARing() {
        assertThat(Networks.links(generate(GeneratorModel.RING, GeneratorParameters.ofNodes(4))))
                .containsExactly("0-1", "0-3", "1-2", "2-3");
    }

    @Test
    void drawsAStarAroundNodeZero() {
        assertThat(Networks.links(generate(GeneratorModel.STAR, GeneratorParameters.ofNodes(4))))
                .containsExactly("0-1", "0-2", "0-3");
    }

    @Test
    void drawsACompleteNetwork() {
        assertThat(Networks.links(generate(GeneratorModel.COMPLETE, GeneratorParameters.ofNodes(4))))
                .containsExactly("0-1", "0-2", "0-3", "1-2", "1-3", "2-3");
    }

    @Test
    void numbersAGridRowByRow() {
        assertThat(Networks.links(generate(GeneratorModel.GRID, GeneratorParameters.ofRectangle(2, 3))))
                .containsExactly("0-1", "0-3", "1-2", "1-4", "2-5", "3-4", "4-5");
    }

    @Test
    void drawsAGridOfOneRowAsALine() {
        assertThat(Networks.links(generate(GeneratorModel.GRID, GeneratorParameters.ofRectangle(1, 3))))
                .containsExactly("0-1", "1-2");
    }

    @Test
    void givesEveryNodeOfATorusFourNeighbours() {
        Topology torus = generate(GeneratorModel.TORUS, GeneratorParameters.ofRectangle(3, 4));
        assertThat(torus.linkCount()).isEqualTo(24);
        for (int node = 0; node < 12; node++) {
            assertThat(torus.degree(node)).isEqualTo(4);
        }
        assertThat(torus.linkBetween(0, 3)).isNotNegative();
        assertThat(torus.linkBetween(0, 8)).isNotNegative();
    }

    @Test
    void fillsATreeLevelByLevel() {
        assertThat(Networks.links(generate(GeneratorModel.TREE, GeneratorParameters.ofTree(8, 3))))
                .containsExactly("0-1", "0-2", "0-3", "1-4", "1-5", "1-6", "2-7");
    }

    @ParameterizedTest
    @ValueSource(strings = {"LINE", "STAR", "COMPLETE", "TREE"})
    void drawsASingleNode(GeneratorModel model) {
        Topology single = generate(model, GeneratorParameters.ofTree(1, 2));
        assertThat(single.nodeCount()).isEqualTo(1);
        assertThat(single.linkCount()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"1, 2", "1, 50", "2, 3", "2, 200", "5, 6", "5, 100"})
    void linksEveryNewNodeOfABarabasiAlbertNetworkToAttachOlderOnes(int attach, int nodes) {
        Topology drawn = generate(GeneratorModel.BARABASI_ALBERT, GeneratorParameters.ofBarabasiAlbert(nodes, attach));
        assertThat(drawn.linkCount()).isEqualTo(attach * (attach + 1) / 2 + (nodes - attach - 1) * attach);
        assertThat(Components.count(drawn)).isEqualTo(1);
        int[] older = new int[nodes];
        for (int link = 0; link < drawn.linkCount(); link++) {
            older[drawn.endB(link)]++;
        }
        for (int node = attach; node < nodes; node++) {
            assertThat(older[node]).as("older neighbours of node %d", node).isEqualTo(attach);
        }
    }

    @Test
    void keepsTheLinkCountOfAWattsStrogatzNetworkWhenRewiring() {
        for (double rewire : new double[] {0, 0.1, 1}) {
            Topology drawn =
                    generate(GeneratorModel.WATTS_STROGATZ, GeneratorParameters.ofWattsStrogatz(50, 6, rewire));
            assertThat(drawn.linkCount()).isEqualTo(150);
        }
    }

    @ParameterizedTest
    @CsvSource({"2, 1", "4, 2", "6, 3", "8, 7", "9, 4", "10, 6", "10, 8", "30, 15", "30, 28", "100, 4", "101, 96"})
    void givesEveryNodeOfARandomRegularNetworkTheSameDegree(int nodes, int degree) {
        for (long seed = 0; seed < 10; seed++) {
            Topology drawn = TopologyGenerator.generate(
                    GeneratorModel.RANDOM_REGULAR, GeneratorParameters.ofRandomRegular(nodes, degree), seed);
            assertThat(drawn.linkCount()).as("seed %d", seed).isEqualTo(nodes * degree / 2);
            for (int node = 0; node < nodes; node++) {
                assertThat(drawn.degree(node)).as("seed %d", seed).isEqualTo(degree);
            }
        }
    }

    @Test
    void drawsNoLinkAtProbabilityZeroAndEveryLinkAtOne() {
        assertThat(generate(GeneratorModel.ERDOS_RENYI, GeneratorParameters.ofErdosRenyi(20, 0))
                        .linkCount())
                .isZero();
        assertThat(generate(GeneratorModel.ERDOS_RENYI, GeneratorParameters.ofErdosRenyi(20, 1))
                        .linkCount())
                .isEqualTo(190);
    }

    @Test
    void drawsAnotherNetworkFromAnotherSeed() {
        GeneratorParameters parameters = GeneratorParameters.ofErdosRenyi(50, 0.1);
        Topology first = TopologyGenerator.generate(GeneratorModel.ERDOS_RENYI, parameters, 1);
        Topology second = TopologyGenerator.generate(GeneratorModel.ERDOS_RENYI, parameters, 2);
        assertThat(Networks.links(first)).isNotEqualTo(Networks.links(second));
    }

    /** The checksums were taken on JDK 17; another JDK, or a new JGraphT that draws otherwise, shows here. */
    @ParameterizedTest
    @CsvSource({
        "ERDOS_RENYI, 597235305",
        "BARABASI_ALBERT, 3693237750",
        "WATTS_STROGATZ, 1401819730",
        "RANDOM_REGULAR, 112428480",
    })
    void drawsTheSameNetworkFromTheSameSeedOnEveryJdk(GeneratorModel model, long checksum) {
        GeneratorParameters parameters = new GeneratorParameters(300, 0, 0, 3, 0.03, 6, 0.2, 0);
        CRC32 sum = new CRC32();
        sum.update(Networks.links(generate(model, parameters)).toString().getBytes(StandardCharsets.UTF_8));
        assertThat(sum.getValue()).isEqualTo(checksum);
    }

    @Test
    void refusesWhatCannotBeDrawn() {
        refuses(GeneratorModel.RING, GeneratorParameters.ofNodes(2), "ring: nodes must be 3 to 1000000, not 2");
        refuses(GeneratorModel.LINE, GeneratorParameters.ofNodes(0), "line: nodes must be 1 to 1000000, not 0");
        refuses(GeneratorModel.STAR, GeneratorParameters.ofNodes(-1), "not -1");
        refuses(
                GeneratorModel.TORUS,
                GeneratorParameters.ofRectangle(2, 9),
                "rows and columns must each be at least 3");
        refuses(GeneratorModel.GRID, GeneratorParameters.ofRectangle(0, 9), "must each be at least 1");
        refuses(
                GeneratorModel.GRID,
                GeneratorParameters.ofRectangle(65_536, 65_536),
                "nodes must be 1 to 1000000, not 4294967296");
        refuses(GeneratorModel.TREE, GeneratorParameters.ofTree(5, 0), "branching must be at least 1, not 0");
        refuses(GeneratorModel.COMPLETE, GeneratorParameters.ofNodes(100_000), "about 4999950000 links");
    }

    @Test
    void refusesRandomModelsThatCannotBeDrawn() {
        refuses(GeneratorModel.ERDOS_RENYI, GeneratorParameters.ofErdosRenyi(5, 1.5), "probability must be 0 to 1");
        refuses(GeneratorModel.ERDOS_RENYI, GeneratorParameters.ofErdosRenyi(5, Double.NaN), "not NaN");
        refuses(
                GeneratorModel.BARABASI_ALBERT,
                GeneratorParameters.ofBarabasiAlbert(5, 5),
                "barabasi-albert: attach must be 1 to 4, not 5");
        refuses(GeneratorModel.BARABASI_ALBERT, GeneratorParameters.ofBarabasiAlbert(5, 0), "not 0");
        refuses(GeneratorModel.WATTS_STROGATZ, GeneratorParameters.ofWattsStrogatz(9, 3, 0), "degree must be even");
        refuses(GeneratorModel.WATTS_STROGATZ, GeneratorParameters.ofWattsStrogatz(10, 10, 0), "even and 2 to 8");
        refuses(GeneratorModel.WATTS_STROGATZ, GeneratorParameters.ofWattsStrogatz(10, 4, -0.1), "rewire must be 0");
        refuses(
                GeneratorModel.RANDOM_REGULAR,
                GeneratorParameters.ofRandomRegular(5, 3),
                "nodes times degree must be even, not 5 times 3");
        refuses(GeneratorModel.RANDOM_REGULAR, GeneratorParameters.ofRandomRegular(5, 5), "degree must be 1 to 4");
    }

    @Test
    void drawsWhatItsRulesJustAllow() {
        assertThat(generate(GeneratorModel.WATTS_STROGATZ, GeneratorParameters.ofWattsStrogatz(9, 8, 0.5))
                        .linkCount())
                .isEqualTo(36);
        assertThat(generate(GeneratorModel.WATTS_STROGATZ, GeneratorParameters.ofWattsStrogatz(10, 8, 0.5))
                        .linkCount())
                .isEqualTo(40);
        assertThat(generate(GeneratorModel.RING, GeneratorParameters.ofNodes(3)).linkCount())
                .isEqualTo(3);
        assertThat(generate(GeneratorModel.TORUS, GeneratorParameters.ofRectangle(3, 3))
                        .linkCount())
                .isEqualTo(18);
    }

    private static void refuses(GeneratorModel model, GeneratorParameters parameters, String sentence) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> generate(model, parameters))
                .withMessageContaining(sentence);
    }

    @Test
    void namesItsModelsInKebabCase() {
        assertThat(GeneratorModel.BARABASI_ALBERT.label()).isEqualTo("barabasi-albert");
        assertThat(GeneratorModel.LINE.label()).isEqualTo("line");
    }
}
