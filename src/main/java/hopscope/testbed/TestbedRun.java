package hopscope.testbed;

import hopscope.metrics.RunMetrics;
import hopscope.scenario.ProtocolSpec;
import hopscope.scenario.Scenario;
import hopscope.simulation.FaultSchedule;
import hopscope.simulation.Links;
import hopscope.simulation.SimulationObserver;
import hopscope.simulation.TrafficPlan;
import hopscope.topology.Topology;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * One run of a scenario over TCP on loopback, in real time: it takes as long as the scenario says. Traffic, faults, the
 * draws of links and of nodes are those of the simulated run with the same seed; what differs is the time that machine
 * and system take, and so the course. An observer hears the same calls as from a {@link
 * hopscope.simulation.Simulation}, one at a time.
 */
public final class TestbedRun {
    /** Runs in one process start one after another: all at once, they would measure how long a crowd takes to start. */
    private static final Semaphore STARTING = new Semaphore(1, true);

    /** How long a run has the processors more or less for itself; handshakes are done by then. */
    private static final long STARTED_NANOS = 300_000_000L;

    private static final double NANOS_PER_MILLI = 1e6;

    private static final long WARM_UP_NANOS = 2_000_000_000L;

    private final Scenario scenario;
    private final Topology topology;
    private final TestbedOptions options;
    private final LiveNetwork network;
    private final Journal journal;
    private final Fleet fleet;
    private final Breakage breakage;
    private final TrafficPlan traffic;
    private final FaultSchedule faults;
    private final long durationNanos;
    private final List<Double> latenessMillis = new ArrayList<>();

    /**
     * @param scenario what to run
     * @param topology its network, of {@link TestbedOptions#MOST_NODES} at most
     * @param protocol one of the scenario's
     * @param seed of this run
     * @param observer watches; called under a lock, from several threads
     */
    public TestbedRun(
            Scenario scenario,
            Topology topology,
            ProtocolSpec protocol,
            long seed,
            SimulationObserver observer,
            TestbedOptions options) {
        this(
                scenario,
                topology,
                protocol,
                seed,
                observer,
                options,
                scenario.duration().nanos());
    }

    private TestbedRun(
            Scenario scenario,
            Topology topology,
            ProtocolSpec protocol,
            long seed,
            SimulationObserver observer,
            TestbedOptions options,
            long durationNanos) {
        this.durationNanos = durationNanos;
        this.scenario = scenario;
        this.topology = topology;
        this.options = options;
        Links model = new Links(topology, scenario.links(), seed);
        this.network = new LiveNetwork(scenario, topology, protocol, model);
        this.journal = new Journal(network, observer);
        this.fleet = fleet(model, protocol, seed);
        this.breakage = new Breakage(network, journal, fleet, options.silentCuts());
        this.traffic = new TrafficPlan(scenario, topology, seed);
        this.faults = new FaultSchedule(scenario, topology, seed);
    }

    private Fleet fleet(Links model, ProtocolSpec protocol, long seed) {
        NodeAddresses addresses = NodeAddresses.fresh(topology.nodeCount(), options.encrypted());
        if (options.scenarioFolder() != null) {
            return new ProcessFleet(scenario, topology, protocol, seed, options, addresses, journal);
        }
        ShapedLinks links = new ShapedLinks(topology, model, journal::nowNanos);
        NodeSetup setup = new NodeSetup(scenario, topology, protocol, seed, model, options.silentCuts(), addresses);
        return new LocalFleet(topology.nodeCount(), setup, links, journal);
    }

    /**
     * Runs the beginning of a scenario with each of its protocols and forgets it, so that the first run that counts does
     * not measure how long a virtual machine takes to load and compile the program.
     */
    public static void warmUp(Scenario scenario, Topology topology, TestbedOptions options) {
        if (options.scenarioFolder() == null) {
            long duration = Math.min(WARM_UP_NANOS, scenario.duration().nanos());
            for (ProtocolSpec protocol : scenario.protocols()) {
                RunMetrics unread = new RunMetrics(scenario);
                new TestbedRun(scenario, topology, protocol, 0, unread, options, duration).run();
            }
        }
    }

    /**
     * Runs to the end of the scenario's duration.
     *
     * @throws TestbedException if a node cannot be started, or the thread is interrupted
     */
    public void run() {
        try {
            start();
            play();
            finish();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TestbedException("the run was interrupted", e);
        } finally {
            fleet.killAll();
        }
    }

    private void start() throws InterruptedException {
        STARTING.acquire();
        try {
            for (int node = 0; node < fleet.size(); node++) {
                fleet.create(node);
            }
            journal.begin();
            for (int node = 0; node < fleet.size(); node++) {
                fleet.start(node);
            }
            sleepUntil(Math.min(STARTED_NANOS, nextActionNanos()));
        } finally {
            STARTING.release();
        }
    }

    /** When something is planned next, the end of the run at the latest. */
    private long nextActionNanos() {
        int flow = earliestFlow();
        long message = flow < 0 ? durationNanos : traffic.flow(flow).nextNanos();
        return Math.min(durationNanos, Math.min(message, faults.nextNanos()));
    }

    /**
     * How much later than planned each message was offered and each fault struck, in milliseconds: what this machine does
     * to anything that waits for a time, and so to every frame on every link. After the run; a new array.
     */
    public double[] latenessMillis() {
        return latenessMillis.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** Things heard of so far. */
    public long eventCount() {
        return journal.eventCount();
    }

    /** Does what the scenario plans, each when it is time; faults before messages of the same instant. */
    private void play() throws InterruptedException {
        int[] occurrences = new int[scenario.faults().size() + 1];
        long due;
        while ((due = nextActionNanos()) < durationNanos) {
            sleepUntil(due);
            latenessMillis.add((journal.nowNanos() - due) / NANOS_PER_MILLI);
            if (faults.nextNanos() == due) {
                FaultSchedule.Occurrence fault = faults.next();
                breakage.strike(fault, ++occurrences[fault.fault()]);
            } else {
                offer(traffic.flow(earliestFlow()));
            }
        }
        sleepUntil(durationNanos);
    }

    private int earliestFlow() {
        int earliest = -1;
        for (int flow = 0; flow < traffic.flowCount(); flow++) {
            if (earliest < 0
                    || traffic.flow(flow).nextNanos() < traffic.flow(earliest).nextNanos()) {
                earliest = flow;
            }
        }
        return earliest;
    }

    private void sleepUntil(long nanos) throws InterruptedException {
        long wait;
        while ((wait = nanos - journal.nowNanos()) > 0) {
            TimeUnit.NANOSECONDS.sleep(wait);
        }
    }

    private void offer(TrafficPlan.Flow flow) {
        if (fleet.isUp(flow.source()) && flow.source() != flow.destination()) {
            fleet.send(flow.source(), flow.destination(), flow.payload());
        }
        flow.advance();
    }

    private void finish() {
        for (int node = 0; node < fleet.size(); node++) {
            if (fleet.isUp(node)) {
                Fleet.Account account = fleet.account(node);
                journal.report(node, account.counters(), account.entryCount());
            }
        }
        journal.end(durationNanos);
    }
}
