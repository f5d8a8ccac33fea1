package hopscope.scenario;

import hopscope.document.Position;
import hopscope.document.YamlNode;
import hopscope.topology.ShortestPaths;
import hopscope.topology.Topology;
import java.util.List;

/** Checks that routes of the protocols that repair outlive the wait for their confirmation, and that they reach far enough. */
final class RouteUpdateCheck {
    /**
     * Mean spreading times that a renewal should have. With 30 % loss and pull on 8 nodes, 2.4 of them let some record die in
     * 0.6 % of all seconds, and 11 in none of 60,000.
     */
    private static final int ROOM = 4;

    private static final double LOSS_MAX = 0.99;
    private static final double NANOS_PER_SECOND = 1e9;

    private final CheckContext context;

    private RouteUpdateCheck(CheckContext context) {
        this.context = context;
    }

    /**
     * Checks every entry that runs.
     *
     * @param topology {@code null} if there is none to go on with
     */
    static void run(CheckContext context, Topology topology) {
        RouteUpdateCheck check = new RouteUpdateCheck(context);
        List<ProtocolSpec> protocols = context.scenario().protocols();
        for (int index = 0; index < protocols.size(); index++) {
            ProtocolSpec protocol = protocols.get(index);
            if (protocol.settings() instanceof RipSettings rip) {
                check.timeout(index, protocol, rip.timeout(), rip.jitter());
                check.infinity(index, protocol, rip.infinity(), topology);
            } else if (protocol.settings() instanceof FeasibleSettings feasible) {
                check.timeout(index, protocol, feasible.timeout(), feasible.jitter());
            } else if (protocol.settings() instanceof LinkStateSettings linkState && topology != null) {
                check.renewal(index, protocol, linkState, topology);
            }
        }
    }

    private void timeout(int index, ProtocolSpec protocol, TimeSpan timeout, Share jitter) {
        long longestNanos = (long) (protocol.settings().interval().nanos() * (1 + jitter.fraction()));
        if (timeout.nanos() <= longestNanos) {
            context.problems()
                    .add(
                            settingAt(index, protocol, "timeout"),
                            "timeout " + QuantityFormat.text(timeout) + " of " + protocol.name()
                                    + " does not outlive the wait between two updates, "
                                    + QuantityFormat.text(new TimeSpan(longestNanos)),
                            "several intervals");
        }
    }

    private void infinity(int index, ProtocolSpec protocol, int infinity, Topology topology) {
        int hops = topology == null || topology.nodeCount() == 0 ? 0 : longPath(topology);
        if (hops >= infinity) {
            context.warnings()
                    .add(
                            settingAt(index, protocol, "infinity"),
                            "infinity " + infinity + " of " + protocol.name() + ": some nodes are " + hops
                                    + " hops apart and can never reach each other; expected more than the longest "
                                    + "shortest path, also after failures");
        }
    }

    /** Warns if renewals have little more time to spread than they need on average: some will come too late now and then. */
    private void renewal(int index, ProtocolSpec protocol, LinkStateSettings spec, Topology topology) {
        if (spec.maxAge().nanos() == 0 || topology.linkCount() == 0) {
            return;
        }
        double leftNanos = spec.maxAge().nanos()
                - spec.refresh().nanos() * (1 + spec.jitter().fraction());
        double needNanos = longPath(topology) * meanNanosPerLink(spec, topology);
        if (leftNanos < ROOM * needNanos) {
            context.warnings()
                    .add(
                            settingAt(index, protocol, "max-age"),
                            "max-age " + QuantityFormat.text(spec.maxAge()) + " of " + protocol.name()
                                    + " leaves renewals " + seconds(leftNanos)
                                    + " to reach all nodes, which takes about "
                                    + seconds(needNanos) + " on average here; expected at least " + ROOM
                                    + " times that, or records of living nodes will die for a while");
        }
    }

    private static String seconds(double nanos) {
        return Math.round(nanos / NANOS_PER_SECOND) + "s";
    }

    /** How long a record waits on average at a node of mean degree until a given neighbour has it. */
    private double meanNanosPerLink(LinkStateSettings spec, Topology topology) {
        double arrives =
                1 - Math.min(LOSS_MAX, context.scenario().links().loss().meanFraction());
        double answered = arrives * arrives;
        double degree = 2.0 * topology.linkCount() / topology.nodeCount();
        double drawn = Math.min(1, spec.fanout() / degree);
        double intervals = switch (spec.spread()) {
            case PUSH_PULL -> 1 / (drawn * (arrives + answered));
            case PUSH -> 1 / (drawn * arrives);
            case PULL -> 1 / (drawn * answered);
            // At once, but for what is lost.
            case FLOODING -> (1 - arrives) / (drawn * answered);
        };
        return intervals * spec.interval().nanos();
    }

    /** A shortest path that is about as long as any: from a node furthest from the first, to a node furthest from that. */
    private static int longPath(Topology topology) {
        int[] hops = new int[topology.nodeCount()];
        ShortestPaths paths = new ShortestPaths(topology);
        paths.hops(0, hops);
        paths.hops(furthest(hops), hops);
        return hops[furthest(hops)];
    }

    private static int furthest(int[] hops) {
        int furthest = 0;
        for (int node = 0; node < hops.length; node++) {
            boolean isReached = hops[node] != ShortestPaths.UNREACHABLE;
            furthest = isReached && (hops[furthest] == ShortestPaths.UNREACHABLE || hops[node] > hops[furthest])
                    ? node
                    : furthest;
        }
        return furthest;
    }

    /** Where an entry's setting was set: with the entry, or under routing, or else the entry or the list itself. */
    private Position settingAt(int index, ProtocolSpec protocol, String key) {
        List<YamlNode> items = context.items(ProtocolChoice.KEY);
        YamlNode item = index < items.size() ? items.get(index) : null;
        if (item instanceof YamlNode.Mapping entry && entry.has(key)) {
            return entry.valueAt(key);
        }
        if (context.root().value("routing") instanceof YamlNode.Mapping routing
                && routing.value(protocol.use().label()) instanceof YamlNode.Mapping section
                && section.has(key)) {
            return section.valueAt(key);
        }
        return item == null ? context.root().at() : item.at();
    }
}
