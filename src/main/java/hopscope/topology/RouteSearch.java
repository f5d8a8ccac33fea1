package hopscope.topology;

import java.util.Arrays;

/**
 * One shortest path by hops, searched from both ends at once (Pohl 1971): two small balls instead of one large.
 *
 * <p>Of several shortest paths it is the one that the protocols' trees of predecessors hold: before each node, seen from
 * the destination, comes the smallest of the neighbours that are a hop nearer to the source.
 *
 * <p>A search allocates nothing but the path and needs no clearing of what the one before left behind. The object owns its
 * work arrays, 20 bytes per node, and is therefore not thread-safe.
 */
public final class RouteSearch {
    /** There is no path. */
    public static final int UNREACHABLE = -1;

    private final Topology topology;
    private final Ball fromSource;
    private final Ball fromDestination;

    /** By node: {@link #stamp} for those at which the balls touch and those between them and the destination. */
    private final int[] onPath;

    private int stamp;

    /** The nodes at which the balls touched, and then those nearer to the destination on shortest paths. */
    private int[] meeting = new int[8];

    private int meetingCount;

    /** What one end has reached, level by level. */
    private final class Ball {
        private final int[] queue;

        /** By node: the level plus {@link #base}, or less than that for a node not reached in this search. */
        private final int[] levels;

        private int base;
        private int radius;
        private int levelBegin;
        private int size;

        /** Neighbours of the outermost level: what the next step has to look at. */
        private int rim;

        Ball(int nodes) {
            queue = new int[nodes];
            levels = new int[nodes];
        }

        void begin(int node) {
            if (base > Integer.MAX_VALUE - 2 * (levels.length + 1)) {
                Arrays.fill(levels, 0);
                base = 0;
            }
            base += levels.length + 1;
            radius = 0;
            levelBegin = 0;
            size = 0;
            rim = 0;
            add(node, 0);
        }

        boolean holds(int node) {
            return levels[node] >= base;
        }

        int level(int node) {
            return levels[node] - base;
        }

        boolean isExhausted() {
            return levelBegin == size;
        }

        private void add(int node, int level) {
            levels[node] = base + level;
            queue[size++] = node;
            rim += topology.degree(node);
        }

        /**
         * Takes in the next level.
         *
         * @param all whether to notice all nodes at which the other ball is touched, or to stop at the first
         * @return whether it was touched
         */
        boolean grow(Ball other, boolean[] linkUp, boolean all) {
            int end = size;
            rim = 0;
            radius++;
            for (int i = levelBegin; i < end; i++) {
                int node = queue[i];
                int last = topology.firstNeighbour(node + 1);
                for (int at = topology.firstNeighbour(node); at < last; at++) {
                    int neighbour = topology.neighbourAt(at);
                    if (!holds(neighbour) && linkUp[topology.linkAt(at)]) {
                        add(neighbour, radius);
                        if (other.holds(neighbour)) {
                            addMeeting(neighbour);
                            if (!all) {
                                return true;
                            }
                        }
                    }
                }
            }
            levelBegin = end;
            return meetingCount > 0;
        }
    }

    /** Prepares for one network; O(nodes). */
    public RouteSearch(Topology topology) {
        this.topology = topology;
        this.fromSource = new Ball(topology.nodeCount());
        this.fromDestination = new Ball(topology.nodeCount());
        this.onPath = new int[topology.nodeCount()];
    }

    private void addMeeting(int node) {
        if (meetingCount == meeting.length) {
            meeting = Arrays.copyOf(meeting, 2 * meetingCount);
        }
        meeting[meetingCount++] = node;
    }

    /**
     * Hops of the shortest path, or {@link #UNREACHABLE}.
     *
     * @param linkUp by link: whether it and both its ends are up
     */
    public int hops(int source, int destination, boolean[] linkUp) {
        if (source == destination) {
            return 0;
        }
        boolean met = meet(source, destination, linkUp, false);
        return met ? fromSource.radius + fromDestination.radius : UNREACHABLE;
    }

    /**
     * The nodes of a shortest path from source to destination, both included, or {@code null} if there is none; a new
     * array.
     *
     * @param linkUp by link: whether it and both its ends are up
     */
    public int[] path(int source, int destination, boolean[] linkUp) {
        if (source == destination) {
            return new int[] {source};
        }
        if (!meet(source, destination, linkUp, true)) {
            return null;
        }
        markTowardsDestination(linkUp);
        int hops = fromSource.radius + fromDestination.radius;
        int[] path = new int[hops + 1];
        path[hops] = destination;
        for (int at = hops; at > 0; at--) {
            path[at - 1] = before(path[at], at, hops, linkUp);
        }
        return path;
    }

    /** Grows whichever ball has less to look at until they touch; up to then their radii add up to less than the hops. */
    private boolean meet(int source, int destination, boolean[] linkUp, boolean all) {
        fromSource.begin(source);
        fromDestination.begin(destination);
        meetingCount = 0;
        while (!fromSource.isExhausted() && !fromDestination.isExhausted()) {
            boolean forward = fromSource.rim <= fromDestination.rim;
            Ball growing = forward ? fromSource : fromDestination;
            if (growing.grow(forward ? fromDestination : fromSource, linkUp, all)) {
                return true;
            }
        }
        return false;
    }

    private void markTowardsDestination(boolean[] linkUp) {
        stamp++;
        for (int i = 0; i < meetingCount; i++) {
            onPath[meeting[i]] = stamp;
        }
        for (int i = 0; i < meetingCount; i++) {
            int node = meeting[i];
            int nearer = fromDestination.level(node) - 1;
            int end = topology.firstNeighbour(node + 1);
            for (int at = topology.firstNeighbour(node); at < end; at++) {
                int neighbour = topology.neighbourAt(at);
                if (onPath[neighbour] != stamp
                        && fromDestination.holds(neighbour)
                        && fromDestination.level(neighbour) == nearer
                        && linkUp[topology.linkAt(at)]) {
                    onPath[neighbour] = stamp;
                    addMeeting(neighbour);
                }
            }
        }
    }

    /** The smallest neighbour that is a hop nearer to the source than a node at so many hops from it. */
    private int before(int node, int position, int hops, boolean[] linkUp) {
        boolean inSourceBall = position - 1 < fromSource.radius;
        int end = topology.firstNeighbour(node + 1);
        for (int at = topology.firstNeighbour(node); at < end; at++) {
            int neighbour = topology.neighbourAt(at);
            boolean nearer = inSourceBall
                    ? fromSource.holds(neighbour) && fromSource.level(neighbour) == position - 1
                    : onPath[neighbour] == stamp && fromDestination.level(neighbour) == hops - position + 1;
            if (nearer && linkUp[topology.linkAt(at)]) {
                return neighbour;
            }
        }
        throw new IllegalStateException("no node before " + node);
    }
}
