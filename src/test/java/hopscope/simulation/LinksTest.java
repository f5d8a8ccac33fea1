package hopscope.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hopscope.random.RandomStream;
import hopscope.scenario.LatencySpec;
import hopscope.scenario.LatencySpec.Distribution;
import hopscope.scenario.LinksSpec;
import hopscope.scenario.RoutingSpec.PathMetric;
import hopscope.scenario.Share;
import hopscope.scenario.TimeSpan;
import hopscope.topology.Topology;
import hopscope.topology.TopologyBuilder;
import org.junit.jupiter.api.Test;

class LinksTest {
    private static final long MILLI = 1_000_000L;
    private static final long FAR_APART = 1_000 * MILLI;
    private static final LatencySpec SPREAD =
            new LatencySpec(Distribution.UNIFORM, null, new TimeSpan(MILLI), new TimeSpan(100 * MILLI), null, null);

    private static Links links(Topology topology, int lossPercent, long seed) {
        return new Links(topology, new LinksSpec(SPREAD, new Share(10_000 * lossPercent)), seed);
    }

    private static Topology line(int nodes) {
        TopologyBuilder builder = new TopologyBuilder().nodes(nodes);
        for (int node = 1; node < nodes; node++) {
            builder.link(node - 1, node);
        }
        return builder.build();
    }

    /** What the first frames of a direction meet, sent far apart: latencies, or the mark of loss. */
    private static long[] fates(Links links, Topology topology, int from, int to, int count) {
        int direction = links.directionFrom(topology.linkBetween(from, to), from);
        long[] fates = new long[count];
        for (int k = 0; k < count; k++) {
            long arrival = links.arrivalNanos(direction, k * FAR_APART, 100);
            fates[k] = arrival == Links.LOST ? Links.LOST : arrival - k * FAR_APART;
        }
        return fates;
    }

    @Test
    void findTheDirectionBetweenAnyTwoNodes() {
        for (long seed = 0; seed < 20; seed++) {
            RandomStream random = new RandomStream(seed);
            int nodes = 1 + random.nextInt(60);
            TopologyBuilder builder = new TopologyBuilder().nodes(nodes);
            for (int i = random.nextInt(4 * nodes); i > 0; i--) {
                builder.link(random.nextInt(nodes), random.nextInt(nodes));
            }
            Topology topology = builder.build();
            Links links = links(topology, 0, seed);
            for (int from = 0; from < nodes; from++) {
                for (int to = 0; to < nodes; to++) {
                    int link = topology.linkBetween(from, to);
                    int direction = links.directionBetween(from, to);
                    assertThat(direction)
                            .as("seed %d: %d to %d", seed, from, to)
                            .isEqualTo(link < 0 ? -1 : links.directionFrom(link, from));
                    if (direction >= 0) {
                        assertThat(links.from(direction)).isEqualTo(from);
                        assertThat(links.to(direction)).isEqualTo(to);
                    }
                }
            }
        }
    }

    @Test
    void giveTheKthFrameTheSameFateWheneverItIsSentAndWhateverOthersSend() {
        Topology topology = line(4);
        long[] alone = fates(links(topology, 20, 7), topology, 1, 2, 200);
        Links busy = links(topology, 20, 7);
        RandomStream random = new RandomStream(1);
        int direction = busy.directionFrom(topology.linkBetween(1, 2), 1);
        long[] amongOthers = new long[200];
        for (int k = 0; k < 200; k++) {
            for (int other = random.nextInt(5); other > 0; other--) {
                int elsewhere = random.nextInt(6);
                busy.arrivalNanos(elsewhere == direction ? direction ^ 1 : elsewhere, 0, 100);
            }
            long now = k * FAR_APART + random.nextInt(1_000_000);
            long arrival = busy.arrivalNanos(direction, now, 100);
            amongOthers[k] = arrival == Links.LOST ? Links.LOST : arrival - now;
        }
        assertThat(amongOthers).isEqualTo(alone);
        assertThat(alone).contains(Links.LOST);
    }

    @Test
    void areTheSameWhenNodesAndLinksAreAddedElsewhere() {
        Topology small = new TopologyBuilder().nodes(3).link(0, 1).link(1, 2).build();
        Topology large = new TopologyBuilder()
                .nodes(9)
                .link(0, 1)
                .link(0, 2)
                .link(0, 8)
                .link(1, 2)
                .link(1, 5)
                .link(7, 8)
                .build();
        for (int[] ends : new int[][] {{0, 1}, {1, 0}, {1, 2}, {2, 1}}) {
            assertThat(fates(links(large, 10, 3), large, ends[0], ends[1], 100))
                    .isEqualTo(fates(links(small, 10, 3), small, ends[0], ends[1], 100));
        }
    }

    @Test
    void differByDirectionLinkAndSeed() {
        Topology topology = line(3);
        long[] forth = fates(links(topology, 0, 3), topology, 0, 1, 50);
        assertThat(fates(links(topology, 0, 3), topology, 1, 0, 50)).isNotEqualTo(forth);
        assertThat(fates(links(topology, 0, 3), topology, 1, 2, 50)).isNotEqualTo(forth);
        assertThat(fates(links(topology, 0, 4), topology, 0, 1, 50)).isNotEqualTo(forth);
    }

    @Test
    void keepFramesOfOneDirectionInOrder() {
        Topology topology = line(2);
        Links links = links(topology, 10, 11);
        RandomStream random = new RandomStream(2);
        long now = 0;
        long last = 0;
        int heldBack = 0;
        for (int k = 0; k < 5_000; k++) {
            now += random.nextInt((int) (10 * MILLI));
            long arrival = links.arrivalNanos(0, now, 100);
            if (arrival != Links.LOST) {
                assertThat(arrival).isGreaterThanOrEqualTo(Math.max(last, now + MILLI));
                assertThat(arrival).isLessThanOrEqualTo(Math.max(last, now + 100 * MILLI));
                heldBack += arrival == last ? 1 : 0;
                last = arrival;
            }
        }
        assertThat(heldBack).isPositive();
    }

    @Test
    void doNotHoldNewFramesBackForThoseThatACutDestroyed() {
        Topology topology = line(2);
        Links links = new Links(
                topology,
                new LinksSpec(
                        new LatencySpec(Distribution.EXPONENTIAL, null, null, null, new TimeSpan(50 * MILLI), null),
                        null),
                1);
        for (int k = 0; k < 100; k++) {
            links.arrivalNanos(0, 0, 100);
        }
        long inOrder = links.arrivalNanos(0, 0, 100);
        int epoch = links.epoch(0);
        links.wipe(0);
        assertThat(links.epoch(0)).isNotEqualTo(epoch);
        assertThat(links.arrivalNanos(0, 0, 100)).isLessThan(inOrder);
    }

    @Test
    void loseTheGivenShareOfFrames() {
        Topology topology = line(2);
        int frames = 100_000;
        for (int percent : new int[] {0, 1, 30, 100}) {
            long lost = java.util.Arrays.stream(fates(links(topology, percent, 9), topology, 0, 1, frames))
                    .filter(fate -> fate == Links.LOST)
                    .count();
            double share = percent / 100.0;
            double error = Math.sqrt(share * (1 - share) / frames);
            assertThat(lost / (double) frames).isCloseTo(share, within(4 * error));
        }
    }

    @Test
    void keepTheLatencyThatTheTopologyBrings() {
        Topology topology =
                new TopologyBuilder().nodes(3).link(0, 1, 7 * MILLI).link(1, 2).build();
        Links links = links(topology, 0, 1);
        assertThat(fates(links, topology, 0, 1, 20)).containsOnly(7 * MILLI);
        assertThat(links.cost(topology.linkBetween(0, 1), PathMetric.LATENCY)).isEqualTo(7_000);
        assertThat(links.cost(topology.linkBetween(1, 2), PathMetric.LATENCY)).isEqualTo(50_500);
        assertThat(links.cost(topology.linkBetween(0, 1), PathMetric.HOPS)).isEqualTo(1);
    }

    @Test
    void costAtLeastOneHoweverFastTheyAre() {
        Topology topology = line(2);
        Links links = new Links(topology, new LinksSpec(LatencySpec.constant(new TimeSpan(0)), (Share) null), 1);
        assertThat(links.cost(0, PathMetric.LATENCY)).isEqualTo(1);
    }
}
