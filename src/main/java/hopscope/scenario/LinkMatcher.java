package hopscope.scenario;

import hopscope.topology.LinkFacts;
import hopscope.topology.Topology;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Decides which directions of a network a {@link LinkMatch} means. */
final class LinkMatcher {
    private final LinkMatch match;
    private final Topology topology;
    private final Set<Integer> listed;

    // By node; null where there is no such condition.
    private final boolean[] nodes;
    private final boolean[] touching;
    private final boolean[] from;
    private final boolean[] to;

    LinkMatcher(LinkMatch match, Topology topology) {
        this.match = match;
        this.topology = topology;
        this.listed = match.links() == null ? null : listed(match.links(), topology);
        this.nodes = nodes(match.nodes(), topology);
        this.touching = nodes(match.touching(), topology);
        this.from = nodes(match.from(), topology);
        this.to = nodes(match.to(), topology);
    }

    /** Of a class, which without conditions of its own has the links of that class in the file. */
    static LinkMatcher of(LinkClass entry, Topology topology) {
        LinkMatch match = entry.match() == null
                ? new LinkMatch(entry.name(), null, null, null, null, null, null, null, null, null, null, null)
                : entry.match();
        return new LinkMatcher(match, topology);
    }

    private static Set<Integer> listed(List<LinkRef> links, Topology topology) {
        Set<Integer> listed = new HashSet<>();
        for (LinkRef ends : links) {
            listed.add(topology.linkBetween(
                    topology.indexOf(ends.a().name()), topology.indexOf(ends.b().name())));
        }
        return listed;
    }

    private static boolean[] nodes(NodePatterns patterns, Topology topology) {
        if (patterns == null) {
            return null;
        }
        boolean[] chosen = new boolean[topology.nodeCount()];
        for (String pattern : patterns.patterns()) {
            if (!NodePatterns.isPattern(pattern)) {
                mark(chosen, topology.indexOf(pattern));
                continue;
            }
            mark(chosen, topology.indexOf(pattern));
            for (int node = 0; node < chosen.length; node++) {
                chosen[node] |= NodePatterns.matches(pattern, topology.name(node));
            }
        }
        return chosen;
    }

    private static void mark(boolean[] chosen, int node) {
        if (node >= 0) {
            chosen[node] = true;
        }
    }

    /** Whether a direction is meant. */
    boolean matches(int direction) {
        int link = direction >> 1;
        boolean forth = (direction & 1) == 0;
        int begin = forth ? topology.endA(link) : topology.endB(link);
        int end = forth ? topology.endB(link) : topology.endA(link);
        return (listed == null || listed.contains(link))
                && (nodes == null || nodes[begin] && nodes[end])
                && (touching == null || touching[begin] || touching[end])
                && (from == null || from[begin])
                && (to == null || to[end])
                && matchesFacts(link)
                && matchesDegree(Math.min(topology.degree(begin), topology.degree(end)));
    }

    private boolean matchesFacts(int link) {
        LinkFacts facts = topology.facts();
        String fileClass = facts.linkClass(link);
        if (match.fileClass() != null && (fileClass.isEmpty() || !NodePatterns.matches(match.fileClass(), fileClass))) {
            return false;
        }
        long latency = topology.latencyNanos(link);
        boolean slowEnough =
                match.minLatency() == null || latency >= match.minLatency().nanos();
        boolean fastEnough = match.maxLatency() == null
                || latency != Topology.NO_LATENCY
                        && latency <= match.maxLatency().nanos();
        double km = facts.lengthKm(link);
        return slowEnough
                && fastEnough
                && (match.minKm() == null || km >= match.minKm())
                && (match.maxKm() == null || km <= match.maxKm());
    }

    private boolean matchesDegree(int degree) {
        return (match.minDegree() == null || degree >= match.minDegree())
                && (match.maxDegree() == null || degree <= match.maxDegree());
    }

    /** Whether any direction is meant; O(links). */
    boolean matchesAny() {
        for (int direction = 0; direction < 2 * topology.linkCount(); direction++) {
            if (matches(direction)) {
                return true;
            }
        }
        return false;
    }
}
