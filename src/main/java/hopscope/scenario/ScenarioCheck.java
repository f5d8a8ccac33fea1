package hopscope.scenario;

import hopscope.document.Position;
import hopscope.document.YamlNode;
import hopscope.topology.Topology;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Checks what no single value can show: whether the parts of a scenario fit together. */
final class ScenarioCheck {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

    private static final double NANOS_PER_MICRO = 1_000;

    private final CheckContext context;

    ScenarioCheck(CheckContext context) {
        this.context = context;
    }

    /**
     * Runs all checks and builds the network.
     *
     * @param baseFolder that files named in the scenario are relative to
     * @return {@code null} if there is no network to go on with; then there are problems
     */
    Topology run(Path baseFolder) {
        checkName();
        checkProtocols();
        LatencyCheck.run(context);
        ReliabilityCheck.run(context);
        TopologyCheck topologyCheck = new TopologyCheck(context, baseFolder);
        Topology topology = topologyCheck.run();
        NodeNames names = topology == null ? NodeNames.unknown() : new NodeNames(topology, topologyCheck.whole());
        TrafficCheck.run(context, names);
        new FaultCheck(context, names).run();
        checkSession();
        checkExpectations();
        if (topology != null && context.problems().reports() == 0) {
            checkPathCosts(topology);
        }
        return topology;
    }

    private void checkName() {
        String name = context.scenario().name();
        if (name != null && !NAME.matcher(name).matches()) {
            context.problems()
                    .add(
                            context.root().valueAt("name"),
                            "'" + QuantityParser.shortened(name) + "' cannot name a result folder",
                            "1 to 100 letters, digits, '.', '_' or '-', a letter or digit first, such as six-nodes");
        }
    }

    private void checkSession() {
        SessionSpec session = context.scenario().session();
        if (context.root().value("session") instanceof YamlNode.Mapping given
                && session.deadAfter().nanos() <= session.keepalive().nanos()) {
            context.problems()
                    .add(
                            given.has("dead-after") ? given.valueAt("dead-after") : given.at(),
                            "a peer that says something every " + QuantityFormat.text(session.keepalive())
                                    + " would be taken for dead after " + QuantityFormat.text(session.deadAfter()),
                            "dead-after to be longer than keepalive");
        }
    }

    private void checkProtocols() {
        YamlNode node = context.root().value("protocols");
        List<YamlNode> items = context.items("protocols");
        if (node instanceof YamlNode.Sequence && items.isEmpty()) {
            context.problems().add(node.at(), "no protocol is listed", LeafReader.describe(Protocol.class));
        }
        Map<Protocol, Position> seen = new EnumMap<>(Protocol.class);
        for (YamlNode item : items) {
            if (!(item instanceof YamlNode.Scalar scalar)) {
                continue;
            }
            Protocol protocol =
                    (Protocol) Labels.constant(Protocol.class, scalar.text()).orElse(null);
            if (protocol != null && seen.putIfAbsent(protocol, item.at()) != null) {
                context.problems().add(item.at(), "'" + scalar.text() + "' is listed twice", "each protocol once");
            }
        }
    }

    /** With the latency metric, no path may cost more than an int holds: 35 minutes in microseconds. */
    private void checkPathCosts(Topology topology) {
        Scenario scenario = context.scenario();
        if (!scenario.protocols().contains(Protocol.SOURCE_ROUTING)
                || scenario.routing().sourceRouting().metric() != RoutingSpec.PathMetric.LATENCY) {
            return;
        }
        long longest = scenario.links().latency().nominalNanos();
        for (int link = 0; link < topology.linkCount(); link++) {
            longest = Math.max(longest, topology.latencyNanos(link));
        }
        if (longest / NANOS_PER_MICRO * topology.nodeCount() >= Integer.MAX_VALUE) {
            context.problems()
                    .add(
                            context.root().keyAt("routing"),
                            "with metric latency a path of " + topology.nodeCount() + " nodes could take longer than "
                                    + "35 minutes",
                            "shorter latencies, or metric hops");
        }
    }

    private void checkExpectations() {
        Set<Expectation> expectations = new HashSet<>(context.scenario().expect());
        List<Protocol> protocols = context.scenario().protocols();
        for (YamlNode item : context.items("expect")) {
            for (Expectation expectation : expectations) {
                if (item instanceof YamlNode.Scalar scalar
                        && scalar.text().strip().equals(expectation.text())) {
                    checkExpectation(expectation, protocols, item.at());
                }
            }
        }
    }

    private void checkExpectation(Expectation expectation, List<Protocol> protocols, Position at) {
        if (expectation.protocol() != null && !protocols.contains(expectation.protocol())) {
            List<String> running = protocols.stream().map(Protocol::label).toList();
            context.problems()
                    .add(
                            at,
                            "'" + expectation.protocol().label() + "' does not run in this scenario",
                            "one of its protocols: " + String.join(", ", running));
        }
        int faults = context.items("faults").size();
        if (expectation.fault() != null && (faults == 0 || expectation.fault() > faults)) {
            context.problems()
                    .add(
                            at,
                            "'" + expectation.text() + "' names a fault that is not there",
                            faults == 0 ? "a scenario with faults" : "a number from 1 to " + faults);
        }
        boolean afterFault = expectation.metric() == Metric.RECONVERGENCE_VIEW_S
                || expectation.metric() == Metric.RECONVERGENCE_REACH_S
                || expectation.metric() == Metric.RECONVERGENCE_OPTIMAL_S;
        if (afterFault && faults == 0 && expectation.fault() == null) {
            context.warnings()
                    .add(
                            at,
                            "'" + expectation.metric().column() + "' has no value without faults; did you mean '"
                                    + expectation.metric().column().substring("re".length()) + "'?");
        }
    }
}
