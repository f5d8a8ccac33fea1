package hopscope.protocol.routing.linkstate;

import static org.assertj.core.api.Assertions.assertThat;

import hopscope.protocol.TinyNetwork;
import hopscope.protocol.message.DataMessage;
import hopscope.protocol.node.RouterFactory;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** A ladder: from 0 to 7 there are four shortest paths, by 1 or 2, then 3, then 4 or 5, then 6. */
class EqualCostTest {
    private static final int MESSAGES = 64;
    private static final int[][] LINKS = {{0, 1}, {0, 2}, {1, 3}, {2, 3}, {3, 4}, {3, 5}, {4, 6}, {5, 6}, {6, 7}};

    private static LinkStateConfig config(EqualCost rule) {
        return new LinkStateConfig(TinyNetwork.GOSSIP, Spread.PUSH_PULL, Ageing.NONE, rule, true, true);
    }

    private static TinyNetwork ladder(RouterFactory routers) {
        TinyNetwork network = new TinyNetwork(routers, 9).nodes(8);
        for (int[] link : LINKS) {
            network.link(link[0], link[1], TinyNetwork.MS);
        }
        network.run(30 * TinyNetwork.SECOND);
        for (int i = 0; i < MESSAGES; i++) {
            network.send(0, 7, new byte[0]);
            network.run(20 * TinyNetwork.MS);
        }
        assertThat(network.deliveries()).hasSize(MESSAGES).allMatch(delivery -> delivery.hops() == 5);
        return network;
    }

    /** How many messages took each way, as the nodes that received them. */
    private static TreeMap<List<Integer>, Integer> ways(TinyNetwork network) {
        TreeMap<Long, List<Integer>> byMessage = new TreeMap<>();
        network.frames().forEach(frame -> {
            if (frame.message() instanceof DataMessage data) {
                byMessage
                        .computeIfAbsent(data.id(), id -> new java.util.ArrayList<>())
                        .add(frame.to());
            }
        });
        TreeMap<List<Integer>, Integer> ways =
                new TreeMap<>((a, b) -> a.toString().compareTo(b.toString()));
        byMessage.values().forEach(way -> ways.merge(way, 1, Integer::sum));
        return ways;
    }

    @Test
    void takesOnePathBySmallestIds() {
        TreeSet<String> ways = new TreeSet<>();
        ways(ladder(TinyNetwork.sourceRouting(config(EqualCost.SMALLEST_ID))))
                .keySet()
                .forEach(way -> ways.add(way + ""));
        ways(ladder(TinyNetwork.linkState(config(EqualCost.SMALLEST_ID))))
                .keySet()
                .forEach(way -> ways.add(way + ""));
        assertThat(ways).containsExactly("[1, 3, 4, 6, 7]");
    }

    @Test
    void spreadsMessagesOverAllShortestPaths() {
        for (RouterFactory routers : List.of(
                TinyNetwork.sourceRouting(config(EqualCost.PER_MESSAGE)),
                TinyNetwork.linkState(config(EqualCost.PER_MESSAGE)))) {
            // Binomial with p = 1/4: fewer than 4 or more than 32 of 64 has a probability below 1 in 10,000; no chance
            // is
            // left, ids being what they are.
            assertThat(ways(ladder(routers)))
                    .hasSize(4)
                    .allSatisfy((way, count) -> assertThat(count).isBetween(4, 32));
        }
    }

    @Test
    void takesTheSamePathForTheSameMessage() {
        LinkStateCore router = (LinkStateCore) ladder(TinyNetwork.sourceRouting(config(EqualCost.PER_MESSAGE)))
                .node(0)
                .routes();
        for (long id = 0; id < 50; id++) {
            assertThat(router.pathTo(7, id)).isEqualTo(router.pathTo(7, id)).hasSize(6);
        }
    }
}
