package hopscope.protocol.routing.feasible;

import static org.assertj.core.api.Assertions.assertThat;

import hopscope.protocol.MemoryStorage;
import hopscope.protocol.RecordedEffects;
import hopscope.protocol.StableStorage;
import hopscope.protocol.message.FeasibleUpdate;
import hopscope.protocol.message.RouteTable;
import hopscope.protocol.message.SequenceRequest;
import hopscope.protocol.routing.Neighbours;
import hopscope.protocol.routing.UpdateTiming;
import hopscope.random.RandomStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The feasibility condition, sequence numbers and lives, one by one. */
class FeasibleRulesTest {
    private static final int SELF = 0;
    private static final long INTERVAL = 1_000;
    private static final long EXPIRY = 6_000;
    private static final long LIFE = 77;

    private final Neighbours neighbours = new Neighbours();
    private final RecordedEffects effects = new RecordedEffects();
    private final StableStorage storage = new MemoryStorage();
    private FeasibleRouter router = router();
    private long now;

    private FeasibleRouter router() {
        FeasibleConfig config = new FeasibleConfig(new UpdateTiming(INTERVAL, 0, true, 30, 160), EXPIRY);
        FeasibleRouter made = new FeasibleRouter(SELF, neighbours, config, new RandomStream(1), storage);
        made.start(0, effects);
        return made;
    }

    /** The life that the router names in what it sends. */
    private long ownLife() {
        return new RandomStream(1).nextLong() | 1;
    }

    /** Neighbours that know this life and have told nothing of others. */
    private void connect(int... peers) {
        for (int peer : peers) {
            int slot = neighbours.register(peer);
            neighbours.connect(slot, 1);
            router.neighbourUp(slot, effects);
            tell(peer, LIFE + 2 * peer, ownLife(), 0);
        }
        settle();
    }

    private void disconnect(int peer) {
        neighbours.disconnect(neighbours.slotOf(peer));
        router.neighbourDown(neighbours.slotOf(peer), effects);
    }

    /** Changes: triples of destination, sequence number and distance, -1 for none. */
    private void hear(int peer, int... triples) {
        tell(peer, LIFE + 2 * peer, ownLife(), 0, triples);
    }

    private void tell(int peer, long life, long knownLife, int sequence, int... triples) {
        int[] destinations = new int[triples.length / 3];
        long[] entries = new long[triples.length / 3];
        for (int i = 0; i < entries.length; i++) {
            destinations[i] = triples[3 * i];
            entries[i] = entry(triples[3 * i + 1], triples[3 * i + 2]);
        }
        FeasibleUpdate.Sender sender = new FeasibleUpdate.Sender(peer, sequence, life, knownLife);
        receive(peer, FeasibleUpdate.changes(sender, destinations, entries));
    }

    private static long entry(int sequence, int distance) {
        return distance < 0 ? FeasibleUpdate.NO_ROUTE : FeasibleUpdate.entry(sequence, distance);
    }

    private void hearEverything(int peer, int... triples) {
        long[] row = new long[20];
        Arrays.fill(row, FeasibleUpdate.NO_ROUTE);
        for (int i = 0; i < triples.length; i += 3) {
            row[triples[i]] = entry(triples[i + 1], triples[i + 2]);
        }
        FeasibleUpdate.Sender sender = new FeasibleUpdate.Sender(peer, 0, LIFE + 2 * peer, ownLife());
        receive(peer, FeasibleUpdate.everything(sender, row, triples.length / 3, FeasibleUpdate.NO_VERSION));
    }

    private void receive(int peer, FeasibleUpdate update) {
        assertThat(router.receive(now, neighbours.slotOf(peer), update, effects))
                .isTrue();
    }

    /** Sends what is due now, again and again until nothing is, and forgets it. */
    private void settle() {
        while (router.deadlineNanos() <= now) {
            router.expire(now, effects);
        }
        effects.takeSent();
    }

    /** Moves to the next deadline and answers what is sent there. */
    private List<RecordedEffects.Sent> next() {
        now = Math.max(now, router.deadlineNanos());
        router.expire(now, effects);
        return effects.takeSent();
    }

    private String route(int destination) {
        int distance = router.distance(destination);
        return distance < 0 ? "none" : distance + " via " + router.via(destination);
    }

    /** The wishes among what was sent, as peer: destination#sequence. */
    private static List<String> wishes(List<RecordedEffects.Sent> sent) {
        List<String> wishes = new ArrayList<>();
        for (RecordedEffects.Sent message : sent) {
            if (message.message() instanceof SequenceRequest request) {
                for (int i = 0; i < request.size(); i++) {
                    wishes.add(message.peer() + ": " + request.destination(i) + "#" + request.sequence(i));
                }
            }
        }
        return wishes;
    }

    @Test
    void selectsTheShortestFeasibleRoute() {
        connect(1, 2, 3);
        hear(1, 9, 4, 5);
        hear(2, 9, 4, 3);
        hear(3, 9, 4, 3);
        assertThat(route(9)).isEqualTo("4 via 2");
        hear(2, 9, 0, -1);
        assertThat(route(9)).as("as good and feasible").isEqualTo("4 via 3");
    }

    @Test
    void doesNotTakeARouteThatMayLeadBack() {
        connect(1, 2);
        hear(1, 9, 4, 2);
        hear(2, 9, 4, 3);
        hear(1, 9, 0, -1);
        assertThat(route(9)).as("2 may have its distance of 3 from this node").isEqualTo("none");
        hear(2, 9, 4, 2);
        assertThat(route(9)).as("2 is nearer than this node ever was").isEqualTo("3 via 2");
    }

    @Test
    void takesAnyDistanceWithANewerSequenceNumber() {
        connect(1, 2);
        hear(1, 9, 4, 2);
        hear(1, 9, 0, -1);
        hear(2, 9, 5, 30);
        assertThat(route(9)).isEqualTo("31 via 2");
        hear(1, 9, 4, 0 + 1);
        assertThat(route(9)).as("the old number is worse, however near").isEqualTo("31 via 2");
    }

    @Test
    void dropsTheNextHopWhenItsRouteIsNoLongerFeasible() {
        connect(1);
        hear(1, 9, 4, 2);
        effects.takeLines();
        hear(1, 9, 4, 3);
        assertThat(route(9)).isEqualTo("none");
        assertThat(effects.takeLines()).containsExactly("route 9: 1/3 -> -1/-1");
        hear(1, 9, 5, 3);
        assertThat(route(9)).isEqualTo("4 via 1");
    }

    @Test
    void remembersItsFeasibilityDistanceWhenNeighboursGo() {
        connect(1, 2);
        hear(1, 9, 4, 2);
        disconnect(1);
        hear(2, 9, 4, 3);
        assertThat(route(9)).isEqualTo("none");
    }

    @Test
    void asksThoseWhoOfferUnfeasibleRoutesForANewerNumber() {
        connect(1, 2, 3);
        hear(1, 9, 4, 2);
        settle();
        hear(2, 9, 4, 3);
        hear(3, 9, 0, -1);
        assertThat(wishes(next())).as("a route is there, and no worse").isEmpty();
        hear(1, 9, 0, -1);
        assertThat(wishes(next())).containsExactly("2: 9#5");
        assertThat(wishes(next())).as("again with the regular update").containsExactly("2: 9#5");
        hear(2, 9, 5, 4);
        assertThat(route(9)).isEqualTo("5 via 2");
        assertThat(wishes(next())).isEmpty();
    }

    @Test
    void beginsANewNumberWhenAskedForIt() {
        connect(1);
        router.receive(now, 0, new SequenceRequest(new int[] {SELF}, new int[] {6}, new int[] {3}), effects);
        FeasibleUpdate told = (FeasibleUpdate) next().get(0).message();
        assertThat(told.sender().sequence()).isEqualTo(6);
        assertThat(storage.reserved(StableStorage.Series.DESTINATION_SEQUENCE)).isEqualTo(6);
        router.receive(now, 0, new SequenceRequest(new int[] {SELF}, new int[] {5}, new int[] {3}), effects);
        told = (FeasibleUpdate) next().get(0).message();
        assertThat(told.sender().sequence()).as("it has gone further already").isEqualTo(6);
    }

    @Test
    void answersAWishThatItsRouteFulfilsAndPassesOnOthers() {
        connect(1, 2);
        hear(1, 9, 4, 2);
        settle();
        int from = neighbours.slotOf(2);
        router.receive(now, from, new SequenceRequest(new int[] {9}, new int[] {4}, new int[] {9}), effects);
        RecordedEffects.Sent answer = effects.takeOnlySent();
        assertThat(answer.peer()).isEqualTo(2);
        assertThat(((FeasibleUpdate) answer.message()).entryAt(0)).isEqualTo(entry(4, 3));

        router.receive(now, from, new SequenceRequest(new int[] {9}, new int[] {5}, new int[] {9}), effects);
        RecordedEffects.Sent passed = effects.takeOnlySent();
        assertThat(passed.peer()).isEqualTo(1);
        assertThat(((SequenceRequest) passed.message()).hopLimit(0)).isEqualTo(8);
        router.receive(now, from, new SequenceRequest(new int[] {9}, new int[] {5}, new int[] {9}), effects);
        assertThat(effects.takeSent()).as("not again so soon").isEmpty();
        router.receive(now, from, new SequenceRequest(new int[] {9}, new int[] {6}, new int[] {1}), effects);
        assertThat(effects.takeSent()).as("it has come far enough").isEmpty();
    }

    @Test
    void doesNotPassAWishBackToWhoeverSentIt() {
        connect(1);
        hear(1, 9, 4, 2);
        settle();
        router.receive(now, 0, new SequenceRequest(new int[] {9}, new int[] {5}, new int[] {9}), effects);
        assertThat(effects.takeSent()).isEmpty();
    }

    @Test
    void dropsAllRoutesOfANeighbourThatBeginsANewLife() {
        connect(1);
        hear(1, 9, 4, 2);
        settle();
        tell(1, 500, 0, 0);
        assertThat(route(9)).isEqualTo("none");
        assertThat(route(1)).as("that it is there is certain").isEqualTo("1 via 1");
        FeasibleUpdate told = (FeasibleUpdate) next().get(0).message();
        assertThat(told.sender().knownIncarnation()).isEqualTo(500);
        tell(1, LIFE + 2, ownLife(), 0, 9, 9, 1);
        assertThat(route(9)).as("late words of the earlier life").isEqualTo("none");
    }

    @Test
    void takesNoRoutesOfANeighbourThatDoesNotKnowThisLife() {
        connect(1);
        tell(1, LIFE + 2, 12345, 0, 9, 4, 2);
        assertThat(route(9)).isEqualTo("none");
        FeasibleUpdate told = (FeasibleUpdate) next().get(0).message();
        assertThat(told.sender().incarnation()).as("the neighbour is told").isEqualTo(ownLife());
        hear(1, 9, 4, 2);
        assertThat(route(9)).isEqualTo("3 via 1");
    }

    @Test
    void goesOnBehindTheNumbersOfItsEarlierLives() {
        storage.reserve(StableStorage.Series.DESTINATION_SEQUENCE, 41);
        router = router();
        connect(1);
        now = INTERVAL;
        FeasibleUpdate told = (FeasibleUpdate) next().get(0).message();
        assertThat(told.sender().sequence()).isEqualTo(42);
    }

    @Test
    void outbidsAnEarlierLifeWhoseNumbersWereLost() {
        connect(1);
        hear(1, SELF, 8, 3);
        assertThat(((FeasibleUpdate) next().get(0).message()).sender().sequence())
                .isEqualTo(9);
    }

    @Test
    void takesWhatACompleteUpdateDoesNotListForWithdrawn() {
        connect(1);
        hearEverything(1, 9, 4, 2, 10, 4, 2);
        assertThat(List.of(route(9), route(10))).containsExactly("3 via 1", "3 via 1");
        hearEverything(1, 10, 4, 2);
        assertThat(List.of(route(9), route(10))).containsExactly("none", "3 via 1");
    }

    @Test
    void losesTheRoutesOfANeighbourThatFallsSilent() {
        connect(1);
        hearEverything(1, 9, 4, 2);
        while (router.deadlineNanos() < EXPIRY) {
            next();
        }
        assertThat(route(9)).isEqualTo("3 via 1");
        while (router.deadlineNanos() <= EXPIRY) {
            next();
        }
        assertThat(List.of(route(9), route(1))).containsExactly("none", "none");
    }

    @Test
    void tellsANeighbourNothingButItsNameBeforeItKnowsItsLife() {
        int slot = neighbours.register(5);
        connect(1);
        hear(1, 9, 4, 2);
        settle();
        neighbours.connect(slot, 1);
        router.neighbourUp(slot, effects);
        router.expire(now, effects);
        FeasibleUpdate told = (FeasibleUpdate) effects.takeOnlySent().message();
        assertThat(told.entryCount()).isZero();
    }

    @Test
    void sendsAnUpdateThatStaysAsItWas() {
        connect(1);
        hear(1, 9, 4, 2);
        now = INTERVAL;
        FeasibleUpdate told = (FeasibleUpdate) next().get(0).message();
        long[] before = told.row().clone();
        hear(1, 9, 0, -1, 12, 1, 1);
        assertThat(told.row()).isEqualTo(before);
    }

    @Test
    void refusesUpdatesOfSomebodyElseAndTablesOfOtherProtocols() {
        connect(1);
        FeasibleUpdate.Sender other = new FeasibleUpdate.Sender(2, 0, LIFE, ownLife());
        assertThat(router.receive(0, 0, FeasibleUpdate.changes(other, new int[0], new long[0]), effects))
                .isFalse();
        RouteTable table = new RouteTable(1, true, new int[0], new int[0], 0, RouteTable.NO_VERSION);
        assertThat(router.receive(0, 0, table, effects)).isFalse();
    }
}
