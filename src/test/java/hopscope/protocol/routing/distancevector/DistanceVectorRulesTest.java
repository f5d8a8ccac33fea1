package hopscope.protocol.routing.distancevector;

import static org.assertj.core.api.Assertions.assertThat;

import hopscope.protocol.RecordedEffects;
import hopscope.protocol.message.AckMessage;
import hopscope.protocol.message.LinkStateGossip;
import hopscope.protocol.message.LinkStateRecord;
import hopscope.protocol.message.RouteTable;
import hopscope.protocol.message.RoutedMessage;
import hopscope.protocol.routing.RouteView;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The rules of the design document, one by one. */
class DistanceVectorRulesTest {
    private final RouterBench bench = new RouterBench();

    private static RoutedMessage messageTo(int destination) {
        return new AckMessage(50, destination, 9, 0, RoutedMessage.HOP_BY_HOP, 1);
    }

    @Test
    void entersANewNeighbourAtDistanceOneByWayOfItself() {
        bench.connect(7);
        assertThat(bench.route(7)).isEqualTo("1 via 7");
        assertThat(bench.router.entryCount()).isEqualTo(1);
        assertThat(bench.effects.takeLines()).containsExactly("route 7: -1/-1 -> 7/1");
    }

    @Test
    void replacesALongerRouteWhenItsDestinationBecomesANeighbour() {
        bench.connect(1);
        bench.receiveTable(1, 7, 4);
        bench.connect(7);
        assertThat(bench.route(7)).isEqualTo("1 via 7");
    }

    @Test
    void deletesTheEntryOfALostNeighbourAndNothingElse() {
        bench.connect(1, 2);
        bench.receiveTable(1, 5, 1, 6, 2);
        bench.effects.takeLines();
        bench.disconnect(1);
        assertThat(bench.route(1)).isEqualTo("none");
        assertThat(bench.route(5)).isEqualTo("2 via 1");
        assertThat(bench.route(6)).isEqualTo("3 via 1");
        assertThat(bench.route(2)).isEqualTo("1 via 2");
        assertThat(bench.effects.takeLines()).containsExactly("route 1: 1/1 -> -1/-1");
    }

    @Test
    void adoptsANewDestinationWithOneHopMoreByWayOfTheSender() {
        bench.connect(1);
        bench.receiveTable(1, 5, 3);
        assertThat(bench.route(5)).isEqualTo("4 via 1");
        assertThat(bench.router.entryCount()).isEqualTo(2);
    }

    @Test
    void adoptsAKnownDestinationOnlyIfStrictlyShorter() {
        bench.connect(1, 2);
        bench.receiveTable(1, 5, 3);
        bench.receiveTable(2, 5, 3);
        assertThat(bench.route(5)).isEqualTo("4 via 1");
        bench.receiveTable(2, 5, 9);
        assertThat(bench.route(5)).isEqualTo("4 via 1");
        bench.receiveTable(2, 5, 2);
        assertThat(bench.route(5)).isEqualTo("3 via 2");
    }

    @Test
    void neverRaisesADistanceEvenWhenItsNextHopSaysSo() {
        bench.connect(1);
        bench.receiveTable(1, 5, 3);
        bench.receiveTable(1, 5, 8);
        bench.receiveTable(1);
        assertThat(bench.route(5)).isEqualTo("4 via 1");
    }

    @Test
    void learnsADeletedNeighbourAgainFromStaleTables() {
        bench.connect(1, 2);
        bench.disconnect(1);
        bench.receiveTable(2, 1, 2);
        assertThat(bench.route(1)).isEqualTo("3 via 2");
    }

    @Test
    void ignoresEntriesForItself() {
        bench.connect(1);
        bench.effects.takeLines();
        bench.receiveTable(1, RouterBench.SELF, 1);
        assertThat(bench.router.via(RouterBench.SELF)).isEqualTo(RouteView.NO_ROUTE);
        assertThat(bench.router.entryCount()).isEqualTo(1);
        assertThat(bench.effects.takeLines()).isEmpty();
    }

    @Test
    void doesNotAdoptARouteOfTheLargestDistance() {
        bench.connect(1);
        bench.receiveTable(1, 5, RouteTable.MAX_DISTANCE, 6, RouteTable.MAX_DISTANCE - 1);
        assertThat(bench.route(5)).isEqualTo("none");
        assertThat(bench.router.distance(6)).isEqualTo(RouteTable.MAX_DISTANCE);
    }

    @Test
    void answersAPushWithItsOwnTableAndAnAnswerWithNothing() {
        bench.connect(1, 2);
        bench.receive(1, RouterBench.table(1, true, 5, 3));
        RecordedEffects.Sent answer = bench.effects.takeOnlySent();
        RouteTable table = (RouteTable) answer.message();
        assertThat(answer.peer()).isEqualTo(1);
        assertThat(table.answerWanted()).isFalse();
        // What the push brought is merged before the answer is made.
        assertThat(table.entryCount()).isEqualTo(3);
        bench.receive(1, RouterBench.table(1, false, 6, 1));
        assertThat(bench.effects.takeSent()).isEmpty();
        assertThat(bench.route(6)).as("the puller merges the answer").isEqualTo("2 via 1");
    }

    @Test
    void sendsATableThatStaysAsItWas() {
        bench.connect(1, 2);
        bench.router.expire(10_000, bench.effects);
        RouteTable sent = (RouteTable) bench.effects.takeOnlySent().message();
        bench.receiveTable(2, 5, 1, 40, 2);
        bench.disconnect(1);
        assertThat(sent.entryCount()).isEqualTo(2);
        assertThat(RouteTable.isRoute(sent.entry(1))).isTrue();
        assertThat(RouteTable.isRoute(sent.entry(5))).isFalse();
    }

    @Test
    void pushesItsTableToFanoutDistinctNeighboursEveryInterval() {
        RouterBench wide = new RouterBench(3, 5).connect(1, 2, 3, 4, 5);
        Set<Integer> ever = new HashSet<>();
        for (int round = 0; round < 50; round++) {
            long due = wide.router.deadlineNanos();
            wide.router.expire(due - 1, wide.effects);
            assertThat(wide.effects.takeSent()).isEmpty();
            wide.router.expire(due, wide.effects);
            List<RecordedEffects.Sent> sent = wide.effects.takeSent();
            Set<Integer> peers = new TreeSet<>();
            for (RecordedEffects.Sent push : sent) {
                peers.add(push.peer());
                assertThat(((RouteTable) push.message()).answerWanted()).isTrue();
            }
            assertThat(sent).hasSize(3);
            assertThat(peers).hasSize(3);
            ever.addAll(peers);
            assertThat(wide.router.deadlineNanos()).isEqualTo(due + 1_000);
        }
        assertThat(ever).containsExactlyInAnyOrder(1, 2, 3, 4, 5);
    }

    @Test
    void forwardsToTheNextHopOfTheRoute() {
        bench.connect(1, 2);
        bench.receiveTable(2, 5, 1);
        for (int i = 0; i < 20; i++) {
            assertThat(bench.router.nextHop(messageTo(5))).isEqualTo(2);
        }
        assertThat(bench.router.pathTo(5)).isEmpty();
    }

    @Test
    void forwardsToARandomConnectedNeighbourWhenTheDestinationIsUnknown() {
        bench.connect(1, 2, 3);
        bench.disconnect(2);
        Set<Integer> chosen = new TreeSet<>();
        for (int i = 0; i < 100; i++) {
            chosen.add(bench.router.nextHop(messageTo(40)));
        }
        assertThat(chosen).containsExactly(1, 3);
    }

    @Test
    void takesANextHopThatIsNotConnectedForUnknown() {
        bench.connect(1, 2, 3);
        bench.receiveTable(1, 5, 1);
        bench.disconnect(1);
        Set<Integer> chosen = new TreeSet<>();
        for (int i = 0; i < 100; i++) {
            chosen.add(bench.router.nextHop(messageTo(5)));
        }
        assertThat(chosen).containsExactly(2, 3);
        assertThat(bench.route(5)).as("the stale route stays").isEqualTo("2 via 1");
    }

    @Test
    void hasNoNextHopWithoutNeighbours() {
        assertThat(bench.router.nextHop(messageTo(5))).isEqualTo(RouteView.NO_ROUTE);
    }

    @Test
    void refusesATableOfSomebodyElseAndGossipOfTheOtherProtocol() {
        bench.connect(1, 2);
        assertThat(bench.receive(1, RouterBench.table(2, true, 5, 1))).isFalse();
        assertThat(bench.receive(1, new LinkStateGossip(true, 1, 0, 0, 0, 0, new LinkStateRecord[0], null)))
                .isFalse();
        assertThat(bench.route(5)).isEqualTo("none");
        assertThat(bench.effects.takeSent()).isEmpty();
    }
}
