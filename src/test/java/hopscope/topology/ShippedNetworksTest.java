package hopscope.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hopscope.topology.format.GraphMlReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShippedNetworksTest {
    private static Topology shipped(String name) throws TopologyFormatException {
        return GraphMlReader.read(Path.of("scenarios", "topologies", name)).topology();
    }

    /** Reference: 11.52411 ms and 24.115521 ms, computed by networkx from great-circle kilometres at 200 km per ms. */
    @Test
    void givesAbileneItsDistancesInMilliseconds() throws Exception {
        Topology abilene = shipped("abilene.graphml");
        int nodes = abilene.nodeCount();
        long[] latencyNanos = new long[abilene.linkCount()];
        for (int link = 0; link < latencyNanos.length; link++) {
            latencyNanos[link] = abilene.latencyNanos(link);
            assertThat(latencyNanos[link]).isPositive();
        }
        long[] cost = ShortestPaths.symmetric(abilene, latencyNanos);
        long[] distance = new long[nodes];
        ShortestPaths paths = new ShortestPaths(abilene);
        double sumMs = 0;
        double mostMs = 0;
        for (int source = 0; source < nodes; source++) {
            paths.costs(source, cost, distance);
            for (long nanos : distance) {
                sumMs += nanos / 1e6;
                mostMs = Math.max(mostMs, nanos / 1e6);
            }
        }
        assertThat(sumMs / (nodes * (nodes - 1))).isCloseTo(11.52411, within(0.002));
        assertThat(mostMs).isCloseTo(24.115521, within(0.003));
    }

    @Test
    void leavesOutTheLatencyOfThreeLinksOfGeantOnly() throws Exception {
        Topology geant = shipped("geant.graphml");
        List<String> without = new ArrayList<>();
        for (int link = 0; link < geant.linkCount(); link++) {
            if (geant.latencyNanos(link) == Topology.NO_LATENCY) {
                without.add(geant.name(geant.endA(link)) + "-" + geant.name(geant.endB(link)));
            }
        }
        assertThat(without).hasSize(3).allMatch(link -> link.matches(".*(UA|MD|BY).*"));
    }
}
