package hopscope.protocol.routing.rip;

import static org.assertj.core.api.Assertions.assertThat;

import hopscope.protocol.RecordedEffects;
import hopscope.protocol.message.RipUpdate;
import hopscope.protocol.message.RouteTable;
import hopscope.protocol.routing.Neighbours;
import hopscope.protocol.routing.UpdateTiming;
import hopscope.random.RandomStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The rules of RFC 2453, one by one. */
class RipRulesTest {
    private static final int SELF = 0;
    private static final long INTERVAL = 1_000;
    private static final long TIMEOUT = 6_000;
    private static final long GARBAGE = 4_000;

    /** Regular updates are far away, unless a test waits for them. */
    private long now;

    private final Neighbours neighbours = new Neighbours();
    private final RecordedEffects effects = new RecordedEffects();
    private RipRouter router = router(SplitHorizon.POISONED, true);

    private RipRouter router(SplitHorizon splitHorizon, boolean triggered) {
        RipConfig config =
                new RipConfig(new UpdateTiming(INTERVAL, 0, triggered, 30, 160), 16, splitHorizon, TIMEOUT, GARBAGE);
        RipRouter made = new RipRouter(SELF, neighbours, config, new RandomStream(1));
        made.start(0, effects);
        return made;
    }

    private void connect(int... peers) {
        for (int peer : peers) {
            int slot = neighbours.register(peer);
            neighbours.connect(slot, 1);
            router.neighbourUp(slot, effects);
        }
    }

    private void disconnect(int peer) {
        neighbours.disconnect(neighbours.slotOf(peer));
        router.neighbourDown(neighbours.slotOf(peer), effects);
    }

    /** Pairs of destination and distance, 16 for unreachable. */
    private void hear(int peer, int... pairs) {
        int[] destinations = new int[pairs.length / 2];
        int[] entries = new int[pairs.length / 2];
        for (int i = 0; i < entries.length; i++) {
            destinations[i] = pairs[2 * i];
            entries[i] = pairs[2 * i + 1] << 16;
        }
        RipUpdate.Meaning meaning = RipUpdate.Meaning.plain(16);
        RipUpdate update = new RipUpdate(destinations, entries, meaning, entries.length, RipUpdate.NO_VERSION);
        assertThat(router.receive(now, neighbours.slotOf(peer), update, effects))
                .isTrue();
    }

    private String route(int destination) {
        int distance = router.distance(destination);
        return distance < 0 ? "none" : distance + " via " + router.via(destination);
    }

    /** Lets time pass, and forgets what is sent. */
    private void pass(long nanos) {
        long end = now + nanos;
        while (router.deadlineNanos() <= end) {
            now = Math.max(now, router.deadlineNanos());
            router.expire(now, effects);
        }
        now = end;
        effects.takeSent();
    }

    /** What a peer was told: destination:distance, - for unreachable; one text for each message. */
    private List<String> toldTo(int peer) {
        List<String> told = new ArrayList<>();
        for (RecordedEffects.Sent sent : effects.takeSent()) {
            if (sent.peer() == peer) {
                told.add(describe((RipUpdate) sent.message()));
            }
        }
        return told;
    }

    private static String describe(RipUpdate update) {
        StringBuilder text = new StringBuilder();
        int listed = 0;
        for (int i = 0; i < update.size(); i++) {
            if (update.metric(i) != RipUpdate.NOT_LISTED) {
                String metric = update.metric(i) == RipUpdate.UNREACHABLE ? "-" : "" + update.metric(i);
                text.append(listed++ == 0 ? "" : " ")
                        .append(update.destination(i))
                        .append(':')
                        .append(metric);
            }
        }
        assertThat(update.entryCount()).isEqualTo(listed);
        return text.toString();
    }

    @Test
    void adoptsShorterRoutesAndKeepsTheFirstOfEqualOnes() {
        connect(1, 2);
        hear(1, 9, 5);
        assertThat(route(9)).isEqualTo("6 via 1");
        hear(2, 9, 5);
        assertThat(route(9)).isEqualTo("6 via 1");
        hear(2, 9, 3);
        assertThat(route(9)).isEqualTo("4 via 2");
    }

    @Test
    void believesTheNextHopWhenItSaysFurther() {
        connect(1, 2);
        hear(1, 9, 3);
        effects.takeLines();
        hear(1, 9, 8);
        assertThat(route(9)).isEqualTo("9 via 1");
        hear(2, 9, 9);
        assertThat(route(9)).isEqualTo("9 via 1");
        hear(1, 9, 16);
        assertThat(route(9)).isEqualTo("none");
        assertThat(effects.takeLines()).containsExactly("route 9: 1/4 -> 1/9", "route 9: 1/9 -> -1/-1");
    }

    @Test
    void takesADistanceOfInfinityForUnreachable() {
        connect(1);
        hear(1, 8, 14, 9, 15, 10, 16);
        assertThat(route(8)).isEqualTo("15 via 1");
        assertThat(route(9)).isEqualTo("none");
        assertThat(router.entryCount()).isEqualTo(2);
    }

    @Test
    void ignoresWhatNeighboursSayOfItselfAndOfThemselves() {
        connect(1);
        effects.takeLines();
        hear(1, SELF, 1, 1, 16);
        assertThat(route(1)).isEqualTo("1 via 1");
        assertThat(effects.takeLines()).isEmpty();
    }

    @Test
    void losesEveryRouteByWayOfALostNeighbour() {
        connect(1, 2);
        hear(1, 5, 1, 6, 2);
        hear(2, 7, 1);
        disconnect(1);
        assertThat(List.of(route(1), route(5), route(6), route(7))).containsExactly("none", "none", "none", "2 via 2");
        hear(2, 1, 3, 5, 2);
        assertThat(List.of(route(1), route(5))).containsExactly("4 via 2", "3 via 2");
    }

    @Test
    void losesARouteThatItsNextHopDoesNotConfirmInTime() {
        connect(1, 2);
        hear(1, 5, 1, 6, 1);
        pass(TIMEOUT - 1);
        hear(1, 5, 1);
        hear(2, 6, 5);
        assertThat(route(6)).isEqualTo("2 via 1");
        pass(1);
        assertThat(route(5)).as("confirmed").isEqualTo("2 via 1");
        assertThat(route(6)).as("not confirmed by its next hop").isEqualTo("none");
        assertThat(route(1)).as("a neighbour stays while the session does").isEqualTo("1 via 1");
        pass(TIMEOUT);
        assertThat(route(5)).isEqualTo("none");
    }

    @Test
    void tellsOfALostRouteForTheGarbageTimeAndForgetsIt() {
        connect(1, 2);
        hear(1, 5, 1);
        pass(10 * INTERVAL / 2 + 500);
        hear(1, 5, 16);
        assertThat(router.entryCount()).isEqualTo(3);
        pass(GARBAGE - 1);
        assertThat(router.entryCount()).isEqualTo(3);
        pass(1);
        assertThat(router.entryCount()).isEqualTo(2);
        hear(1, 5, 1);
        assertThat(route(5)).isEqualTo("2 via 1");
    }

    @Test
    void forgetsTheRoutesOfALostNeighbourAfterTheGarbageTimeToo() {
        connect(1, 2);
        hear(1, 5, 1);
        pass(300);
        disconnect(1);
        pass(GARBAGE - 1);
        assertThat(router.entryCount()).isEqualTo(3);
        pass(1);
        assertThat(router.entryCount()).isEqualTo(1);
    }

    @Test
    void takesALostRouteBackBeforeItIsForgotten() {
        connect(1, 2);
        hear(1, 5, 1);
        hear(1, 5, 16);
        hear(2, 5, 9);
        pass(GARBAGE + 100);
        assertThat(route(5)).isEqualTo("10 via 2");
    }

    @Test
    void poisonsRoutesByWayOfTheReceiver() {
        connect(1, 2);
        hear(1, 5, 1);
        now = 1;
        router.expire(now, effects);
        List<RecordedEffects.Sent> sent = effects.takeSent();
        assertThat(sent).hasSize(2);
        assertThat(describe((RipUpdate) sent.get(0).message())).isEqualTo("1:- 2:1 5:-");
        assertThat(describe((RipUpdate) sent.get(1).message())).isEqualTo("1:1 2:- 5:2");
    }

    @Test
    void leavesOutRoutesByWayOfTheReceiverWithSimpleSplitHorizon() {
        router = router(SplitHorizon.SIMPLE, true);
        connect(1, 2);
        hear(1, 5, 1);
        router.expire(1, effects);
        assertThat(toldTo(1)).containsExactly("2:1");
    }

    @Test
    void tellsEverybodyTheSameWithoutSplitHorizon() {
        router = router(SplitHorizon.NONE, true);
        connect(1, 2);
        hear(1, 5, 1);
        router.expire(1, effects);
        assertThat(toldTo(1)).containsExactly("1:1 2:1 5:2");
    }

    @Test
    void tellsAChangeAtOnceAndTheNextOnesTogetherAfterAWait() {
        connect(1, 2);
        pass(1);
        // The regular update comes at a random part of the first interval: begin right behind it.
        pass(router.deadlineNanos() - now + 200);
        hear(1, 5, 1);
        assertThat(router.deadlineNanos()).isLessThanOrEqualTo(now);
        router.expire(now, effects);
        assertThat(toldTo(2)).containsExactly("5:2");
        hear(1, 6, 1);
        hear(1, 7, 1);
        assertThat(router.deadlineNanos()).isBetween(now + 30, now + 160);
        now = router.deadlineNanos();
        router.expire(now, effects);
        assertThat(toldTo(2)).containsExactly("6:2 7:2");
    }

    @Test
    void tellsChangesOnlyWithRegularUpdatesWhenTriggeredOnesAreOff() {
        router = router(SplitHorizon.POISONED, false);
        connect(1, 2);
        pass(INTERVAL);
        hear(1, 5, 1);
        assertThat(router.deadlineNanos()).isGreaterThan(now);
        router.expire(now, effects);
        assertThat(effects.takeSent()).isEmpty();
        now = router.deadlineNanos();
        router.expire(now, effects);
        assertThat(toldTo(2)).containsExactly("1:1 2:- 5:2");
    }

    @Test
    void sendsAnUpdateThatStaysAsItWas() {
        connect(1, 2);
        router.expire(1, effects);
        RipUpdate sent = (RipUpdate) effects.takeSent().get(0).message();
        String before = describe(sent);
        hear(2, 5, 1, 40, 2);
        disconnect(1);
        assertThat(describe(sent)).isEqualTo(before);
    }

    @Test
    void refusesTheTablesOfOtherProtocols() {
        connect(1);
        RouteTable table = new RouteTable(1, true, new int[0], new int[0], 0, RouteTable.NO_VERSION);
        assertThat(router.receive(0, neighbours.slotOf(1), table, effects)).isFalse();
    }

    @Test
    void takesTheCostOfTheLinkIntoAccount() {
        int slot = neighbours.register(3);
        neighbours.connect(slot, 10);
        router.neighbourUp(slot, effects);
        connect(1);
        hear(3, 9, 1);
        assertThat(route(9)).isEqualTo("11 via 3");
        hear(1, 3, 2, 9, 3);
        assertThat(List.of(route(3), route(9))).containsExactly("3 via 1", "4 via 1");
        hear(1, 3, 16);
        assertThat(route(3)).as("the direct link is still there").isEqualTo("10 via 3");
    }
}
