package hopscope.scenario;

import hopscope.document.Position;
import hopscope.document.Suggestion;
import hopscope.document.YamlNode;
import hopscope.topology.Topology;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
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
        ProtocolCheck.run(context);
        AgeingCheck.run(context);
        ReliabilityCheck.run(context);
        TopologyCheck topologyCheck = new TopologyCheck(context, baseFolder);
        Topology topology = topologyCheck.run();
        if (context.problems().reports() == 0) {
            RouteUpdateCheck.run(context, topology);
        }
        NodeNames names = topology == null ? NodeNames.unknown() : new NodeNames(topology, topologyCheck.whole());
        new LinksCheck(context, names).run(topology);
        TrafficCheck.run(context, names);
        new FaultCheck(context, names).run();
        checkSession();
        WarmUpCheck.run(context);
        checkExpectations();
        if (topology != null && context.problems().reports() == 0) {
            checkPathCosts(topology);
            FollowedSourcesCheck.run(context, topology);
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

    /** With the latency metric, no path may cost more than an int holds: 35 minutes in microseconds. */
    private void checkPathCosts(Topology topology) {
        Scenario scenario = context.scenario();
        List<ProtocolSpec> byLatency = scenario.protocols().stream()
                .filter(protocol -> protocol.settings().metric() == RoutingSpec.PathMetric.LATENCY)
                .toList();
        if (byLatency.isEmpty()) {
            return;
        }
        LinkPlan plan = new LinkPlan(scenario.links(), topology);
        long longest = 0;
        for (int direction = 0; direction < 2 * topology.linkCount(); direction++) {
            longest = Math.max(longest, plan.settings(direction).latency().nominalNanos());
        }
        if (longest / NANOS_PER_MICRO * topology.nodeCount() >= Integer.MAX_VALUE) {
            context.problems()
                    .add(
                            metricAt(byLatency.get(0)),
                            "with metric latency a path of " + topology.nodeCount() + " nodes could take longer than "
                                    + "35 minutes",
                            "shorter latencies, or metric hops");
        }
    }

    /** Where an entry's metric was set: under routing, or with the entry itself. */
    private Position metricAt(ProtocolSpec protocol) {
        boolean isCommon = protocol.use() instanceof Protocol use
                && use.settings(context.scenario().routing()).metric()
                        == protocol.settings().metric();
        int index = context.scenario().protocols().indexOf(protocol);
        return isCommon
                ? context.root().keyAt("routing")
                : context.items("protocols").get(index).at();
    }

    private void checkExpectations() {
        Set<Expectation> expectations = new HashSet<>(context.scenario().expect());
        for (YamlNode item : context.items("expect")) {
            for (Expectation expectation : expectations) {
                if (item instanceof YamlNode.Scalar scalar
                        && scalar.text().strip().equals(expectation.text())) {
                    checkExpectation(expectation, item.at());
                }
            }
        }
    }

    private void checkExpectation(Expectation expectation, Position at) {
        String name = expectation.protocol();
        if (name != null && context.scenario().protocol(name).isEmpty()) {
            List<String> running = context.scenario().protocolNames();
            context.problems()
                    .add(
                            at,
                            "'" + QuantityParser.shortened(name) + "' does not run in this scenario",
                            "one of its protocols: " + String.join(", ", running) + Suggestion.hint(name, running));
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
