package hopscope.protocol.routing.linkstate;

import hopscope.protocol.message.LinkStateRecord;
import hopscope.random.RandomStream;
import java.util.Arrays;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The tree of shortest paths from one node: from all records at once, and repaired after one of them has changed. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class TreeBenchmark {
    private static final int LINKS_PER_NODE = 2;

    /** Size of the network. */
    @Param({"1000", "10000"})
    public int nodes;

    private LinkStateRecord[] records;
    private LinkStateDatabase database;
    private RecordBatch batch;
    private ShortestPathTree tree;
    private RandomStream origins;
    private int sequence;

    /** Draws a random network in which every node chose two others. */
    @Setup
    public void draw() {
        RandomStream random = new RandomStream(1);
        TreeSet<Integer>[] neighbours = newSets();
        for (int node = 1; node < nodes; node++) {
            for (int i = 0; i < LINKS_PER_NODE; i++) {
                int other = random.nextInt(node);
                neighbours[node].add(other);
                neighbours[other].add(node);
            }
        }
        records = new LinkStateRecord[nodes];
        for (int node = 0; node < nodes; node++) {
            int[] ids = neighbours[node].stream().mapToInt(Integer::intValue).toArray();
            records[node] = record(node, 1, ids);
        }
        plant();
    }

    /** A tree that stands. */
    private void plant() {
        origins = new RandomStream(2);
        sequence = 1;
        database = new LinkStateDatabase();
        batch = new RecordBatch(database);
        tree = new ShortestPathTree(0, database);
        for (LinkStateRecord record : records) {
            batch.put(record);
        }
        tree.repair(batch, (destination, oldVia, oldDistance, via, distance) -> {});
        batch.clear();
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private TreeSet<Integer>[] newSets() {
        TreeSet<Integer>[] sets = new TreeSet[nodes];
        for (int node = 0; node < nodes; node++) {
            sets[node] = new TreeSet<>();
        }
        return sets;
    }

    /** All records, then one repair. */
    @Benchmark
    public int build() {
        LinkStateDatabase database = new LinkStateDatabase();
        RecordBatch batch = new RecordBatch(database);
        ShortestPathTree tree = new ShortestPathTree(0, database);
        for (LinkStateRecord record : records) {
            batch.put(record);
        }
        tree.repair(batch, (destination, oldVia, oldDistance, via, distance) -> {});
        return tree.distance(nodes - 1);
    }

    /** A node loses the link to the first of its neighbours and gets it back; each time the tree follows. */
    @Benchmark
    @OperationsPerInvocation(2)
    public int repair() {
        LinkStateRecord whole = records[origins.nextInt(nodes)];
        int[] ids = IntStream.range(0, whole.degree()).map(whole::neighbour).toArray();
        take(record(whole.origin(), ++sequence, Arrays.copyOfRange(ids, 1, ids.length)));
        take(record(whole.origin(), ++sequence, ids));
        return tree.distance(nodes - 1);
    }

    private void take(LinkStateRecord record) {
        batch.put(record);
        tree.repair(batch, (destination, oldVia, oldDistance, via, distance) -> {});
        batch.clear();
    }

    private static LinkStateRecord record(int origin, int sequence, int[] ids) {
        return new LinkStateRecord(
                origin, sequence, ids, IntStream.generate(() -> 1).limit(ids.length).toArray());
    }
}
