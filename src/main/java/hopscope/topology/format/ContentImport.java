package hopscope.topology.format;

import hopscope.topology.Components;
import hopscope.topology.GreatCircle;
import hopscope.topology.ImportReport;
import hopscope.topology.ImportedTopology;
import hopscope.topology.Topology;
import hopscope.topology.TopologyAttributes;
import hopscope.topology.TopologyBuilder;
import hopscope.topology.TopologyFormatException;
import hopscope.topology.TopologyGenerator;
import hopscope.topology.format.NetworkContent.Link;
import hopscope.topology.format.NetworkContent.Node;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * Makes a network of what a file holds: names nodes, merges parallel links (smallest weight, latency, jitter and loss,
 * greatest bandwidth), finds latencies and weights, and counts what it did.
 */
final class ContentImport {
    private static final int NODES_MAX = 1_000_000;
    private static final String LATENCIES = "ms (edge attribute latency)";
    private static final String KILOMETRES = "km (great circle, R=6371.0088)";

    private final NetworkContent content;
    private final LatencySource latencyFrom;
    private final TopologyBuilder builder = new TopologyBuilder();
    private final Set<Link> ofDistance = new HashSet<>();
    private final boolean placed;
    private Topology topology;

    ContentImport(NetworkContent content, LatencySource latencyFrom) {
        this.content = content;
        this.latencyFrom = latencyFrom;
        this.placed = content.nodes.stream().allMatch(node -> !Double.isNaN(node.x + node.y));
    }

    ImportedTopology run(TopologyFormat format) throws TopologyFormatException {
        if (content.nodes.isEmpty()) {
            throw new TopologyFormatException("the graph has no nodes", 0, 0);
        }
        requireAtMost(content.nodes.size(), NODES_MAX, "nodes");
        requireAtMost(content.links.size(), TopologyGenerator.LINKS_MAX, "links");
        nameNodes();
        for (Link link : content.links) {
            builder.link(content.end(link, link.source), content.end(link, link.target), latencyNanos(link));
        }
        topology = builder.build();
        int isolated = 0;
        for (int node = 0; node < topology.nodeCount(); node++) {
            isolated += topology.degree(node) == 0 ? 1 : 0;
        }
        MergedLinks merged = merged();
        return new ImportedTopology(
                topology.with(merged.facts()),
                new ImportReport(
                        content.links.size(),
                        builder.selfLoops(),
                        builder.parallelLinks(),
                        isolated,
                        Components.count(topology)),
                attributes(format, merged));
    }

    private static void requireAtMost(int count, int most, String what) throws TopologyFormatException {
        if (count > most) {
            throw new TopologyFormatException(
                    "the file has " + count + " " + what + ", expected at most " + most, 0, 0);
        }
    }

    /** By label if every node has its own; else by id. The other one finds the node too, unless it is ambiguous. */
    private void nameNodes() {
        Set<String> labels = new HashSet<>();
        boolean labelled = content.nodes.stream().allMatch(node -> !node.label.isEmpty() && labels.add(node.label));
        for (Node node : content.nodes) {
            int index = builder.node(labelled ? node.label : node.id);
            String other = labelled ? node.id : node.label;
            if (!other.isEmpty()) {
                builder.alias(index, other);
            }
        }
        if (!labelled && content.nodes.stream().anyMatch(node -> !node.label.isEmpty())) {
            content.notes.add("labels repeat or are missing, so nodes are named by their ids");
        }
    }

    private long latencyNanos(Link link) throws TopologyFormatException {
        long given = link.latencyNanos == Topology.NO_LATENCY ? content.defaultLatencyNanos : link.latencyNanos;
        if (latencyFrom == LatencySource.CONSTANT) {
            return Topology.NO_LATENCY;
        }
        double km = latencyFrom == LatencySource.DISTANCE ? km(link) : Double.NaN;
        if (Double.isNaN(km)) {
            return given;
        }
        ofDistance.add(link);
        return Math.round(km * GreatCircle.NANOS_PER_KM);
    }

    /** Length of a link, or NaN. */
    private double km(Link link) throws TopologyFormatException {
        if (!Double.isNaN(link.lengthKm) || !content.geographic) {
            return link.lengthKm;
        }
        Node a = content.nodes.get(content.end(link, link.source));
        Node b = content.nodes.get(content.end(link, link.target));
        return GreatCircle.km(a.x, a.y, b.x, b.y);
    }

    private TopologyAttributes attributes(TopologyFormat format, MergedLinks merged) {
        int given = 0;
        for (int link = 0; link < topology.linkCount(); link++) {
            given += !merged.ofDistance[link] && topology.latencyNanos(link) != Topology.NO_LATENCY ? 1 : 0;
        }
        String unit = unit(merged.weights, merged.lengthsKm);
        double[] chosen =
                unit.isEmpty() ? new double[0] : unit.equals(content.weightUnit) ? merged.weights : merged.lengthsKm;
        return new TopologyAttributes(
                format.label(),
                unit,
                unit.equals(LATENCIES) ? latenciesMs() : chosen,
                content.geographic,
                content.nodes.stream().mapToDouble(node -> node.x).toArray(),
                content.nodes.stream().mapToDouble(node -> node.y).toArray(),
                merged.jittersNanos,
                merged.lossesPpm,
                merged.bandwidthsBps,
                given,
                merged.ofDistanceCount(),
                content.notes);
    }

    private MergedLinks merged() throws TopologyFormatException {
        MergedLinks merged = new MergedLinks(topology.linkCount());
        boolean map = content.geographic && placed;
        for (Link link : content.links) {
            int at = topology.linkBetween(content.end(link, link.source), content.end(link, link.target));
            if (at >= 0) {
                merged.add(at, link, km(link), map, ofDistance.contains(link));
            }
        }
        return merged;
    }

    /** The file's own weights, else its latencies, else great-circle lengths; each only if all links have one. */
    private String unit(double[] weights, double[] lengths) {
        if (weights.length == 0) {
            return "";
        }
        if (!content.weightUnit.isEmpty() && complete(weights)) {
            return content.weightUnit;
        }
        boolean latencies = latencyFrom == LatencySource.ATTRIBUTE;
        for (int link = 0; link < topology.linkCount(); link++) {
            latencies &= topology.latencyNanos(link) != Topology.NO_LATENCY;
        }
        if (latencies) {
            return LATENCIES;
        }
        return complete(lengths) ? KILOMETRES : "";
    }

    private double[] latenciesMs() {
        double[] latencies = new double[topology.linkCount()];
        for (int link = 0; link < latencies.length; link++) {
            latencies[link] = topology.latencyNanos(link) / 1e6;
        }
        return latencies;
    }

    private static boolean complete(double[] values) {
        return Arrays.stream(values).noneMatch(Double::isNaN);
    }
}
