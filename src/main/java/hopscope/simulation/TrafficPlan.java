package hopscope.simulation;

import hopscope.random.Keys;
import hopscope.random.RandomStream;
import hopscope.scenario.NodeRef;
import hopscope.scenario.NodeSelector;
import hopscope.scenario.Scenario;
import hopscope.scenario.TrafficSpec;
import hopscope.topology.Topology;
import java.util.ArrayList;
import java.util.List;

/**
 * The messages that applications want to send, as flows. Every flow draws from a stream of its own, keyed by its place in
 * the scenario and its ends, so that its messages do not depend on the protocol or on other flows.
 */
public final class TrafficPlan {
    private static final int ANY = -1;

    private final int nodeCount;
    private final long durationNanos;
    private final List<Flow> flows = new ArrayList<>();
    private final RandomStream random = new RandomStream(0);

    /** All flows of a scenario; every draw derives from the seed. */
    public TrafficPlan(Scenario scenario, Topology topology, long seed) {
        this.nodeCount = topology.nodeCount();
        this.durationNanos = scenario.duration().nanos();
        long purpose = Keys.of(seed, "traffic");
        for (int i = 0; i < scenario.traffic().size(); i++) {
            addFlows(scenario.traffic().get(i), topology, Keys.of(purpose, i));
        }
    }

    private void addFlows(TrafficSpec spec, Topology topology, long key) {
        byte[] payload = spec.payload().toBytes();
        for (int from : ends(spec.from(), topology)) {
            for (int to : ends(spec.to(), topology)) {
                if (from == ANY || from != to) {
                    long flowKey = Keys.of(key, (long) (from + 1) << 32 | to + 1);
                    flows.add(new Flow(spec, from, to, payload, flowKey));
                }
            }
        }
    }

    private int[] ends(NodeSelector selector, Topology topology) {
        return switch (selector.kind()) {
            case ANY -> new int[] {ANY};
            case EACH -> java.util.stream.IntStream.range(0, nodeCount).toArray();
            case LISTED ->
                selector.nodes().stream()
                        .map(NodeRef::name)
                        .mapToInt(topology::indexOf)
                        .toArray();
        };
    }

    /** Number of flows. */
    public int flowCount() {
        return flows.size();
    }

    /** One flow; owned by this plan. */
    public Flow flow(int index) {
        return flows.get(index);
    }

    /** One flow: its next message, and when it comes. */
    public final class Flow {
        /** There is no further message. */
        public static final long OVER = Long.MAX_VALUE;

        private final TrafficSpec spec;
        private final int from;
        private final int to;
        private final byte[] payload;
        private final long key;
        private long messageCount;
        private long nextNanos;
        private int source;
        private int destination;

        private Flow(TrafficSpec spec, int from, int to, byte[] payload, long key) {
            this.spec = spec;
            this.from = from;
            this.to = to;
            this.payload = payload;
            this.key = key;
            this.nextNanos = spec.start().nanos();
            draw(true);
        }

        /** When the next message is to be sent, or {@link #OVER}. */
        public long nextNanos() {
            return nextNanos;
        }

        /** Source of the next message. */
        public int source() {
            return source;
        }

        /** Destination of the next message. */
        public int destination() {
            return destination;
        }

        /** What every message carries; not to be changed. */
        public byte[] payload() {
            return payload;
        }

        /** The next message has been offered; go on to the one after it. */
        public void advance() {
            messageCount++;
            draw(false);
        }

        /** Draws ends and time of the next message; each message has a stream of its own. */
        private void draw(boolean isFirst) {
            if (spec.count() != null && messageCount >= spec.count()) {
                nextNanos = OVER;
                return;
            }
            random.restart(Keys.of(key, messageCount));
            if (spec.rate() != null) {
                // A slow process may not come again before the end of time, which is about 9·10^9 s.
                long gap = (long) (random.nextExponential() / spec.rate().perSecond() * 1e9);
                nextNanos += Math.min(gap, OVER - nextNanos);
            } else if (!isFirst) {
                nextNanos += spec.every().nanos();
            }
            long stop = spec.stop() == null
                    ? durationNanos
                    : Math.min(durationNanos, spec.stop().nanos());
            if (nextNanos >= stop) {
                nextNanos = OVER;
                return;
            }
            drawEnds();
        }

        private void drawEnds() {
            destination = to;
            source = from;
            if (from == ANY) {
                source = to == ANY ? random.nextInt(nodeCount) : otherThan(to);
            }
            if (to == ANY) {
                destination = otherThan(source);
            }
        }

        /** Any node but one, each equally likely; that one itself if there is no other. */
        private int otherThan(int node) {
            if (nodeCount == 1) {
                return node;
            }
            int drawn = random.nextInt(nodeCount - 1);
            return drawn < node ? drawn : drawn + 1;
        }
    }
}
