package hopscope.report;

import hopscope.metrics.RunMetrics;
import hopscope.protocol.routing.RouteView;
import hopscope.simulation.ForwardingObserver;
import hopscope.simulation.NetworkView;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a run looks like at some moments: links, nodes, and how the routes to some destinations fare. It measures as well,
 * for faults may wait for what is measured.
 *
 * <p>Its size is bounded: at most {@value #MOMENTS} moments and {@value #STATES} states, so at 1,000 nodes four
 * destinations, and up to 66 nodes all of them.
 */
final class RouteTimeline extends ForwardingObserver {
    static final int MOMENTS = 90;
    static final int STATES = 400_000;

    /** How a node's route to a destination fares. */
    static final int NO_ROUTE = 0;

    static final int DELIVERS = 1;
    static final int LOOPS = 2;
    static final int BLACK_HOLE = 3;
    static final int DOWN = 4;

    /**
     * A moment.
     *
     * @param nanos virtual time
     * @param deadLinks links that carry nothing
     * @param downNodes nodes that are down
     * @param changes by destination: node, state and next hop (or −1) of every node for which they are others than at the
     *     moment before
     */
    record Moment(long nanos, List<Integer> deadLinks, List<Integer> downNodes, List<List<Integer>> changes) {}

    private final long[] wanted;
    private final List<Moment> moments = new ArrayList<>();
    private final List<Integer> destinations = new ArrayList<>();
    private NetworkView network;
    private int next;
    private boolean disturbed;
    private int[][] states;
    private int[][] hops;

    /**
     * @param metrics told everything, too
     * @param wantedNanos moments to look at, ascending; disturbances come on top as far as there is room
     */
    RouteTimeline(RunMetrics metrics, long[] wantedNanos) {
        super(metrics);
        this.wanted = wantedNanos.clone();
    }

    List<Moment> moments() {
        return List.copyOf(moments);
    }

    List<Integer> destinations() {
        return List.copyOf(destinations);
    }

    @Override
    public void begin(NetworkView view) {
        super.begin(view);
        network = view;
        int nodes = view.topology().nodeCount();
        int count = Math.max(1, Math.min(nodes, STATES / MOMENTS / Math.max(1, nodes)));
        for (int i = 0; i < count; i++) {
            destinations.add((int) ((long) i * nodes / count));
        }
        states = new int[count][nodes];
        hops = new int[count][nodes];
        Arrays.stream(hops).forEach(row -> Arrays.fill(row, RouteView.NO_ROUTE));
    }

    @Override
    public void eventDone(long nowNanos) {
        super.eventDone(nowNanos);
        boolean due = next < wanted.length && nowNanos >= wanted[next];
        if ((due || disturbed) && moments.size() < MOMENTS - 1) {
            look(nowNanos);
        }
        disturbed = false;
        while (next < wanted.length && nowNanos >= wanted[next]) {
            next++;
        }
    }

    @Override
    public void end(long nowNanos) {
        look(nowNanos);
        super.end(nowNanos);
    }

    private void look(long nowNanos) {
        List<Integer> dead = new ArrayList<>();
        for (int link = 0; link < network.topology().linkCount(); link++) {
            if (!network.isLive(link)) {
                dead.add(link);
            }
        }
        List<Integer> down = new ArrayList<>();
        for (int node = 0; node < network.topology().nodeCount(); node++) {
            if (!network.isUp(node)) {
                down.add(node);
            }
        }
        List<List<Integer>> changes = new ArrayList<>();
        for (int i = 0; i < destinations.size(); i++) {
            changes.add(changes(i));
        }
        moments.add(new Moment(nowNanos, dead, down, changes));
    }

    private List<Integer> changes(int index) {
        List<Integer> changed = new ArrayList<>();
        int destination = destinations.get(index);
        for (int node = 0; node < network.topology().nodeCount(); node++) {
            if (node == destination) {
                continue;
            }
            int hop = network.isUp(node) ? nextHop(node, destination) : RouteView.NO_ROUTE;
            int state = network.isUp(node) ? state(node, destination) : DOWN;
            if (state != states[index][node] || hop != hops[index][node]) {
                states[index][node] = state;
                hops[index][node] = hop;
                changed.addAll(List.of(node, state, hop));
            }
        }
        return changed;
    }

    private int nextHop(int node, int destination) {
        RouteView routes = network.routes(node);
        if (!routes.carriesPath()) {
            return routes.via(destination);
        }
        int at = destination;
        for (int steps = 0; steps <= network.topology().nodeCount(); steps++) {
            int before = routes.via(at);
            if (before == node || before == RouteView.NO_ROUTE) {
                return before == node ? at : RouteView.NO_ROUTE;
            }
            at = before;
        }
        return RouteView.NO_ROUTE;
    }

    private int state(int node, int destination) {
        return network.routes(node).carriesPath() ? ofPath(node, destination) : hopByHop(node, destination);
    }

    private int ofPath(int node, int destination) {
        RouteView routes = network.routes(node);
        int at = destination;
        for (int steps = 0; steps <= network.topology().nodeCount(); steps++) {
            int before = routes.via(at);
            if (before == RouteView.NO_ROUTE) {
                return at == destination ? NO_ROUTE : BLACK_HOLE;
            }
            if (!isLive(before, at)) {
                return BLACK_HOLE;
            }
            if (before == node) {
                return DELIVERS;
            }
            at = before;
        }
        return LOOPS;
    }

    private int hopByHop(int node, int destination) {
        int at = node;
        for (int steps = 0; steps <= network.topology().nodeCount(); steps++) {
            int via = network.routes(at).via(destination);
            if (via == RouteView.NO_ROUTE) {
                return at == node ? NO_ROUTE : BLACK_HOLE;
            }
            if (!isLive(at, via)) {
                return BLACK_HOLE;
            }
            if (via == destination) {
                return DELIVERS;
            }
            at = via;
        }
        return LOOPS;
    }

    private boolean isLive(int a, int b) {
        int link = network.topology().linkBetween(a, b);
        return link >= 0 && network.isLive(link);
    }

    @Override
    public void disturbed(long nowNanos) {
        disturbed = true;
        super.disturbed(nowNanos);
    }
}
