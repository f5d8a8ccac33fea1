package hopscope.protocol.node;

import static org.assertj.core.api.Assertions.assertThat;

import hopscope.protocol.Effects.AbandonReason;
import hopscope.protocol.TinyNetwork;
import hopscope.protocol.TinyNetwork.Frame;
import hopscope.protocol.message.AckMessage;
import hopscope.protocol.message.DataMessage;
import hopscope.random.RandomStream;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pairs and trios of real nodes that send each other messages, with each protocol. */
class NodeDeliveryTest {
    private static final String SOURCE_ROUTING = "source-routing";
    private static final String DISTANCE_VECTOR = "distance-vector";
    private static final long MS = TinyNetwork.MS;
    private static final byte[] PAYLOAD = {1, 2, 3};

    private static TinyNetwork line(String protocol, int nodes, long delayNanos) {
        TinyNetwork network = new TinyNetwork(TinyNetwork.named(protocol), 9).nodes(nodes);
        for (int node = 1; node < nodes; node++) {
            network.link(node - 1, node, delayNanos);
        }
        return network.run(20 * TinyNetwork.SECOND);
    }

    /** Loses the first frames of a type. */
    private static Predicate<Frame> firstOf(Class<?> type, int count) {
        int[] left = {count};
        return frame -> type.isInstance(frame.message()) && left[0]-- > 0;
    }

    @ParameterizedTest
    @ValueSource(strings = {SOURCE_ROUTING, DISTANCE_VECTOR})
    void deliversToANeighbourAndIsAcknowledged(String protocol) {
        TinyNetwork network = line(protocol, 2, 10 * MS);
        long id = network.send(0, 1, PAYLOAD);
        network.run(20 * MS);
        assertThat(network.deliveries()).hasSize(1);
        TinyNetwork.Delivery delivery = network.deliveries().get(0);
        assertThat(delivery.node()).isEqualTo(1);
        assertThat(delivery.source()).isZero();
        assertThat(delivery.id()).isEqualTo(id);
        assertThat(delivery.payload()).isEqualTo(PAYLOAD);
        assertThat(delivery.hops()).isEqualTo(1);
        assertThat(network.acknowledged()).containsExactly(id);
        assertThat(network.node(0).unacknowledgedCount()).isZero();
        network.run(10 * TinyNetwork.SECOND);
        assertThat(network.node(0).counters().retransmissions()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {SOURCE_ROUTING, DISTANCE_VECTOR})
    void deliversThroughTheNodeInTheMiddle(String protocol) {
        TinyNetwork network = line(protocol, 3, 10 * MS);
        network.send(0, 2, PAYLOAD);
        network.send(2, 0, PAYLOAD);
        network.run(40 * MS);
        assertThat(network.deliveries()).hasSize(2).allMatch(delivery -> delivery.hops() == 2);
        assertThat(network.acknowledged()).hasSize(2);
        assertThat(network.node(1).counters().forwarded()).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {SOURCE_ROUTING, DISTANCE_VECTOR})
    void sendsAgainWhatWasLost(String protocol) {
        TinyNetwork network = line(protocol, 2, 10 * MS).lose(firstOf(DataMessage.class, 2));
        network.send(0, 1, PAYLOAD);
        network.run(1_500 * MS + 20 * MS);
        assertThat(network.deliveries()).hasSize(1);
        assertThat(network.acknowledged()).hasSize(1);
        assertThat(network.node(0).counters().retransmissions()).isEqualTo(2);
        assertThat(network.node(1).counters().duplicatesReceived()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {SOURCE_ROUTING, DISTANCE_VECTOR})
    void acknowledgesADuplicateWithoutHandlingItAgain(String protocol) {
        TinyNetwork network = line(protocol, 2, 10 * MS).lose(firstOf(AckMessage.class, 2));
        network.send(0, 1, PAYLOAD);
        network.run(10 * TinyNetwork.SECOND);
        assertThat(network.deliveries()).hasSize(1);
        assertThat(network.acknowledged()).hasSize(1);
        assertThat(network.node(1).counters().duplicatesReceived()).isEqualTo(2);
        assertThat(network.node(1).counters().delivered()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {SOURCE_ROUTING, DISTANCE_VECTOR})
    void reportsAMessageAsLostAfterTheLastRetry(String protocol) {
        TinyNetwork network = line(protocol, 2, 10 * MS).lose(frame -> frame.message() instanceof DataMessage);
        long id = network.send(0, 1, PAYLOAD);
        network.run(7_499 * MS);
        assertThat(network.abandoned()).isEmpty();
        network.run(MS);
        assertThat(network.abandoned())
                .containsExactly(new TinyNetwork.Abandoned(0, id, 1, AbandonReason.RETRIES_EXHAUSTED));
        assertThat(network.node(0).unacknowledgedCount()).isZero();
        assertThat(network.node(0).counters().givenUp()).isEqualTo(1);
        assertThat(network.node(0).counters().retransmissions()).isEqualTo(3);
    }

    @Test
    void countsALateAcknowledgementWithoutMore() {
        TinyNetwork network = line(SOURCE_ROUTING, 2, 400 * MS);
        network.send(0, 1, PAYLOAD);
        network.run(10 * TinyNetwork.SECOND);
        assertThat(network.deliveries()).hasSize(1);
        assertThat(network.acknowledged()).hasSize(1);
        assertThat(network.node(0).counters().acksUnexpected()).isEqualTo(1);
        assertThat(network.node(1).counters().duplicatesReceived()).isEqualTo(1);
    }

    @Test
    void tellsTheCallerThatTheWindowIsFullAndQueuesNothing() {
        TinyNetwork network = line(SOURCE_ROUTING, 2, 10 * MS);
        for (int i = 0; i < 4; i++) {
            assertThat(network.send(0, 1, PAYLOAD)).isNotNegative();
        }
        assertThat(network.send(0, 1, PAYLOAD)).isEqualTo(Node.REFUSED_WINDOW_FULL);
        assertThat(network.node(0).unacknowledgedCount()).isEqualTo(4);
        assertThat(network.node(0).counters().windowFull()).isEqualTo(1);
        network.run(10 * TinyNetwork.SECOND);
        assertThat(network.deliveries()).hasSize(4);
        assertThat(network.send(0, 1, PAYLOAD)).isNotNegative();
    }

    @Test
    void refusesAMessageToItself() {
        TinyNetwork network = line(DISTANCE_VECTOR, 2, 10 * MS);
        assertThat(network.send(0, 0, PAYLOAD)).isEqualTo(Node.REFUSED_OWN_ID);
        assertThat(network.node(0).unacknowledgedCount()).isZero();
    }

    @Test
    void forgetsHandledMessagesAfterTheRetentionTime() {
        TinyNetwork network = line(DISTANCE_VECTOR, 2, 10 * MS);
        DataMessage message = new DataMessage(0, 1, 9, 1, new int[0], 5, PAYLOAD);
        network.inject(0, 1, message);
        network.run(59 * TinyNetwork.SECOND);
        network.inject(0, 1, message);
        network.run(MS);
        network.run(20 * TinyNetwork.SECOND);
        assertThat(network.deliveries()).hasSize(1);
        network.inject(0, 1, message);
        network.run(TinyNetwork.SECOND);
        assertThat(network.deliveries()).hasSize(2);
    }

    /** Whatever is lost: nothing is handled twice, and every accepted message is acknowledged or given up. */
    @ParameterizedTest
    @ValueSource(strings = {SOURCE_ROUTING, DISTANCE_VECTOR})
    void handlesEachMessageAtMostOnceAndAccountsForEveryOne(String protocol) {
        for (long seed = 0; seed < 30; seed++) {
            TinyNetwork network = line(protocol, 4, 10 * MS).link(0, 3, 30 * MS);
            RandomStream random = new RandomStream(seed);
            network.lose(frame -> random.nextInt(10) < 3);
            int accepted = 0;
            for (int i = 0; i < 60; i++) {
                int from = random.nextInt(4);
                accepted += network.send(from, (from + 1 + random.nextInt(3)) % 4, PAYLOAD) >= 0 ? 1 : 0;
                network.run(random.nextInt(400) * MS);
            }
            network.run(30 * TinyNetwork.SECOND);
            Set<String> handled = new HashSet<>();
            network.deliveries().forEach(delivery -> handled.add(delivery.source() + " " + delivery.id()));
            assertThat(network.deliveries()).as("seed %d", seed).hasSize(handled.size());
            assertThat(network.acknowledged().size() + network.abandoned().size())
                    .as("seed %d", seed)
                    .isEqualTo(accepted);
            assertThat(handled.size())
                    .as("seed %d", seed)
                    .isGreaterThanOrEqualTo(network.acknowledged().size());
        }
    }
}
