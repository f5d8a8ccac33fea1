package hopscope.protocol.routing.linkstate;

import static org.assertj.core.api.Assertions.assertThat;

import hopscope.protocol.message.LinkStateRecord;
import hopscope.random.RandomStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Many trees with one room, whose databases hold different records of an origin, against Dijkstra's algorithm for each. */
class SharedRoomTest {
    private static final int STEPS = 120;

    /** One tree of several. */
    private static final class Member {
        final int self;
        final LinkStateDatabase database;
        final RecordBatch batch;
        final ShortestPathTree tree;
        final List<String> changes = new ArrayList<>();

        Member(int self, RepairSpace space) {
            this.self = self;
            this.database = new LinkStateDatabase(self, space);
            this.batch = new RecordBatch(database, space);
            this.tree = new ShortestPathTree(self, database, space, true);
        }

        void take(List<LinkStateRecord> records) {
            changes.clear();
            for (LinkStateRecord record : records) {
                LinkStateRecord known = database.get(record.origin());
                if (known == null || record.sequence() > known.sequence()) {
                    batch.put(record);
                }
            }
            tree.repair(
                    batch,
                    (node, oldVia, oldDistance, via, distance) ->
                            changes.add(node + ": " + oldVia + "/" + oldDistance + " " + via + "/" + distance));
            batch.clear();
        }
    }

    /** All records ever spoken; each member hears any of them at any time, in any order. */
    private static final class Course {
        final RandomStream random;
        final int nodes;
        final int costRange;
        final List<LinkStateRecord> spoken = new ArrayList<>();
        final List<Member> members = new ArrayList<>();

        /** By member: the same with a room of its own. */
        final List<Member> alone = new ArrayList<>();

        Course(long seed) {
            random = new RandomStream(seed);
            nodes = 2 + random.nextInt(16);
            costRange = seed % 2 == 0 ? 1 : 5;
            RepairSpace space = new RepairSpace();
            for (int self = 0; self < Math.min(nodes, 5); self++) {
                members.add(new Member(self, space));
                alone.add(new Member(self, new RepairSpace()));
            }
        }

        private void speak(int sequence) {
            int origin = random.nextInt(nodes);
            int[] neighbours = new int[nodes];
            int[] costs = new int[nodes];
            int degree = 0;
            for (int other = 0; other < nodes; other++) {
                if (other != origin && random.nextInt(3) > 0) {
                    neighbours[degree] = other;
                    costs[degree++] = 1 + random.nextInt(costRange);
                }
            }
            spoken.add(new LinkStateRecord(
                    origin, sequence, Arrays.copyOf(neighbours, degree), Arrays.copyOf(costs, degree)));
        }

        void step(int number) {
            speak(number);
            int hearer = random.nextInt(members.size());
            List<LinkStateRecord> heard = new ArrayList<>();
            for (int i = random.nextInt(6); i >= 0; i--) {
                heard.add(spoken.get(random.nextInt(spoken.size())));
            }
            members.get(hearer).take(heard);
            alone.get(hearer).take(heard);
        }
    }

    @Test
    void givesEveryTreeWhatItsOwnDatabaseSays() {
        for (long seed = 0; seed < 120; seed++) {
            Course course = new Course(seed);
            for (int step = 1; step <= STEPS; step++) {
                course.step(step);
                for (int i = 0; i < course.members.size(); i++) {
                    Member member = course.members.get(i);
                    assertThat(member.changes)
                            .as("changes in order, seed %d, step %d", seed, step)
                            .isEqualTo(course.alone.get(i).changes);
                    PlainDijkstra expected = new PlainDijkstra(member.self, course.nodes, member.database);
                    for (int node = 0; node < course.nodes; node++) {
                        assertThat(member.tree.distance(node))
                                .as("distance, seed %d, step %d, node %d", seed, step, node)
                                .isEqualTo(expected.distances[node]);
                        assertThat(member.tree.predecessor(node))
                                .as("predecessor, seed %d, step %d, node %d", seed, step, node)
                                .isEqualTo(expected.predecessors[node]);
                    }
                }
            }
        }
    }
}
