package hopscope.protocol;

import hopscope.protocol.message.SessionMessage;
import hopscope.protocol.node.RouterFactory;
import hopscope.random.Keys;
import hopscope.random.RandomStream;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** A small random network whose links and nodes fail and come back, and what its routes should be. */
public final class RandomFailures {
    private static final long MS = TinyNetwork.MS;

    private final TinyNetwork network;
    private final RandomStream random;
    private final int nodes;
    private final List<int[]> edges = new ArrayList<>();
    private final TreeSet<Integer> down = new TreeSet<>();

    /**
     * A connected network of 4 to 9 nodes.
     *
     * @param lossPercent of frames that are lost; the handshake's are spared
     */
    public RandomFailures(RouterFactory routers, long seed, int lossPercent) {
        random = new RandomStream(Keys.of(seed, "random failures"));
        nodes = 4 + random.nextInt(6);
        network = new TinyNetwork(routers, seed).nodes(nodes);
        for (int node = 1; node < nodes; node++) {
            addEdge(random.nextInt(node), node);
        }
        for (int extra = random.nextInt(nodes); extra > 0; extra--) {
            int a = random.nextInt(nodes);
            int b = random.nextInt(nodes);
            if (a != b && edges.stream().noneMatch(edge -> isBetween(edge, a, b))) {
                addEdge(a, b);
            }
        }
        RandomStream loss = new RandomStream(Keys.of(seed, "loss"));
        network.lose(frame -> !(frame.message() instanceof SessionMessage) && loss.nextInt(100) < lossPercent);
    }

    private static boolean isBetween(int[] edge, int a, int b) {
        return edge[0] == Math.min(a, b) && edge[1] == Math.max(a, b);
    }

    private void addEdge(int a, int b) {
        edges.add(new int[] {Math.min(a, b), Math.max(a, b), 1 + random.nextInt(80)});
        link(edges.size() - 1);
    }

    private void link(int index) {
        int[] edge = edges.get(index);
        network.link(edge[0], edge[1], edge[2] * MS);
    }

    /** The network. */
    public TinyNetwork network() {
        return network;
    }

    /** Breaks or mends something: a link is cut or comes back, a node restarts with or without its storage. */
    public void disturb() {
        int index = random.nextInt(edges.size());
        int[] edge = edges.get(index);
        if (random.nextInt(4) == 0) {
            restart(random.nextInt(nodes));
        } else if (down.remove(index)) {
            link(index);
        } else {
            network.cut(edge[0], edge[1]);
            down.add(index);
        }
    }

    private void restart(int node) {
        network.stop(node);
        if (random.nextInt(2) == 0) {
            network.loseStorage(node);
        }
        for (int index = 0; index < edges.size(); index++) {
            int[] edge = edges.get(index);
            if (!down.contains(index) && (edge[0] == node || edge[1] == node)) {
                network.cut(edge[0], edge[1]);
            }
        }
        network.node(TinyNetwork.config(node));
        for (int index = 0; index < edges.size(); index++) {
            int[] edge = edges.get(index);
            if (!down.contains(index) && (edge[0] == node || edge[1] == node)) {
                link(index);
            }
        }
    }

    /** Mends every link. */
    public void mendAll() {
        for (int index : List.copyOf(down)) {
            link(index);
        }
        down.clear();
    }

    /** Whether every node has a route of the fewest hops to each node that it can reach, and to no other. */
    public boolean isOptimal() {
        int[][] hops = hops();
        for (int a = 0; a < nodes; a++) {
            for (int b = 0; b < nodes; b++) {
                if (a != b && network.node(a).routes().distance(b) != (hops[a][b] >= nodes ? -1 : hops[a][b])) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Floyd and Warshall. */
    private int[][] hops() {
        int[][] hops = new int[nodes][nodes];
        for (int a = 0; a < nodes; a++) {
            for (int b = 0; b < nodes; b++) {
                hops[a][b] = a == b ? 0 : nodes;
            }
        }
        for (int index = 0; index < edges.size(); index++) {
            if (!down.contains(index)) {
                int[] edge = edges.get(index);
                hops[edge[0]][edge[1]] = 1;
                hops[edge[1]][edge[0]] = 1;
            }
        }
        for (int via = 0; via < nodes; via++) {
            for (int a = 0; a < nodes; a++) {
                for (int b = 0; b < nodes; b++) {
                    hops[a][b] = Math.min(hops[a][b], hops[a][via] + hops[via][b]);
                }
            }
        }
        return hops;
    }

    /** A destination to which next hops lead in a circle, or -1. */
    public int loopingDestination() {
        for (int destination = 0; destination < nodes; destination++) {
            for (int start = 0; start < nodes; start++) {
                int at = start;
                int steps = 0;
                while (at != destination && at != -1 && steps++ <= nodes) {
                    at = network.node(at).routes().via(destination);
                }
                if (steps > nodes) {
                    return destination;
                }
            }
        }
        return -1;
    }
}
