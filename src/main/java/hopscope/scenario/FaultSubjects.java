package hopscope.scenario;

import hopscope.document.Position;
import hopscope.document.Problems;
import hopscope.document.Suggestion;
import hopscope.document.YamlNode;
import hopscope.scenario.FaultCheck.Item;
import hopscope.scenario.LifetimeSpec.Distribution;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Checks what faults are about: nodes, links, groups, and the parameters of each kind. */
final class FaultSubjects {
    private static final List<String> LIFETIME_PARAMETERS = List.of("mean", "shape", "scale", "min");
    private static final Map<Distribution, List<String>> REQUIRED = new EnumMap<>(Map.of(
            Distribution.EXPONENTIAL, List.of("mean"),
            Distribution.WEIBULL, List.of("shape", "scale"),
            Distribution.PARETO, List.of("shape", "min")));

    private final NodeNames names;
    private final Problems problems;
    private final YamlNode groupsNode;
    private final NodeGroups groups;

    FaultSubjects(CheckContext context, NodeNames names) {
        this.names = names;
        this.problems = context.problems();
        this.groupsNode = context.root().value("groups");
        NodeGroups given = context.scenario().groups();
        this.groups = given == null ? new NodeGroups(Map.of()) : given;
    }

    /** The nodes of a group; none if its name is unknown. */
    List<NodeRef> nodes(NodeGroup group) {
        return groups.nodes(group);
    }

    /** Checks the named groups. */
    void checkGroups() {
        groups.byName().forEach((name, nodes) -> {
            YamlNode list = ((YamlNode.Mapping) groupsNode).value(name);
            for (int i = 0; i < nodes.size(); i++) {
                names.require(nodes.get(i), CheckContext.itemAt(list, i), problems);
            }
        });
    }

    void check(Item item) {
        FaultSpec fault = item.fault();
        YamlNode value = item.entry().value(fault.kind().label());
        switch (fault.kind()) {
            case LINK_DOWN -> requireLink(fault.linkDown(), value);
            case LINK_UP -> requireLink(fault.linkUp(), value);
            case NODE_DOWN -> names.require(fault.nodeDown(), value.at(), problems);
            case NODE_UP -> names.require(fault.nodeUp(), value.at(), problems);
            case PARTITION -> checkPartition(fault.partition(), value, fault.isOneWay());
            case HEAL -> checkPartition(fault.heal(), value, false);
            case FLAP -> requireLink(fault.flap().link(), ((YamlNode.Mapping) value).value("link"));
            case DEGRADE -> checkDegrade(fault.degrade(), (YamlNode.Mapping) value);
            case CHURN -> checkChurn(fault.churn(), (YamlNode.Mapping) value);
            case CLOCK_SKEW ->
                names.require(fault.clockSkew().node(), ((YamlNode.Mapping) value).valueAt("node"), problems);
            case CLOCK_STEP -> checkStep(fault.clockStep(), (YamlNode.Mapping) value);
        }
    }

    private void requireLink(List<NodeRef> ends, YamlNode value) {
        if (ends.size() != 2) {
            problems.add(value.at(), "a link has two ends, not " + ends.size(), "two nodes, such as [2, 5]");
            return;
        }
        boolean known = true;
        for (int i = 0; i < ends.size(); i++) {
            known &= names.require(ends.get(i), CheckContext.itemAt(value, i), problems);
        }
        if (known) {
            names.requireLink(ends.get(0), ends.get(1), value.at(), problems);
        }
    }

    /** Reports unknown nodes and names; answers whether the group is sound. */
    private boolean requireGroup(NodeGroup group, YamlNode value) {
        if (group.name() == null) {
            boolean known = true;
            for (int i = 0; i < group.nodes().size(); i++) {
                known &= names.require(group.nodes().get(i), CheckContext.itemAt(value, i), problems);
            }
            return known;
        }
        if (groups.byName().containsKey(group.name())) {
            return nodes(group).stream().allMatch(names::isKnown);
        }
        List<String> known = List.copyOf(groups.byName().keySet());
        String expected =
                known.isEmpty() ? "a group under 'groups', or a list of nodes" : "one of " + String.join(", ", known);
        problems.add(
                value.at(),
                "unknown group '" + QuantityParser.shortened(group.name()) + "'; expected " + expected
                        + Suggestion.hint(group.name(), known));
        return false;
    }

    private void checkPartition(List<NodeGroup> parts, YamlNode value, boolean oneWay) {
        if (parts.isEmpty() || oneWay && parts.size() > 2) {
            problems.add(
                    value.at(),
                    "this names " + parts.size() + " groups",
                    oneWay ? "one group or two, the first one being the one that is not heard" : "one group or more");
            return;
        }
        boolean known = true;
        Set<NodeRef> seen = new HashSet<>();
        for (int i = 0; i < parts.size(); i++) {
            Position at = CheckContext.itemAt(value, i);
            known &= requireGroup(
                    parts.get(i), ((YamlNode.Sequence) value).items().get(i));
            for (NodeRef node : nodes(parts.get(i))) {
                if (!seen.add(node)) {
                    problems.add(at, "node '" + node.name() + "' is in two of the groups", "each node in one");
                    known = false;
                }
            }
        }
        if (known && !names.areLinked(parts.stream().map(this::nodes).toList())) {
            problems.add(value.at(), "no link leads between these groups", "groups that are linked to each other");
        }
    }

    private boolean hasOneOf(YamlNode.Mapping value, String first, String second, String what) {
        if (value.has(first) != value.has(second)) {
            return true;
        }
        problems.add(
                value.has(first) ? value.keyAt(second) : value.at(),
                value.has(first) ? "both '" + first + "' and '" + second + "' are given" : what + " is not said",
                "exactly one of " + first + " and " + second);
        return false;
    }

    private void checkDegrade(DegradeSpec degrade, YamlNode.Mapping value) {
        if (hasOneOf(value, "link", "group", "which links get worse")) {
            if (degrade.link() != null) {
                requireLink(degrade.link(), value.value("link"));
            } else {
                requireGroup(degrade.group(), value.value("group"));
            }
        }
        if (degrade.loss().ppm() == 0 && degrade.latencyFactor() == 1.0) {
            problems.add(value.at(), "this changes nothing", "a loss above 0%, or a latency-factor other than 1");
        }
    }

    private void checkChurn(ChurnSpec churn, YamlNode.Mapping value) {
        if (hasOneOf(value, "nodes", "group", "which nodes come and go")) {
            if (churn.group() != null) {
                requireGroup(churn.group(), value.value("group"));
            } else {
                checkChurned(churn.nodes(), value.value("nodes"));
            }
        }
        checkLifetime(churn.session(), (YamlNode.Mapping) value.value("session"));
        checkLifetime(churn.downtime(), (YamlNode.Mapping) value.value("downtime"));
    }

    private void checkChurned(NodeSelector nodes, YamlNode value) {
        if (nodes.kind() == NodeSelector.Kind.ANY) {
            problems.add(
                    value.at(), "'any' selects no nodes that could come and go", "each, a node or a list of nodes");
        }
        for (int i = 0; i < nodes.nodes().size(); i++) {
            names.require(nodes.nodes().get(i), CheckContext.itemAt(value, i), problems);
        }
    }

    private void checkLifetime(LifetimeSpec lifetime, YamlNode.Mapping value) {
        List<String> required = REQUIRED.get(lifetime.distribution());
        String label = Labels.of(lifetime.distribution());
        for (String key : LIFETIME_PARAMETERS) {
            if (required.contains(key) && !value.has(key)) {
                problems.add(
                        value.at(), "a time that is " + label + " needs '" + key + "'", String.join(" and ", required));
            } else if (!required.contains(key) && value.has(key)) {
                problems.add(
                        value.keyAt(key),
                        "'" + key + "' does not belong to a time that is " + label,
                        String.join(" and ", required));
            }
        }
    }

    private void checkStep(ClockStepSpec step, YamlNode.Mapping value) {
        names.require(step.node(), value.valueAt("node"), problems);
        hasOneOf(value, "forward", "back", "how far the clock jumps");
    }

    /** The links between two nodes that a fault is about, by name. */
    static String linkName(List<NodeRef> ends) {
        List<String> sorted =
                new ArrayList<>(ends.stream().map(NodeRef::name).sorted().toList());
        return "link " + String.join("-", sorted);
    }
}
