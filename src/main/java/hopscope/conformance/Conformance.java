package hopscope.conformance;

import hopscope.metrics.Measurements;
import hopscope.protocol.node.RouterFactory;
import hopscope.random.Keys;
import hopscope.random.RandomStream;
import hopscope.scenario.Metric;
import hopscope.scenario.Plugin;
import hopscope.scenario.PluginFailure;
import hopscope.scenario.ProtocolSpec;
import hopscope.simulation.NodeFactory;
import hopscope.simulation.SimulationFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;

/**
 * Runs a routing protocol on small networks, watches its routers, and tells which rules it breaks. A protocol that breaks none
 * can be compared with others; whether it is any good is another question.
 */
public final class Conformance {
    private static final String[] SHAPES = {"ring", "line", "star", "random network"};

    /** A rule broken in more runs than this is not told again. */
    private static final int TOLD_MAX = 5;

    private static final int LOSS_PERCENT = 15;

    private final ProtocolSpec protocol;
    private final RouterFactory routers;
    private final TestNetworks networks;
    private final int runs;
    private final long seed;
    private final List<Violation> violations = new ArrayList<>();

    private Conformance(ProtocolSpec protocol, int runs, long seed) {
        this.protocol = protocol;
        this.routers = protocol.use() instanceof Plugin plugin
                ? plugin.bareRouters(protocol.settings())
                : NodeFactory.routers(protocol);
        this.networks = new TestNetworks(protocol.settings().interval().nanos());
        this.runs = runs;
        this.seed = seed;
    }

    /**
     * Checks a protocol; the same arguments give the same answer.
     *
     * @param runs random runs for each rule, at least 1
     * @param seed of all randomness
     * @return what it broke, by rule; at most some per rule
     */
    public static List<Violation> check(ProtocolSpec protocol, int runs, long seed) {
        Conformance conformance = new Conformance(protocol, runs, seed);
        conformance.still();
        conformance.faulty();
        conformance.violations.sort(java.util.Comparator.comparing(Violation::rule));
        return List.copyOf(conformance.violations);
    }

    private void still() {
        for (int run = 0; run < SHAPES.length + runs; run++) {
            int shape = Math.min(run, SHAPES.length - 1);
            String edges = TestNetworks.edges(shape, new RandomStream(Keys.of(seed, run)));
            for (int loss : new int[] {0, LOSS_PERCENT}) {
                String where = SHAPES[shape] + " " + edges + ", loss " + loss + " %, seed " + run;
                guard(where, run, ignored -> still(networks.still(edges, loss), where, Keys.of(seed, ignored)));
            }
        }
    }

    private void still(String scenario, String where, long runSeed) {
        WatchedRun run = new WatchedRun(routers, protocol, scenario, runSeed).toTheEnd();
        Measurements measured = run.measurements();
        tellComplaints(run, where);
        if (!run.reaches()) {
            tell(Rule.REACHES, where, "at the end not every route leads to its destination");
        } else if (measured.value(Metric.DELIVERY_RATIO) < 1) {
            tell(Rule.REACHES, where, "of the messages only " + measured.value(Metric.DELIVERY_RATIO) + " arrived");
        }
        double entries = measured.value(Metric.TABLE_ENTRIES_MEAN);
        int most = TestNetworks.NODES * TestNetworks.NODES;
        if (entries > most) {
            tell(Rule.STAYS_BOUNDED, where, "a node holds " + entries + " entries on average, more than " + most);
        }
        Growth growth = Growth.of(new WatchedRun(routers, protocol, scenario, runSeed));
        if (growth.isUnbounded()) {
            tell(Rule.STAYS_BOUNDED, where, growth.toString());
        }
        RubbishCheck.of(routers, run.messages(), runSeed).forEach(what -> tell(Rule.REFUSES_RUBBISH, where, what));
    }

    private void faulty() {
        for (int run = 0; run < runs; run++) {
            String where = "faults, seed " + run;
            guard(where, run, number -> faulty(where, Keys.of(seed, number)));
        }
    }

    private void faulty(String where, long runSeed) {
        String scenario = networks.faulty(new RandomStream(runSeed), false);
        WatchedRun first = new WatchedRun(routers, protocol, scenario, runSeed).toTheEnd();
        tellComplaints(first, where);
        WatchedRun second = new WatchedRun(routers, protocol, scenario, runSeed).toTheEnd();
        if (first.fingerprint() != second.fingerprint()) {
            tell(
                    Rule.REPEATS,
                    where,
                    "two runs differ: state outside of the router, a clock, or randomness of its own?");
            return;
        }
        String encoded = networks.faulty(new RandomStream(runSeed), true);
        WatchedRun third = new WatchedRun(routers, protocol, encoded, runSeed).toTheEnd();
        if (first.fingerprint() != third.fingerprint()) {
            tell(
                    Rule.CROSSES_THE_WIRE,
                    where,
                    "the run with encoded frames differs: is a message changed after it is sent?");
        }
    }

    /** Whatever is thrown is the protocol's doing. */
    private void guard(String where, long number, LongConsumer run) {
        try {
            run.accept(number);
        } catch (RuntimeException | StackOverflowError | LinkageError e) {
            Throwable cause = e;
            while (cause.getCause() != null && (cause instanceof SimulationFailure || cause instanceof PluginFailure)) {
                cause = cause.getCause();
            }
            StackTraceElement[] trace = cause.getStackTrace();
            tell(Rule.SURVIVES, where, cause + (trace.length == 0 ? "" : " at " + trace[0]));
        }
    }

    private void tellComplaints(WatchedRun run, String where) {
        run.complaints().stream().distinct().limit(2).forEach(what -> tell(Rule.KEEPS_CONTRACT, where, what));
    }

    private void tell(Rule rule, String where, String what) {
        long told = violations.stream().filter(known -> known.rule() == rule).count();
        if (told < TOLD_MAX) {
            violations.add(new Violation(rule, where, what));
        }
    }
}
