package hopscope.protocol.routing.feasible;

import static org.assertj.core.api.Assertions.assertThat;

import hopscope.protocol.MemoryStorage;
import hopscope.protocol.RecordedEffects;
import hopscope.protocol.message.FeasibleUpdate;
import hopscope.protocol.routing.Neighbours;
import hopscope.protocol.routing.UpdateTiming;
import hopscope.random.RandomStream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The router, which leaves out selections that cannot change anything, against one that looks at every neighbour each time. */
class FeasibleSelectionTest {
    private static final int PEERS = 5;
    private static final int FIRST_DESTINATION = PEERS + 1;
    private static final int IDS = FIRST_DESTINATION + 6;
    private static final int INPUTS = 400;

    /** Selects by the rule alone: the shortest feasible route; of several the one there is, then that by the smallest id. */
    private static final class PlainSelection {
        final int[] costs;
        final long[][] told = new long[PEERS + 1][IDS];
        final boolean[] isUp = new boolean[PEERS + 1];
        final int[] via = new int[IDS];
        final long[] selected = new long[IDS];
        final int[] feasibleSequence = new int[IDS];
        final int[] feasibleDistance = new int[IDS];

        PlainSelection(int[] costs) {
            this.costs = costs;
            for (long[] row : told) {
                Arrays.fill(row, FeasibleUpdate.NO_ROUTE);
            }
            Arrays.fill(selected, FeasibleUpdate.NO_ROUTE);
            Arrays.fill(via, -1);
            Arrays.fill(feasibleSequence, -1);
        }

        private boolean isFeasible(int destination, long entry) {
            int sequence = FeasibleUpdate.sequence(entry);
            return sequence > feasibleSequence[destination]
                    || sequence == feasibleSequence[destination]
                            && FeasibleUpdate.metric(entry) < feasibleDistance[destination];
        }

        void select(int destination) {
            int best = -1;
            int distance = Integer.MAX_VALUE;
            for (int peer = 1; peer <= PEERS; peer++) {
                long entry = told[peer][destination];
                if (!isUp[peer] || entry == FeasibleUpdate.NO_ROUTE || !isFeasible(destination, entry)) {
                    continue;
                }
                int offered = FeasibleUpdate.metric(entry) + costs[peer];
                if (offered < distance || offered == distance && peer == via[destination]) {
                    best = peer;
                    distance = offered;
                }
            }
            via[destination] = best;
            selected[destination] = FeasibleUpdate.NO_ROUTE;
            if (best > 0) {
                int sequence = FeasibleUpdate.sequence(told[best][destination]);
                selected[destination] = FeasibleUpdate.entry(sequence, distance);
                if (isFeasible(destination, selected[destination])) {
                    feasibleSequence[destination] = sequence;
                    feasibleDistance[destination] = distance;
                }
            }
        }
    }

    /** One node whose neighbours come, go and tell routes at random. */
    private static final class Course {
        final String about;
        final RandomStream random;
        final RecordedEffects effects = new RecordedEffects();
        final Neighbours neighbours = new Neighbours();
        final FeasibleRouter router;
        final long life = new RandomStream(1).nextLong() | 1;
        final PlainSelection plain;
        int inputs;

        Course(long seed) {
            about = "seed " + seed;
            random = new RandomStream(seed);
            int[] costs = new int[PEERS + 1];
            Arrays.setAll(costs, peer -> 1 + random.nextInt(3));
            plain = new PlainSelection(costs);
            UpdateTiming timing = new UpdateTiming(1_000, 0, true, 30, 160);
            router = new FeasibleRouter(
                    0, neighbours, new FeasibleConfig(timing, 6_000), new RandomStream(1), new MemoryStorage());
            router.start(0, effects);
        }

        void input() {
            int peer = 1 + random.nextInt(PEERS);
            inputs++;
            if (!plain.isUp[peer]) {
                plain.isUp[peer] = true;
                neighbours.connect(neighbours.register(peer), plain.costs[peer]);
                router.neighbourUp(neighbours.slotOf(peer), effects);
            } else if (random.nextInt(25) == 0) {
                plain.isUp[peer] = false;
                Arrays.fill(plain.told[peer], FeasibleUpdate.NO_ROUTE);
                neighbours.disconnect(neighbours.slotOf(peer));
                router.neighbourDown(neighbours.slotOf(peer), effects);
                for (int destination = FIRST_DESTINATION; destination < IDS; destination++) {
                    plain.select(destination);
                }
            } else if (random.nextInt(4) == 0) {
                tellEverything(peer);
            } else {
                tellOne(peer);
            }
        }

        private FeasibleUpdate.Sender sender(int peer) {
            return new FeasibleUpdate.Sender(peer, 0, 77 + 2 * peer, life);
        }

        private long anyRoute() {
            return random.nextInt(5) == 0
                    ? FeasibleUpdate.NO_ROUTE
                    : FeasibleUpdate.entry(inputs / 20 + random.nextInt(3), 1 + random.nextInt(7));
        }

        private void tellOne(int peer) {
            int destination = FIRST_DESTINATION + random.nextInt(IDS - FIRST_DESTINATION);
            long entry = anyRoute();
            plain.told[peer][destination] = entry;
            plain.select(destination);
            receive(peer, FeasibleUpdate.changes(sender(peer), new int[] {destination}, new long[] {entry}));
        }

        private void tellEverything(int peer) {
            long[] row = new long[IDS];
            Arrays.fill(row, FeasibleUpdate.NO_ROUTE);
            int count = 0;
            for (int destination = FIRST_DESTINATION; destination < IDS; destination++) {
                row[destination] = anyRoute();
                count += row[destination] == FeasibleUpdate.NO_ROUTE ? 0 : 1;
                plain.told[peer][destination] = row[destination];
                plain.select(destination);
            }
            receive(peer, FeasibleUpdate.everything(sender(peer), row, count, FeasibleUpdate.NO_VERSION));
        }

        private void receive(int peer, FeasibleUpdate update) {
            assertThat(router.receive(0, neighbours.slotOf(peer), update, effects))
                    .isTrue();
        }
    }

    @Test
    void selectsWhatAFullScanAfterEveryInputSelects() {
        for (long seed = 0; seed < 100; seed++) {
            Course course = new Course(seed);
            int routes = 0;
            for (int input = 0; input < INPUTS; input++) {
                course.input();
                for (int destination = FIRST_DESTINATION; destination < IDS; destination++) {
                    long expected = course.plain.selected[destination];
                    boolean isNone = expected == FeasibleUpdate.NO_ROUTE;
                    routes += isNone ? 0 : 1;
                    assertThat(course.router.via(destination))
                            .as("%s, input %d: via, to %d", course.about, input, destination)
                            .isEqualTo(course.plain.via[destination]);
                    assertThat(course.router.distance(destination))
                            .as("%s, input %d: distance, to %d", course.about, input, destination)
                            .isEqualTo(isNone ? -1 : FeasibleUpdate.metric(expected));
                }
            }
            assertThat(routes).as("%s: routes there were", course.about).isPositive();
        }
    }
}
