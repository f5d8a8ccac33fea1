package hopscope.simulation;

import hopscope.engine.Engine;
import hopscope.engine.EventHandler;
import hopscope.engine.EventsAhead;
import hopscope.protocol.message.AckMessage;
import hopscope.protocol.message.DataMessage;
import hopscope.protocol.message.Message;
import hopscope.protocol.node.Node;
import hopscope.protocol.wire.FrameCodec;
import hopscope.scenario.PluginFailure;
import hopscope.scenario.ProtocolSpec;
import hopscope.scenario.Scenario;
import hopscope.scenario.WireMode;
import hopscope.topology.Topology;
import java.util.List;

/**
 * One run: pops an event, calls one node, turns what it does into events.
 *
 * <p>The same scenario, topology, protocol and seed give the same run, event by event, whatever observes it; only
 * faults that wait for convergence ask the observer for it. Not thread-safe; runs of one scenario may run in parallel, each with its own simulation.
 */
public final class Simulation implements EventHandler {
    static final int FRAME = 1;
    private static final int TRAFFIC = 2;
    private static final int FAULT = 3;
    private static final int START = 4;
    private static final int CONVERGED = 5;

    /** Sources of events in the order in which they act at one instant: faults, traffic, then nodes by index. */
    private static final int FAULT_SOURCE = 0;

    private static final int TRAFFIC_SOURCE = 1;
    static final int FIRST_NODE_SOURCE = 2;

    private final ProtocolSpec protocol;
    private final long seed;
    private final long durationNanos;
    private final boolean encodesFrames;
    private final SimulationObserver observer;
    private final Engine engine;
    private final Network network;
    private final TrafficPlan traffic;
    private final FaultSchedule faults;
    private final Convergences convergences;
    private final int[] occurrenceCounts;
    private int strikeCount;
    private final FrameCodec codec = new FrameCodec();
    private final Fingerprint fingerprint = new Fingerprint();
    private final NodesAhead nodesAhead;

    /**
     * @param scenario what to run
     * @param topology the scenario's network
     * @param protocol one of the scenario's
     * @param seed of this run
     * @param observer watches
     * @throws SimulationFailure if a plugin fails to make its routers
     */
    public Simulation(
            Scenario scenario, Topology topology, ProtocolSpec protocol, long seed, SimulationObserver observer) {
        this.protocol = protocol;
        this.seed = seed;
        this.durationNanos = scenario.duration().nanos();
        this.encodesFrames = scenario.wire() == WireMode.ENCODED;
        this.observer = observer;
        this.engine = new Engine(FIRST_NODE_SOURCE + topology.nodeCount());
        this.network = network(scenario, topology);
        this.nodesAhead = new NodesAhead(engine, network);
        this.traffic = new TrafficPlan(scenario, topology, seed);
        engine.schedule(0, FAULT_SOURCE, START, 0, 0, null);
        this.faults = new FaultSchedule(scenario, topology, seed);
        this.convergences = new Convergences(scenario.faults(), durationNanos);
        this.occurrenceCounts = new int[scenario.faults().size() + 1];
        scheduleNextFault();
        for (int flow = 0; flow < traffic.flowCount(); flow++) {
            scheduleNext(flow);
        }
    }

    private Network network(Scenario scenario, Topology topology) {
        try {
            return new Network(scenario, topology, protocol, seed, new NodeEffects(this));
        } catch (PluginFailure e) {
            throw new SimulationFailure(protocol, seed, 0, 0, e);
        }
    }

    private void scheduleNext(int flow) {
        long time = traffic.flow(flow).nextNanos();
        if (time != TrafficPlan.Flow.OVER) {
            engine.schedule(time, TRAFFIC_SOURCE, TRAFFIC, flow, 0, null);
        }
    }

    private void scheduleNextFault() {
        if (faults.nextNanos() != FaultSchedule.NEVER) {
            engine.schedule(faults.nextNanos(), FAULT_SOURCE, FAULT, strikeCount, 0, null);
        }
    }

    /**
     * Runs to the end of the scenario's duration.
     *
     * @throws SimulationFailure if Hopscope itself fails, or a plugin
     */
    public void run() {
        while (advance(Long.MAX_VALUE)) {
            // Once is enough; the loop only says that nothing is left out.
        }
    }

    /**
     * Runs on for some events, so that a caller can look around in between; what happens does not depend on how many.
     *
     * @param events at most, at least 1
     * @return whether the run goes on: {@code false} when its end is reached and the observer has been told
     * @throws SimulationFailure if Hopscope itself fails, or a plugin
     */
    public boolean advance(long events) {
        try {
            if (engine.handledCount() == 0) {
                observer.begin(network);
            }
            for (long done = 0; done < events; done++) {
                if (!engine.step(this, durationNanos)) {
                    reportNotFired();
                    observer.end(durationNanos);
                    return false;
                }
                observer.eventDone(engine.nowNanos());
                if (!convergences.isEmpty()) {
                    convergences.note(
                            engine.nowNanos(),
                            observer.optimalSinceNanos(),
                            (nanos, fault) -> engine.schedule(nanos, FAULT_SOURCE, CONVERGED, fault, 0, null));
                }
            }
            return true;
        } catch (RuntimeException e) {
            throw new SimulationFailure(protocol, seed, engine.handledCount(), engine.nowNanos(), e);
        }
    }

    /** Virtual time reached so far. */
    public long reachedNanos() {
        return engine.nowNanos();
    }

    /** Events handled so far. */
    public long eventCount() {
        return engine.handledCount();
    }

    /** What each class of links was asked to do to frames and did so far. */
    public List<LinkFigures> linkFigures() {
        return network.links().figures();
    }

    /** Hash over all events so far. */
    public long fingerprint() {
        return fingerprint.value();
    }

    @Override
    public void wake(int source) {
        noteEvent(Engine.WAKE, source, 0);
        int index = source - FIRST_NODE_SOURCE;
        Node node = network.enter(index);
        node.expire(network.localNanos(index, engine.nowNanos()), network.effects());
        rearm(index);
    }

    @Override
    public void handle(int kind, int first, int second, Object payload) {
        noteEvent(kind, first, second);
        switch (kind) {
            case FRAME -> arrive(first, second, payload);
            case TRAFFIC -> offer(first);
            case FAULT -> strike();
            case CONVERGED -> trigger(first);
            case START -> start();
            default -> throw new IllegalStateException("unknown kind of event " + kind);
        }
    }

    @Override
    public void expect(EventsAhead events) {
        nodesAhead.read(events);
    }

    private void noteEvent(int kind, int first, int second) {
        fingerprint.add(engine.nowNanos());
        fingerprint.add(engine.currentOrder());
        fingerprint.add((long) kind << 56 ^ (long) first << 24 ^ second);
    }

    private void start() {
        network.startAll(engine.nowNanos());
        for (int node = 0; node < network.topology().nodeCount(); node++) {
            rearm(node);
        }
    }

    /** What is due now happens; nothing, if a fault that was triggered in between went first. */
    private void strike() {
        if (faults.nextNanos() > engine.nowNanos()) {
            return;
        }
        FaultSchedule.Occurrence due = faults.next();
        strikeCount++;
        int number = ++occurrenceCounts[due.fault()];
        network.strike(
                due,
                new FaultStrike(due.fault(), number, due.kind(), due.subject(), FaultStrike.Status.STRUCK),
                engine.nowNanos(),
                observer);
        for (int node : network.nodesTouched()) {
            rearm(node);
        }
        scheduleNextFault();
    }

    private void trigger(int fault) {
        if (convergences.fires(fault, engine.nowNanos())) {
            faults.trigger(fault, engine.nowNanos());
            scheduleNextFault();
        }
    }

    private void reportNotFired() {
        for (Convergences.Wait wait : convergences.waiting()) {
            observer.struck(durationNanos, faults.notFired(wait.fault()));
        }
    }

    private void offer(int index) {
        TrafficPlan.Flow flow = traffic.flow(index);
        int source = flow.source();
        int destination = flow.destination();
        if (network.isUp(source) && !network.isLeaving(source) && source != destination) {
            Node node = network.enter(source);
            long id = node.send(
                    network.localNanos(source, engine.nowNanos()), destination, flow.payload(), network.effects());
            if (id >= 0) {
                observer.accepted(engine.nowNanos(), source, id, destination);
            } else if (id == Node.REFUSED_WINDOW_FULL) {
                observer.windowFull(engine.nowNanos(), source);
            } else {
                throw new IllegalStateException("node " + source + " refused a message: " + id);
            }
            rearm(source);
        }
        flow.advance();
        scheduleNext(index);
    }

    private void arrive(int direction, int epoch, Object payload) {
        Links links = network.links();
        if (links.epoch(direction) != epoch) {
            return;
        }
        if (payload instanceof DamagedFrame damaged) {
            refuse(links.to(direction), damaged.bytes());
            return;
        }
        Message message = encodesFrames ? decode((byte[]) payload) : message(payload);
        fingerprint.add((long) FrameCodec.typeOf(message).code() << 32 | FrameCodec.bodyLengthBytes(message));
        int to = links.to(direction);
        Node node = network.enter(to);
        node.receive(network.localNanos(to, engine.nowNanos()), links.from(direction), message, network.effects());
        message.release();
        if (node.deadlineMayHaveChanged()) {
            rearm(to);
        }
    }

    /** A cast; to a class it costs nothing, to an interface it costs a search, and most frames are of two classes. */
    private static Message message(Object payload) {
        if (payload instanceof DataMessage data) {
            return data;
        }
        return payload instanceof AckMessage ack ? ack : (Message) payload;
    }

    private void refuse(int node, byte[] frame) {
        FrameCodec.Decoded decoded = codec.decode(frame);
        if (decoded.message() != null) {
            throw new IllegalStateException("a damaged frame passed the checksum");
        }
        fingerprint.add(~decoded.error().ordinal());
        network.enter(node).receiveMalformed(decoded.error());
    }

    private Message decode(byte[] frame) {
        FrameCodec.Decoded decoded = codec.decode(frame);
        if (decoded.message() == null) {
            throw new IllegalStateException("a frame of ours does not decode: " + decoded.error());
        }
        return decoded.message();
    }

    private void rearm(int node) {
        engine.arm(FIRST_NODE_SOURCE + node, network.deadlineNanos(node));
    }

    /** Puts a message on the link between two nodes. */
    void transmit(int from, int to, Message message) {
        observer.transmitted(engine.nowNanos(), from, message);
        Links links = network.links();
        int direction = links.directionBetween(from, to);
        if (direction < 0 || !network.isTold(direction)) {
            throw new IllegalStateException("node " + from + " sends to " + to + " without a link");
        }
        if (!network.carries(direction)) {
            // Cut silently: the node does not know yet.
            message.release();
            return;
        }
        long arrival = links.arrivalNanos(direction, engine.nowNanos(), FrameCodec.frameLengthBytes(message));
        if (arrival == Links.LOST) {
            message.release();
            return;
        }
        Direction fate = links.direction(direction);
        Object payload = fate.isDamaged() ? damaged(message, fate) : encodesFrames ? codec.encode(message) : message;
        engine.schedule(arrival, FIRST_NODE_SOURCE + from, FRAME, direction, links.epoch(direction), payload);
        long copy = fate.copyArrivalNanos();
        if (copy != Links.LOST) {
            message.keep();
            engine.schedule(copy, FIRST_NODE_SOURCE + from, FRAME, direction, links.epoch(direction), payload);
        }
    }

    /** Damage is done to bytes, so this frame is encoded however frames cross links. */
    private DamagedFrame damaged(Message message, Direction fate) {
        byte[] frame = codec.encode(message);
        fate.damage(frame);
        return new DamagedFrame(frame);
    }

    /** The bytes of a frame that a link damaged. */
    private record DamagedFrame(byte[] bytes) {}

    /** Where the effects of nodes are noted. */
    Fingerprint notes() {
        return fingerprint;
    }

    SimulationObserver observer() {
        return observer;
    }

    /** Virtual time in nanoseconds. */
    public long nowNanos() {
        return engine.nowNanos();
    }
}
