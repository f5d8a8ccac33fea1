package hopscope.topology;

import static org.assertj.core.api.Assertions.assertThat;

import org.jgrapht.GraphMetrics;
import org.jgrapht.alg.connectivity.BiconnectivityInspector;
import org.junit.jupiter.api.Test;

class TopologyFiguresTest {
    @Test
    void describesASmallNetworkByHand() {
        // A triangle 0-1-2 with the tail 2-3-4, and node 5 alone.
        Topology topology = Networks.of(
                6, new int[] {0, 1}, new int[] {1, 2}, new int[] {0, 2}, new int[] {2, 3}, new int[] {3, 4});
        TopologyFigures figures = TopologyFigures.of(topology);
        assertThat(figures.nodes()).isEqualTo(6);
        assertThat(figures.links()).isEqualTo(5);
        assertThat(figures.components()).isEqualTo(2);
        assertThat(figures.largestComponent()).isEqualTo(5);
        assertThat(figures.largestComponentLinks()).isEqualTo(5);
        assertThat(figures.degreeMin()).isZero();
        assertThat(figures.degreeMean()).isEqualTo(10 / 6.0);
        assertThat(figures.degreeMax()).isEqualTo(3);
        assertThat(figures.diameter()).isEqualTo(3);
        assertThat(figures.averageShortestPath()).isEqualTo(34 / 20.0);
        assertThat(figures.cutNodes()).isEqualTo(2);
        assertThat(figures.bridges()).isEqualTo(2);
        assertThat(figures.hopHistogram()).containsExactly(10L, 6L, 4L);
    }

    @Test
    void describesASingleNode() {
        TopologyFigures figures = TopologyFigures.of(Networks.of(1));
        assertThat(figures.diameter()).isZero();
        assertThat(figures.averageShortestPath()).isZero();
        assertThat(figures.hopHistogram()).isEmpty();
        assertThat(figures.cutNodes()).isZero();
    }

    @Test
    void describesNoNodesAtAll() {
        TopologyFigures figures = TopologyFigures.of(new TopologyBuilder().build());
        assertThat(figures.degreeMin()).isZero();
        assertThat(figures.components()).isZero();
    }

    @Test
    void countsWeaknessesOfALineTooLongToRecurseInto() {
        int nodes = 500_000;
        Topology line = TopologyGenerator.generate(GeneratorModel.LINE, GeneratorParameters.ofNodes(nodes), 0);
        assertThat(Weaknesses.of(line)).isEqualTo(new Weaknesses(nodes - 2, nodes - 1));
    }

    @Test
    void findsTheWeaknessesThatJgraphtFinds() {
        for (long seed = 0; seed < 400; seed++) {
            Topology topology = Networks.random(seed);
            var judge = new BiconnectivityInspector<>(Networks.jgrapht(topology));
            Weaknesses expected = new Weaknesses(
                    judge.getCutpoints().size(), judge.getBridges().size());
            assertThat(Weaknesses.of(topology)).as("seed %d", seed).isEqualTo(expected);
        }
    }

    @Test
    void findsTheDiameterThatJgraphtFinds() {
        for (long seed = 0; seed < 200; seed++) {
            Topology largest = Components.largest(Networks.random(seed));
            double expected = GraphMetrics.getDiameter(Networks.jgrapht(largest));
            assertThat((double) TopologyFigures.of(largest).diameter())
                    .as("seed %d", seed)
                    .isEqualTo(expected);
        }
    }
}
