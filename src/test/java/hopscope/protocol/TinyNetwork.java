package hopscope.protocol;

import hopscope.protocol.message.Message;
import hopscope.protocol.node.Node;
import hopscope.protocol.node.NodeConfig;
import hopscope.protocol.node.RouterFactory;
import hopscope.protocol.reliability.ReliabilityConfig;
import hopscope.protocol.routing.GossipConfig;
import hopscope.protocol.routing.distancevector.DistanceVectorRouter;
import hopscope.protocol.routing.feasible.FeasibleConfig;
import hopscope.protocol.routing.feasible.FeasibleRouter;
import hopscope.protocol.routing.linkstate.LinkStateConfig;
import hopscope.protocol.routing.linkstate.LinkStateRouter;
import hopscope.protocol.routing.linkstate.SourceRouter;
import hopscope.protocol.routing.rip.RipConfig;
import hopscope.protocol.routing.rip.RipRouter;
import hopscope.protocol.session.SessionConfig;
import hopscope.protocol.wire.FrameCodec;
import hopscope.random.Keys;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/**
 * A handful of real nodes in virtual time: links with a fixed delay each, frames lost as a script says, and a bound on
 * the steps, so that a node that never rests fails a test instead of hanging it. Knows neither engine nor simulation.
 *
 * <p>At equal times frames arrive before deadlines; frames in the order of sending, deadlines by node id.
 */
public final class TinyNetwork {
    /** A millisecond in nanoseconds. */
    public static final long MS = 1_000_000;

    /** A second in nanoseconds. */
    public static final long SECOND = 1_000 * MS;

    /** Gossip once a second with one neighbour. */
    public static final GossipConfig GOSSIP = new GossipConfig(SECOND, 1, 0.1);

    /** Delivery with a small window and without jitter, to count with. */
    public static final ReliabilityConfig RELIABILITY =
            new ReliabilityConfig(4, 500 * MS, 2, 3, 0, 60 * SECOND, 1 << 10);

    private static final int STEP_LIMIT = 2_000_000;

    /** A frame on a link; {@code index} counts the frames of the network from 0. */
    public record Frame(int index, int from, int to, Message message) {}

    /** A message that reached the application of a node. */
    public record Delivery(int node, int source, long id, byte[] payload, int hops) {}

    /** A message that its sender gave up. */
    public record Abandoned(int node, long id, int destination, Effects.AbandonReason reason) {}

    private record Link(long delayNanos, int cost) {}

    private record Flight(long arrivalNanos, Frame frame, Link link) {}

    private final RouterFactory routers;
    private final long seed;
    private final TreeMap<Integer, Node> nodes = new TreeMap<>();
    private final TreeMap<Integer, StableStorage> storages = new TreeMap<>();
    private final TreeMap<String, Link> links = new TreeMap<>();
    private final PriorityQueue<Flight> flights = new PriorityQueue<>(Comparator.comparingLong(Flight::arrivalNanos)
            .thenComparing(flight -> flight.frame().index()));
    private final List<String> trace = new ArrayList<>();
    private final List<Delivery> deliveries = new ArrayList<>();
    private final List<Long> acknowledged = new ArrayList<>();
    private final List<Abandoned> abandoned = new ArrayList<>();
    private final List<Frame> frames = new ArrayList<>();
    private Predicate<Frame> loss = frame -> false;
    private FrameCodec codec;
    private long now;
    private int lives;
    private int steps;

    /** An empty network whose nodes run the given protocol. */
    public TinyNetwork(RouterFactory routers, long seed) {
        this.routers = routers;
        this.seed = seed;
    }

    /** The distance-vector table. */
    public static RouterFactory distanceVector() {
        return (self, neighbours, random, storage) -> new DistanceVectorRouter(self, neighbours, GOSSIP, random);
    }

    /** Source routing. */
    public static RouterFactory sourceRouting() {
        return sourceRouting(LinkStateConfig.of(GOSSIP));
    }

    /** Source routing with settings of its own. */
    public static RouterFactory sourceRouting(LinkStateConfig config) {
        return (self, neighbours, random, storage) -> new SourceRouter(self, neighbours, config, random, storage);
    }

    /** Link-state routing hop by hop. */
    public static RouterFactory linkState(LinkStateConfig config) {
        return (self, neighbours, random, storage) -> new LinkStateRouter(self, neighbours, config, random, storage);
    }

    /** The routing information protocol. */
    public static RouterFactory rip() {
        return (self, neighbours, random, storage) ->
                new RipRouter(self, neighbours, RipConfig.every(SECOND, 0.1), random);
    }

    /** The feasible distance-vector protocol. */
    public static RouterFactory feasible() {
        return (self, neighbours, random, storage) ->
                new FeasibleRouter(self, neighbours, FeasibleConfig.every(SECOND, 0.1), random, storage);
    }

    /** The protocol of a name as scenarios write it. */
    public static RouterFactory named(String protocol) {
        return switch (protocol) {
            case "source-routing" -> sourceRouting();
            case "link-state" -> linkState(LinkStateConfig.of(GOSSIP));
            case "distance-vector" -> distanceVector();
            case "distance-vector-rip" -> rip();
            case "distance-vector-feasible" -> feasible();
            default -> throw new IllegalArgumentException("no protocol " + protocol);
        };
    }

    /** The usual configuration of a node. */
    public static NodeConfig config(int id) {
        return new NodeConfig(id, 16, SessionConfig.DEFAULT, RELIABILITY);
    }

    /** Starts the nodes 0 to {@code count - 1} with the usual configuration. */
    public TinyNetwork nodes(int count) {
        for (int id = 0; id < count; id++) {
            node(config(id));
        }
        return this;
    }

    /** Starts a node, or starts it again with an empty memory and its old storage; its links must be announced after that. */
    public TinyNetwork node(NodeConfig config) {
        Node node =
                new Node(config, routers, Keys.of(Keys.of(seed, "node " + lives++), config.id()), storage(config.id()));
        nodes.put(config.id(), node);
        node.start(now, new Sink(config.id()));
        return this;
    }

    /** Makes a node's next life begin without anything that its earlier ones have stored. */
    public TinyNetwork loseStorage(int node) {
        storages.remove(node);
        return this;
    }

    /** What a node keeps from life to life. */
    public StableStorage storage(int node) {
        return storages.computeIfAbsent(node, id -> new MemoryStorage());
    }

    /** Makes frames cross as bytes from now on. */
    public TinyNetwork encodeFrames() {
        codec = new FrameCodec();
        return this;
    }

    /** Loses the frames that the script picks. */
    public TinyNetwork lose(Predicate<Frame> script) {
        loss = script;
        return this;
    }

    /** Brings up a link of cost 1 and tells both ends. */
    public TinyNetwork link(int a, int b, long delayNanos) {
        return link(a, b, delayNanos, 1);
    }

    /** Brings up a link and tells both ends. */
    public TinyNetwork link(int a, int b, long delayNanos, int cost) {
        links.put(key(a, b), new Link(delayNanos, cost));
        trace("link " + a + "-" + b + " up");
        nodes.get(a).linkUp(now, b, cost, new Sink(a));
        nodes.get(b).linkUp(now, a, cost, new Sink(b));
        return this;
    }

    /** Takes a link down, with the frames on it, and tells both ends. */
    public TinyNetwork cut(int a, int b) {
        links.remove(key(a, b));
        trace("link " + a + "-" + b + " down");
        nodes.get(a).linkDown(b, new Sink(a));
        nodes.get(b).linkDown(a, new Sink(b));
        return this;
    }

    /** Whether a link is up. */
    public boolean isLinked(int a, int b) {
        return links.containsKey(key(a, b));
    }

    private static String key(int a, int b) {
        return Math.min(a, b) + "-" + Math.max(a, b);
    }

    /** Sends a message as an application would. */
    public long send(int from, int to, byte[] payload) {
        return nodes.get(from).send(now, to, payload, new Sink(from));
    }

    /** Has a node say that it will go. */
    public TinyNetwork leave(int id) {
        nodes.get(id).leave(now, new Sink(id));
        return this;
    }

    /** Stops a node. */
    public void stop(int id) {
        nodes.get(id).stop(new Sink(id));
    }

    /** Puts a message on a link as if a node had sent it: for peers that do not play by the rules. */
    public void inject(int from, int to, Message message) {
        new Sink(from).transmit(to, message);
    }

    /** Lets time pass. */
    public TinyNetwork run(long durationNanos) {
        runUntil(() -> false, durationNanos);
        return this;
    }

    /** Lets time pass until something is so; answers whether it came to be within the time. */
    public boolean runUntil(BooleanSupplier done, long limitNanos) {
        long end = now + limitNanos;
        while (!done.getAsBoolean()) {
            if (++steps > STEP_LIMIT) {
                throw new AssertionError("the network does not come to rest at " + now + " ns");
            }
            Node due = earliestDeadline();
            long frameNanos = flights.isEmpty() ? Deadline.NONE : flights.peek().arrivalNanos();
            long nextNanos = Math.min(frameNanos, due == null ? Deadline.NONE : due.deadlineNanos());
            if (nextNanos > end) {
                now = end;
                return done.getAsBoolean();
            }
            now = Math.max(now, nextNanos);
            if (frameNanos <= nextNanos) {
                arrive(flights.remove());
            } else if (due != null) {
                due.expire(now, new Sink(due.id()));
            }
        }
        return true;
    }

    private Node earliestDeadline() {
        Node earliest = null;
        for (Node node : nodes.values()) {
            if (earliest == null || node.deadlineNanos() < earliest.deadlineNanos()) {
                earliest = node;
            }
        }
        return earliest;
    }

    private void arrive(Flight flight) {
        Frame frame = flight.frame();
        if (links.get(key(frame.from(), frame.to())) == flight.link()) {
            nodes.get(frame.to()).receive(now, frame.from(), frame.message(), new Sink(frame.to()));
        }
    }

    /** A node. */
    public Node node(int id) {
        return nodes.get(id);
    }

    /** Virtual time in nanoseconds. */
    public long nowNanos() {
        return now;
    }

    /** One line for each event so far. */
    public List<String> trace() {
        return trace;
    }

    /** The frames sent so far, lost ones included. */
    public List<Frame> frames() {
        return frames;
    }

    /** What the applications got so far. */
    public List<Delivery> deliveries() {
        return deliveries;
    }

    /** Ids of the messages acknowledged so far. */
    public List<Long> acknowledged() {
        return acknowledged;
    }

    /** The messages given up so far. */
    public List<Abandoned> abandoned() {
        return abandoned;
    }

    private void trace(String text) {
        trace.add(TraceLines.time(now) + text);
    }

    private Message overTheWire(Message message) {
        return codec == null ? message : codec.decode(codec.encode(message)).message();
    }

    /** What one node does. */
    private final class Sink implements Effects {
        private final int node;

        Sink(int node) {
            this.node = node;
        }

        @Override
        public void transmit(int peer, Message message) {
            Frame frame = new Frame(frames.size(), node, peer, overTheWire(message));
            frames.add(frame);
            Link link = links.get(key(node, peer));
            boolean lost = link == null || loss.test(frame);
            trace(node + " to " + peer + (lost ? " lost: " : ": ") + TraceLines.describe(message));
            if (!lost) {
                flights.add(new Flight(now + link.delayNanos(), frame, link));
            }
        }

        @Override
        public void deliver(int source, long id, byte[] payload, int hops) {
            deliveries.add(new Delivery(node, source, id, payload, hops));
            trace(node + " delivers a message of " + source + " after " + hops + " hops");
        }

        @Override
        public void acknowledged(long id, int destination) {
            acknowledged.add(id);
            trace(node + " has its message acknowledged by " + destination);
        }

        @Override
        public void abandoned(long id, int destination, AbandonReason reason) {
            abandoned.add(new Abandoned(node, id, destination, reason));
            trace(node + " gives up a message for " + destination + ": " + reason);
        }

        @Override
        public void routeChanged(int destination, int oldVia, int oldDistance, int via, int distance) {
            trace(node + " route to " + destination + ": " + route(oldVia, oldDistance) + " -> "
                    + route(via, distance));
        }

        private static String route(int via, int distance) {
            return distance < 0 ? "none" : distance + " via " + via;
        }

        @Override
        public void sessionUp(int peer) {
            trace(node + " session with " + peer + " up");
        }

        @Override
        public void sessionDown(int peer, SessionEnd reason) {
            trace(node + " session with " + peer + " down: " + reason);
        }
    }
}
