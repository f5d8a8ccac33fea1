package hopscope.simulation;

import hopscope.engine.Engine;
import hopscope.engine.EventsAhead;
import hopscope.protocol.message.RouteTable;
import hopscope.protocol.node.Node;
import hopscope.protocol.routing.RouteView;
import java.util.Arrays;

/**
 * Reads what the next events will need of nodes and links, reference by reference, for all of them at each step. An event that
 * brings nothing looks at some 25 places in memory, one after the other, each of which leads to the next; the waits for
 * those of different events overlap. Changes nothing, and nothing depends on what it reads.
 *
 * <p>In small networks, whose nodes the caches hold, it does nothing.
 */
final class NodesAhead {
    private static final int MIN_NODES = 4_096;

    /** References from a node to what its router looks at last. */
    private static final int DEPTH = 3;

    private final Engine engine;
    private final Network network;
    private final boolean isOn;

    // Of each event that a node will handle:
    private int[] nodes = {};

    /** The node that a frame comes from, or the node itself if it is a wake-up. */
    private int[] peers = {};

    private int count;

    /** The sum of all that was read, so that no compiler takes the reads for useless. */
    private long sum;

    NodesAhead(Engine engine, Network network) {
        this.engine = engine;
        this.network = network;
        this.isOn = network.topology().nodeCount() >= MIN_NODES;
    }

    void read(EventsAhead events) {
        if (isOn) {
            long all = list(events);
            for (int i = 0; i < count; i++) {
                Node node = network.node(nodes[i]);
                all += node.deadlineNanos() + engine.touch(Simulation.FIRST_NODE_SOURCE + nodes[i]);
            }
            for (int depth = 0; depth < DEPTH; depth++) {
                for (int i = 0; i < count; i++) {
                    Node node = network.node(nodes[i]);
                    all += node.neighbours().touch(peers[i], depth)
                            + node.routes().touch(depth);
                }
            }
            sum += all + touchWays() + touchTables(events);
        }
    }

    /** Lists the nodes that will have something to do, and reads the directions in which they may answer. */
    private long list(EventsAhead events) {
        if (nodes.length < events.size()) {
            nodes = Arrays.copyOf(nodes, events.size());
            peers = Arrays.copyOf(peers, events.size());
        }
        Links links = network.links();
        long all = 0;
        count = 0;
        for (int i = 0; i < events.size(); i++) {
            int first = events.first(i);
            if (events.kind(i) == Simulation.FRAME) {
                peers[count] = links.from(first);
                nodes[count++] = links.to(first);
                all += links.touch(first ^ 1);
            } else if (events.kind(i) == Engine.WAKE && first >= Simulation.FIRST_NODE_SOURCE) {
                peers[count] = first - Simulation.FIRST_NODE_SOURCE;
                nodes[count++] = first - Simulation.FIRST_NODE_SOURCE;
            }
        }
        return all;
    }

    /** Reads the directions in which nodes that will wake up are going to send. */
    private long touchWays() {
        Links links = network.links();
        int directions = 0;
        for (int i = 0; i < count; i++) {
            int peer = peers[i] == nodes[i] ? network.node(nodes[i]).routes().likelyPeer() : RouteView.NO_ROUTE;
            int direction = peer < 0 ? -1 : links.directionBetween(nodes[i], peer);
            if (direction >= 0) {
                nodes[directions++] = direction;
            }
        }
        long all = 0;
        for (int i = 0; i < directions; i++) {
            all += links.touch(nodes[i]);
        }
        return all;
    }

    private static long touchTables(EventsAhead events) {
        long all = 0;
        for (int i = 0; i < events.size(); i++) {
            if (events.payload(i) instanceof RouteTable table) {
                all += table.touch();
            }
        }
        return all;
    }
}
