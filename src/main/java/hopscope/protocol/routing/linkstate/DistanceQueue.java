package hopscope.protocol.routing.linkstate;

import java.util.Arrays;

/**
 * Nodes that wait to be settled: the nearest first, equal distances by id. As every link costs at least 1, a level, that is
 * the nodes of one distance, is complete before the first of it leaves; so near levels are lists that are sorted once, and
 * only far distances, such as sums of latencies, need a heap (Dial, "Algorithm 360: shortest-path forest with topological
 * ordering", 1969).
 */
final class DistanceQueue {
    /** Distances below this have a list each: hop counts of all but very long networks. */
    private static final int LEVELS = 256;

    /** A level from this size on is sorted by marking ids in a bit set. */
    private static final int MANY = 48;

    private final int[][] levels = new int[LEVELS][];
    private final int[] counts = new int[LEVELS];

    /** Levels below this are empty. */
    private int lowest = LEVELS;

    private final DistanceHeap far = new DistanceHeap();

    /** The level that nodes leave now, sorted. */
    private int[] level = {};

    private int levelCount;
    private int levelNext;
    private int distance;
    private int node;
    private long[] marks = {};

    /** Adds a node; the same node may be in it several times. */
    void add(int distance, int node) {
        if (distance >= LEVELS) {
            far.add(distance, node);
            return;
        }
        int[] list = levels[distance];
        if (list == null) {
            list = levels[distance] = new int[16];
        } else if (counts[distance] == list.length) {
            list = levels[distance] = Arrays.copyOf(list, 2 * list.length);
        }
        list[counts[distance]++] = node;
        lowest = Math.min(lowest, distance);
    }

    /** Takes the first out and makes it {@link #node}, if there is one. */
    boolean next() {
        if (levelNext < levelCount) {
            node = level[levelNext++];
            return true;
        }
        while (lowest < LEVELS && counts[lowest] == 0) {
            lowest++;
        }
        if (lowest < LEVELS) {
            open(lowest);
            node = level[levelNext++];
            return true;
        }
        if (far.isEmpty()) {
            return false;
        }
        distance = far.firstDistance();
        node = far.firstNode();
        far.removeFirst();
        return true;
    }

    /** The node taken out last. */
    int node() {
        return node;
    }

    /** The distance with which it was added. */
    int distance() {
        return distance;
    }

    /** Takes out everything that is left. */
    void clear() {
        levelNext = levelCount;
        Arrays.fill(counts, 0);
        lowest = LEVELS;
        while (!far.isEmpty()) {
            far.removeFirst();
        }
    }

    private void open(int opened) {
        int[] list = levels[opened];
        levels[opened] = level.length == 0 ? null : level;
        level = list;
        levelCount = counts[opened];
        levelNext = 0;
        counts[opened] = 0;
        distance = opened;
        if (levelCount < MANY) {
            Arrays.sort(level, 0, levelCount);
        } else {
            sortByMarking();
        }
    }

    private void sortByMarking() {
        int first = Integer.MAX_VALUE;
        int last = 0;
        for (int i = 0; i < levelCount; i++) {
            int word = level[i] >>> 6;
            if (word >= marks.length) {
                marks = Arrays.copyOf(marks, word + word / 2 + 1);
            }
            marks[word] |= 1L << level[i];
            first = Math.min(first, word);
            last = Math.max(last, word);
        }
        levelCount = 0;
        for (int word = first; word <= last; word++) {
            for (long rest = marks[word]; rest != 0; rest &= rest - 1) {
                level[levelCount++] = (word << 6) + Long.numberOfTrailingZeros(rest);
            }
            marks[word] = 0;
        }
    }
}
