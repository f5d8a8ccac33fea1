package hopscope.simulation;

import hopscope.scenario.ChurnSpec;
import hopscope.scenario.DegradeSpec;
import hopscope.scenario.FaultSpec;
import hopscope.scenario.NodeGroup;
import hopscope.scenario.NodeGroups;
import hopscope.scenario.NodeRef;
import hopscope.scenario.NodeSelector;
import hopscope.scenario.NodeState;
import hopscope.scenario.Scenario;
import hopscope.simulation.FaultTarget.Action;
import hopscope.simulation.FaultTarget.Degradation;
import hopscope.simulation.FaultTarget.Partition;
import hopscope.topology.Topology;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Turns the names in faults into numbers of the topology. */
final class FaultSubjects {
    private final Topology topology;
    private final NodeGroups groups;

    FaultSubjects(Scenario scenario, Topology topology) {
        this.topology = topology;
        this.groups = scenario.groups() == null ? new NodeGroups(Map.of()) : scenario.groups();
    }

    int link(List<NodeRef> ends) {
        return topology.linkBetween(node(ends.get(0)), node(ends.get(1)));
    }

    private int node(NodeRef ref) {
        return topology.indexOf(ref.name());
    }

    /** The node that a fault takes down. */
    int stopped(FaultSpec fault) {
        return node(fault.nodeDown());
    }

    String nodeName(int node) {
        return topology.name(node);
    }

    String linkName(int link) {
        return topology.name(topology.endA(link)) + "-" + topology.name(topology.endB(link));
    }

    /** What a fault is about, for people. */
    String name(FaultSpec fault) {
        return switch (fault.kind()) {
            case LINK_DOWN -> linkName(link(fault.linkDown()));
            case LINK_UP -> linkName(link(fault.linkUp()));
            case FLAP -> linkName(link(fault.flap().link()));
            case NODE_DOWN -> fault.nodeDown().name();
            case NODE_UP -> fault.nodeUp().name();
            case PARTITION -> names(fault.partition());
            case HEAL -> names(fault.heal());
            case DEGRADE ->
                fault.degrade().link() != null
                        ? linkName(link(fault.degrade().link()))
                        : name(fault.degrade().group());
            case CHURN -> fault.churn().group() != null ? name(fault.churn().group()) : "nodes";
            case CLOCK_SKEW -> fault.clockSkew().node().name();
            case CLOCK_STEP -> fault.clockStep().node().name();
        };
    }

    private static String names(List<NodeGroup> parts) {
        return parts.stream().map(FaultSubjects::name).collect(Collectors.joining(" | "));
    }

    private static String name(NodeGroup group) {
        return group.name() != null
                ? group.name()
                : group.nodes().stream().map(NodeRef::name).collect(Collectors.joining(" "));
    }

    /** What a fault does that is over at once. */
    Action action(FaultSpec fault) {
        switch (fault.kind()) {
            case LINK_DOWN -> {
                int link = link(fault.linkDown());
                boolean silent = fault.isSilent();
                return target -> target.cut(link, silent);
            }
            case LINK_UP -> {
                int link = link(fault.linkUp());
                return target -> target.mend(link);
            }
            case NODE_DOWN -> {
                int node = node(fault.nodeDown());
                boolean keeps = fault.state() == NodeState.KEPT;
                boolean silent = fault.isSilent();
                return fault.grace() != null
                        ? target -> target.depart(node, silent)
                        : target -> target.stop(node, silent, keeps);
            }
            case NODE_UP -> {
                int node = node(fault.nodeUp());
                return target -> target.start(node);
            }
            default -> {
                return groupOrClockAction(fault);
            }
        }
    }

    private Action groupOrClockAction(FaultSpec fault) {
        switch (fault.kind()) {
            case PARTITION -> {
                Partition partition = partition(fault.partition(), fault.isSilent(), fault.isOneWay());
                return target -> target.separate(partition);
            }
            case HEAL -> {
                Partition partition = partition(fault.heal(), false, false);
                return target -> target.heal(partition);
            }
            case CLOCK_SKEW -> {
                int node = node(fault.clockSkew().node());
                int ppm = fault.clockSkew().ppm();
                return target -> target.skewClock(node, ppm);
            }
            case CLOCK_STEP -> {
                int node = node(fault.clockStep().node());
                long nanos = fault.clockStep().nanos();
                return target -> target.stepClock(node, nanos);
            }
            default -> throw new IllegalArgumentException(fault.kind() + " is not over at once");
        }
    }

    private Partition partition(List<NodeGroup> parts, boolean silent, boolean oneWay) {
        int[] groupOf = new int[topology.nodeCount()];
        for (int part = 0; part < parts.size(); part++) {
            for (int node : nodes(parts.get(part))) {
                groupOf[node] = part + 1;
            }
        }
        boolean fromAllOthers = parts.size() == 1;
        int[] between = IntStream.range(0, topology.linkCount())
                .filter(link -> {
                    int a = groupOf[topology.endA(link)];
                    int b = groupOf[topology.endB(link)];
                    return a != b && (fromAllOthers || a != 0 && b != 0);
                })
                .toArray();
        int[] directions = Arrays.stream(between)
                .flatMap(link -> IntStream.of(2 * link, 2 * link + 1))
                .filter(direction -> !oneWay || groupOf[beginning(direction)] == 1)
                .toArray();
        return new Partition(name(groupOf), silent ? new int[0] : between, silent ? directions : new int[0]);
    }

    private int beginning(int direction) {
        return (direction & 1) == 0 ? topology.endA(direction >> 1) : topology.endB(direction >> 1);
    }

    /** The same for the same groups in any order. */
    private static String name(int[] groupOf) {
        return IntStream.rangeClosed(1, Arrays.stream(groupOf).max().orElse(0))
                .mapToObj(group -> IntStream.range(0, groupOf.length)
                        .filter(node -> groupOf[node] == group)
                        .mapToObj(Integer::toString)
                        .collect(Collectors.joining(",")))
                .sorted()
                .collect(Collectors.joining("|"));
    }

    private int[] nodes(NodeGroup group) {
        return groups.nodes(group).stream().mapToInt(this::node).toArray();
    }

    /** The links of a degradation. */
    Degradation degradation(DegradeSpec spec) {
        int[] links;
        if (spec.link() != null) {
            links = new int[] {link(spec.link())};
        } else {
            boolean[] member = new boolean[topology.nodeCount()];
            Arrays.stream(nodes(spec.group())).forEach(node -> member[node] = true);
            links = IntStream.range(0, topology.linkCount())
                    .filter(link -> member[topology.endA(link)] || member[topology.endB(link)])
                    .toArray();
        }
        return new Degradation(links, spec.loss().ppm(), spec.latencyFactorPpm());
    }

    /** The nodes that come and go, ascending. */
    int[] churned(ChurnSpec churn) {
        if (churn.group() != null) {
            return Arrays.stream(nodes(churn.group())).sorted().toArray();
        }
        return churn.nodes().kind() == NodeSelector.Kind.EACH
                ? IntStream.range(0, topology.nodeCount()).toArray()
                : churn.nodes().nodes().stream().mapToInt(this::node).sorted().toArray();
    }
}
