package hopscope.tcp;

import static org.assertj.core.api.Assertions.assertThat;

import hopscope.random.RandomStream;
import hopscope.scenario.Protocol;
import hopscope.tcp.MessageLedger.Delivery;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Nothing is lost: every message that a node accepted is handled exactly once, or reported as given up, over links that
 * lose 5 % of the frames and are cut and healed meanwhile. {@code -Dhopscope.load.messages=100000} for the full size.
 * Most of the time passes in waiting for timeouts, so the protocols are tried side by side.
 */
@Execution(ExecutionMode.CONCURRENT)
class TcpLoadIT {
    private static final int MESSAGES = Integer.getInteger("hopscope.load.messages", 6_000);
    private static final double LOSS = 0.05;
    private static final long PATIENCE_SECONDS = 120;

    private record Accepted(int source, int destination, long number) {}

    @ParameterizedTest
    @EnumSource(Protocol.class)
    void handlesEveryAcceptedMessageOnceOrReportsIt(Protocol protocol) throws Exception {
        try (LoadedNetwork network = new LoadedNetwork(protocol, LOSS)) {
            network.start();
            Map<Long, Accepted> accepted = send(network);
            network.awaitSettled();
            assertThat(accepted).as("ids are unique over all nodes").hasSize(MESSAGES);
            check(network, accepted, protocol);
        }
    }

    private static Map<Long, Accepted> send(LoadedNetwork network) throws Exception {
        RandomStream random = new RandomStream(3);
        Map<Long, Accepted> accepted = new HashMap<>();
        for (int number = 0; number < MESSAGES; number++) {
            changeLinks(network, number);
            int source = random.nextInt(LoadedNetwork.NODES);
            int destination = (source + 1 + random.nextInt(LoadedNetwork.NODES - 1)) % LoadedNetwork.NODES;
            assertThat(network.ledgers.get(source).free.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS))
                    .as("node %d has room in its window", source)
                    .isTrue();
            byte[] payload = ByteBuffer.allocate(100).putLong(number).array();
            long id = network.nodes.get(source).send(destination, payload).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            assertThat(id).as("message %d from %d", number, source).isNotNegative();
            accepted.put(id, new Accepted(source, destination, number));
        }
        return accepted;
    }

    /** Cuts two links after the first quarter, so that node 5 hangs by one; heals them after the third. */
    private static void changeLinks(LoadedNetwork network, int number) {
        if (number == MESSAGES / 4) {
            network.cut(2, 5, true);
            network.cut(0, 4, true);
        } else if (number == MESSAGES / 2) {
            network.cut(3, 5, true);
        } else if (number == MESSAGES / 2 + MESSAGES / 20) {
            network.cut(3, 5, false);
        } else if (number == 3 * MESSAGES / 4) {
            network.cut(2, 5, false);
            network.cut(0, 4, false);
        }
    }

    private static void check(LoadedNetwork network, Map<Long, Accepted> accepted, Protocol protocol) {
        Map<Long, Integer> handled = new HashMap<>();
        for (int node = 0; node < LoadedNetwork.NODES; node++) {
            for (Delivery delivery : network.ledgers.get(node).deliveries()) {
                assertThat(accepted.get(delivery.id()))
                        .isEqualTo(new Accepted(delivery.source(), node, delivery.number()));
                handled.merge(delivery.id(), 1, Integer::sum);
            }
        }
        int givenUp = 0;
        for (Map.Entry<Long, Accepted> message : accepted.entrySet()) {
            MessageLedger sender = network.ledgers.get(message.getValue().source());
            int times = handled.getOrDefault(message.getKey(), 0);
            int acknowledged = sender.acknowledgedTimes(message.getKey());
            int abandoned = sender.abandonedTimes(message.getKey());
            assertThat(acknowledged + abandoned)
                    .as("%s is settled once", message)
                    .isEqualTo(1);
            assertThat(times).as("%s is handled", message).isBetween(acknowledged, 1);
            givenUp += abandoned;
        }
        int settled =
                network.ledgers.stream().mapToInt(MessageLedger::settledCount).sum();
        assertThat(settled)
                .as("nothing is heard of messages that were not accepted")
                .isEqualTo(accepted.size());
        long repeated = network.nodes.stream()
                .mapToLong(node -> node.ask(core -> core.counters().retransmissions()))
                .sum();
        assertThat(repeated).as("the links did lose frames").isPositive();
        assertThat(givenUp).as("most messages arrive all the same").isLessThan(MESSAGES / 2);
        System.out.printf(
                java.util.Locale.ROOT,
                "%s: %d messages, %d handled, %d given up, %d repetitions%n",
                protocol.label(),
                accepted.size(),
                handled.size(),
                givenUp,
                repeated);
    }
}
