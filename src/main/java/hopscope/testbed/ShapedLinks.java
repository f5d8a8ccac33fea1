package hopscope.testbed;

import hopscope.protocol.wire.FrameCodec;
import hopscope.simulation.Links;
import hopscope.tcp.LinkShaper;
import hopscope.topology.Topology;
import java.util.function.LongSupplier;

/**
 * Gives the connections of a testbed the latency and loss of the scenario's links, outside the nodes: the k-th frame of a
 * direction meets the same draw as in a simulated run, and waits for the same bandwidth. What cannot be done to a TCP
 * connection – duplicates, overtaking, damage – is left out here and refused by the commands. Thread-safe.
 */
final class ShapedLinks {
    private final Topology topology;
    private final Links links;
    private final boolean[] swallows;
    private final LongSupplier clock;

    ShapedLinks(Topology topology, Links links, LongSupplier clock) {
        this.topology = topology;
        this.links = links;
        this.swallows = new boolean[topology.linkCount()];
        this.clock = clock;
    }

    /** What one node's frames meet. */
    LinkShaper of(int node) {
        return (peer, message) -> delayNanos(node, peer, FrameCodec.frameLengthBytes(message));
    }

    private synchronized long delayNanos(int from, int to, int frameBytes) {
        int link = topology.linkBetween(from, to);
        long now = clock.getAsLong();
        long arrival = links.arrivalNanos(links.directionFrom(link, from), now, frameBytes);
        if (arrival == Links.LOST || swallows[link]) {
            return LinkShaper.LOST;
        }
        return arrival - now;
    }

    /** A link was cut: what was on it does not hold up later frames. */
    synchronized void wipe(int link) {
        links.wipe(link);
    }

    /** From now on a link loses everything, or ceases to. */
    synchronized void swallow(int link, boolean all) {
        swallows[link] = all;
    }
}
