package hopscope.metrics;

import hopscope.protocol.RouteChanges;
import hopscope.protocol.routing.RouteView;
import hopscope.simulation.NetworkView;
import hopscope.topology.DistanceRow;
import hopscope.topology.Topology;
import java.util.Arrays;

/**
 * Follows every route of every node, one change at a time: which ordered pairs deliver, which run into loops or black
 * holes, and which are at the oracle's distance.
 *
 * <p>For hop-by-hop protocols the routes to one destination form a graph in which every node points to its next hop; for
 * protocols that carry the path, the routes from one source form a tree in which every node points to its predecessor.
 * Both are rows of pointers to neighbours, with a root: the destination, or the source. A change of one pointer concerns
 * only the nodes that hang below it, and these are found among the neighbours of each, without any list of children.
 *
 * <p>Cost of a change: the nodes below it times their degree, or the path length if what was good stays good; O(1) as long as
 * routes have only become better. Memory: one byte per ordered pair, from when that has ended, and the oracle's.
 */
final class RouteTracker implements TrackedRoutes {
    private final Topology topology;
    private final DistanceOracle oracle;
    private final PairCounts counts = new PairCounts();
    private final RoutePointers pointers;
    private final boolean carriesPath;

    /**
     * {@code states[source][destination]}, see {@link PairState}. By source, for a node changes many of its routes at a
     * time: those entries lie side by side, and so do those of the neighbour that it learned them from. {@code null} while
     * {@link #plain} knows them.
     */
    private byte[][] states;

    /** {@code null} once states are kept. */
    private PlainRoutes plain;

    /**
     * By row: whether, so far, every node claimed a larger distance than the one it points to, no claim ever rose and no
     * route was lost. In such a row no pointer can lead back to where it comes from.
     */
    private final boolean[] descends;

    private final RowsAhead ahead = new RowsAhead();
    private final NodesBelow below;

    RouteTracker(NetworkView network) {
        this.topology = network.topology();
        this.oracle = new DistanceOracle(network);
        int nodes = topology.nodeCount();
        this.pointers = new RoutePointers(network);
        this.carriesPath = pointers.carriesPath();
        this.below = new NodesBelow(topology, pointers);
        this.descends = new boolean[nodes];
        Arrays.fill(descends, true);
        for (int source = 0; source < nodes; source++) {
            countConnected(source);
        }
        this.plain = new PlainRoutes(oracle, pointers, counts);
        if (carriesPath || nodes > 0 && !pointers.routes(0).tellsAtOnce()) {
            keepStates();
        }
    }

    private void countConnected(int source) {
        DistanceRow shortest = oracle.row(source);
        int connected = 0;
        for (int node = 0; node < descends.length; node++) {
            connected += shortest.get(node) != DistanceOracle.UNREACHABLE ? 1 : 0;
        }
        counts.add(PairState.CONNECTED, connected - 1);
        counts.add(0, descends.length - connected);
    }

    /** From now on states are kept, for they will not follow from routes and oracle any more. O(n²), once. */
    private void keepStates() {
        if (plain != null) {
            states = plain.states(descends.length);
            plain = null;
        }
    }

    @Override
    public PairCounts counts() {
        return counts;
    }

    @Override
    public long pairCount() {
        return Math.max(0, (long) descends.length * (descends.length - 1));
    }

    /** State of an ordered pair, see {@link PairState}. */
    int state(int source, int destination) {
        return plain != null ? plain.state(source, destination) : states[source][destination];
    }

    private int stateOf(int row, int node) {
        return carriesPath ? states[row][node] : states[node][row];
    }

    /** Distance between two nodes as the oracle sees it, or {@link DistanceOracle#UNREACHABLE}. */
    @Override
    public int oracleDistance(int source, int destination) {
        return oracle.distance(source, destination);
    }

    /** Two neighbouring nodes on a loop and its destination, for a message; O(n²). There must be one, hop by hop. */
    @Override
    public String describeLoop() {
        keepStates();
        for (int destination = 0; destination < descends.length; destination++) {
            for (int node = 0; node < descends.length; node++) {
                if (node != destination && (stateOf(destination, node) & PairState.FARE_MASK) == PairState.LOOPS) {
                    return "node " + node + " sends to node "
                            + pointers.routes(node).via(destination) + " what is for node " + destination;
                }
            }
        }
        throw new IllegalStateException("there is no loop");
    }

    /**
     * A node's route to a destination changed; -1 stands for no route.
     *
     * @param oldDistance that the node claimed before
     * @param via the pointer now
     * @param distance that the node claims now
     */
    @Override
    public void routeChanged(int node, int destination, int oldDistance, int via, int distance) {
        if (node == destination || isPlain(node, destination, oldDistance, via, distance)) {
            return;
        }
        if (carriesPath) {
            ahead.changed(node, states[node], oracle);
        }
        if (carriesPath && pointers.areAllLive()) {
            setState(node, destination, stateInIntactTree(node, destination, via, distance));
        } else if (carriesPath) {
            judge(node, destination);
        } else if (!keepsDescending(destination, oldDistance, via, distance) || !improved(destination, node, via)) {
            judge(destination, node);
        }
    }

    /**
     * Where every link is live, all that matters about a node's tree is whether it comes to the destination: its pointers
     * lead to its root, see {@link RouteView#carriesPath}, so that nobody below need be looked at.
     */
    private int stateInIntactTree(int node, int destination, int via, int distance) {
        int connected = states[node][destination] & PairState.CONNECTED;
        if (via == RouteView.NO_ROUTE) {
            return connected;
        }
        boolean isExact = distance >= 0 && distance == oracle.distance(node, destination);
        return connected | PairState.DELIVERS | (isExact ? PairState.EXACT : 0);
    }

    /** Whether nothing more need be done about a change; if not, states are those of before it. */
    private boolean isPlain(int node, int destination, int oldDistance, int via, int distance) {
        if (plain == null || plain.routeChanged(node, destination, oldDistance, via, distance)) {
            return plain != null;
        }
        int old = plain.state(node, destination, oldDistance);
        keepStates();
        states[node][destination] = (byte) old;
        return false;
    }

    /** The same for several changes. */
    private boolean arePlain(int node, RouteChanges changes) {
        if (plain == null || plain.routesChanged(node, changes)) {
            return plain != null;
        }
        PlainRoutes before = plain;
        keepStates();
        for (int i = 0; i < changes.count(); i++) {
            int destination = changes.destination(i);
            states[node][destination] = (byte) before.state(node, destination, changes.oldDistance(i));
        }
        return false;
    }

    /** Several routes of a node changed at once: {@link #routeChanged} for each, with what they have in common looked up once. */
    @Override
    public void routesChanged(int node, RouteChanges changes) {
        if (arePlain(node, changes)) {
            return;
        }
        int via = changes.via();
        boolean mayImprove = !carriesPath && pointers.isLive(node, via);
        // Where no link is down, whoever has a route in a descending row delivers: every pointer leads to a smaller
        // claim.
        boolean areAllLive = pointers.areAllLive();
        byte[] own = states[node];
        byte[] theirs = states[via];
        DistanceRow shortest = oracle.row(node);
        RouteView neighbour = pointers.routes(via);
        int ofNew = 0;
        int exact = 0;
        for (int i = 0; i < changes.count(); i++) {
            int destination = changes.destination(i);
            int distance = changes.distance(i);
            int old = own[destination];
            boolean falls = changes.oldDistance(i) < 0 || distance <= changes.oldDistance(i);
            boolean delivers = via == destination
                    || (areAllLive || (theirs[destination] & PairState.FARE_MASK) == PairState.DELIVERS)
                            && PlainRoutes.isBelow(neighbour, via, destination, distance);
            boolean isSimple = old == PairState.CONNECTED || old == PlainRoutes.DELIVERING;
            if (mayImprove && descends[destination] && falls && delivers && isSimple && destination != node) {
                int exactBit = distance == shortest.get(destination) ? PairState.EXACT : 0;
                own[destination] = (byte) (PlainRoutes.DELIVERING | exactBit);
                ofNew += old == PairState.CONNECTED ? 1 : 0;
                exact += exactBit;
            } else {
                routeChanged(node, destination, changes.oldDistance(i), via, distance);
            }
        }
        exact /= PairState.EXACT;
        PlainRoutes.count(counts, ofNew, exact);
    }

    /** Whether a row in which claims have only ever fallen towards the root stays so; if not, it never will again. */
    private boolean keepsDescending(int row, int oldDistance, int via, int distance) {
        if (!descends[row]) {
            return false;
        }
        boolean falls = distance >= 0 && (oldDistance < 0 || distance <= oldDistance);
        descends[row] = falls && PlainRoutes.isBelow(pointers.routes(via), via, row, distance);
        return descends[row];
    }

    /**
     * Judges a new pointer over a live link in a descending row without walking along it: whoever delivers still does so
     * after the change, for its path leads over ever smaller claims and thus not back; and whoever had no route had nobody
     * below.
     *
     * @return false if that does not settle it
     */
    private boolean improved(int row, int node, int via) {
        int old = stateOf(row, node);
        int fare = old & PairState.FARE_MASK;
        boolean isSimple = fare == PairState.NO_ROUTE || fare == PairState.DELIVERS;
        boolean delivers = via == row || (stateOf(row, via) & PairState.FARE_MASK) == PairState.DELIVERS;
        if (!isSimple || !delivers || !pointers.isLive(node, via)) {
            return false;
        }
        int connected = old & PairState.CONNECTED;
        setState(row, node, connected | PairState.DELIVERS | exactBit(row, node, shortest(row, node)));
        return true;
    }

    /** A node went down or came up: its routes are other ones now. */
    @Override
    public void nodeChanged(int node) {
        keepStates();
        pointers.nodeChanged(node);
        Arrays.fill(descends, false);
        for (int other = 0; other < descends.length; other++) {
            if (other != node) {
                judge(carriesPath ? node : other, carriesPath ? other : node);
            }
        }
    }

    /** A link became usable or ceased to be. */
    @Override
    public void linkChanged(int link, boolean live) {
        keepStates();
        pointers.linkChanged(live);
        oracle.linkChanged(link);
        int a = topology.endA(link);
        int b = topology.endB(link);
        for (int row = 0; row < descends.length; row++) {
            if (row != a && pointers.via(row, a) == b) {
                judge(row, a);
            }
            if (row != b && pointers.via(row, b) == a) {
                judge(row, b);
            }
        }
    }

    @Override
    public boolean knowsDistancesFrom(int source) {
        return !oracle.isBehind();
    }

    /** Brings the oracle up to date after link changes; to be called before counts are looked at. */
    @Override
    public void settle() {
        oracle.update(this::distanceChanged);
    }

    private void distanceChanged(int source, int destination, int oldDistance, int distance) {
        int row = carriesPath ? source : destination;
        int node = carriesPath ? destination : source;
        int state = stateOf(row, node) & (PairState.FARE_MASK | PairState.BROKEN);
        if (distance != DistanceOracle.UNREACHABLE) {
            state |= PairState.CONNECTED;
        }
        setState(row, node, state | exactBit(row, node, distance));
    }

    private int exactBit(int row, int node, int shortest) {
        int claimed = pointers.distance(row, node);
        return claimed >= 0 && claimed == shortest ? PairState.EXACT : 0;
    }

    /** As the oracle sees it; read, as everything is, from the row of the node whose route it is. */
    private int shortest(int row, int node) {
        return carriesPath ? oracle.distance(row, node) : oracle.distance(node, row);
    }

    private void setState(int row, int node, int state) {
        int source = carriesPath ? row : node;
        int destination = carriesPath ? node : row;
        int old = states[source][destination];
        if (old != state) {
            states[source][destination] = (byte) state;
            counts.move(old & ~PairState.PENDING, state);
        }
    }

    /**
     * Judges a node's pointer anew, and with it all nodes below. Those fare as the node does, or end in a black hole if it
     * has no route; if that stays so, they need not be looked for.
     */
    private void judge(int row, int node) {
        int old = stateOf(row, node);
        int via = pointers.via(row, node);
        int fareBelow = fareBelow(old & PairState.FARE_MASK);
        int fare = fareAlong(row, node, via, fareBelow);
        int keep = old & PairState.CONNECTED | exactBit(row, node, shortest(row, node));
        setState(row, node, keep | fare | brokenBit(row, node, via, fare));
        if (fareBelow(fare) != fareBelow) {
            spread(row, node, fareBelow(fare));
        }
    }

    private static int fareBelow(int fare) {
        return fare == PairState.NO_ROUTE ? PairState.BLACK_HOLE : fare;
    }

    /** All nodes below fare otherwise than before. */
    private void spread(int row, int node, int fare) {
        below.gather(row, node, states);
        // Below, all own links are live, or the walk would not have come there.
        int broken = carriesPath && fare == PairState.BLACK_HOLE ? PairState.BROKEN : 0;
        setState(row, node, stateOf(row, node) & ~PairState.PENDING);
        for (int i = 1; i < below.count(); i++) {
            int keep = stateOf(row, below.node(i)) & (PairState.CONNECTED | PairState.EXACT);
            setState(row, below.node(i), keep | fare | broken);
        }
    }

    private int brokenBit(int row, int node, int via, int fare) {
        boolean broken =
                carriesPath ? fare == PairState.BLACK_HOLE : via != RouteView.NO_ROUTE && !pointers.isLive(node, via);
        return broken ? PairState.BROKEN : 0;
    }

    /**
     * How a node fares with a pointer, by following pointers until that is known. A node that fares otherwise than those
     * below is not among them, so what is known of it holds; the others are walked through, and where they go round
     * without coming back to the node is noticed as Brent (1980) does.
     *
     * @param fareBelow how those below the node have fared so far
     */
    private int fareAlong(int row, int node, int via, int fareBelow) {
        int at = node;
        int next = via;
        int landmark = node;
        int stepsToLandmark = 1;
        for (int steps = 0; next != row; steps++) {
            if (next == RouteView.NO_ROUTE) {
                return at == node ? PairState.NO_ROUTE : PairState.BLACK_HOLE;
            }
            if (!pointers.isLive(at, next)) {
                return PairState.BLACK_HOLE;
            }
            if (next == node || next == landmark) {
                return PairState.LOOPS;
            }
            int fare = stateOf(row, next) & PairState.FARE_MASK;
            if (fare != fareBelow) {
                return fareBelow(fare);
            }
            if (steps == stepsToLandmark) {
                landmark = next;
                stepsToLandmark *= 2;
            }
            at = next;
            next = pointers.via(row, at);
        }
        return pointers.isLive(at, row) ? PairState.DELIVERS : PairState.BLACK_HOLE;
    }
}
