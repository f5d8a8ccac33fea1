package hopscope.topology;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A network described for people and for scripts. The same network gives the same characters in any locale; means have
 * exactly six decimals.
 *
 * @param report what the file held
 * @param figures what is true of the graph
 * @param weighted distances by the file's weights, or {@code null} where it gives none
 * @param attributes what the file says beyond nodes and links
 */
public record TopologyDescription(
        ImportReport report, TopologyFigures figures, WeightedFigures weighted, TopologyAttributes attributes) {
    private static final int DECIMALS = 6;
    private static final int NAME_WIDTH = 12;

    /** Describes a network read from a file; as costly as {@link TopologyFigures#of}. */
    public static TopologyDescription of(ImportedTopology imported) {
        return new TopologyDescription(
                imported.report(),
                TopologyFigures.of(imported.topology()),
                WeightedFigures.of(imported),
                imported.attributes());
    }

    /** The figures by their names in JSON, in a fixed order: {@link Integer} or {@link BigDecimal}; unmodifiable. */
    public Map<String, Number> values() {
        Map<String, Number> values = new LinkedHashMap<>();
        values.put("nodes", figures.nodes());
        values.put("links_in_file", report.linksInFile());
        values.put("links", figures.links());
        values.put("self_loops", report.selfLoops());
        values.put("components", figures.components());
        values.put("largest_component", figures.largestComponent());
        values.put("largest_component_links", figures.largestComponentLinks());
        values.put("degree_min", figures.degreeMin());
        values.put("degree_mean", rounded(figures.degreeMean()));
        values.put("degree_max", figures.degreeMax());
        values.put("diameter", figures.diameter());
        values.put("average_shortest_path", rounded(figures.averageShortestPath()));
        values.put("cut_nodes", figures.cutNodes());
        values.put("bridges", figures.bridges());
        return Collections.unmodifiableMap(values);
    }

    private static BigDecimal rounded(double value) {
        return BigDecimal.valueOf(value).setScale(DECIMALS, RoundingMode.HALF_EVEN);
    }

    /**
     * One JSON object of {@link #values()}, the weighted figures, the latencies' origin, and the format and notes where
     * there are some; ends in a line feed.
     */
    public String json() {
        StringBuilder json = new StringBuilder("{\n");
        values().forEach((key, value) -> json.append(field(key)).append(value).append(",\n"));
        json.append(field("weighted")).append(weightedJson()).append(",\n");
        if (figures.sampledSources() > 0) {
            json.append(field("sampled_sources"))
                    .append(figures.sampledSources())
                    .append(",\n");
        }
        if (!attributes.format().isEmpty()) {
            json.append(field("format")).append(quoted(attributes.format())).append(",\n");
        }
        json.append(field("parallel_links")).append(report.parallelLinks()).append(",\n");
        json.append(field("isolated_nodes")).append(report.isolatedNodes()).append(",\n");
        json.append(field("latencies")).append("{\"attribute\": ").append(attributes.latenciesGiven());
        json.append(", \"distance\": ").append(attributes.latenciesOfDistance());
        json.append(", \"constant\": ").append(latenciesMissing()).append("},\n");
        json.append(field("notes")).append('[');
        json.append(attributes.notes().stream().map(TopologyDescription::quoted).collect(Collectors.joining(", ")));
        return json.append("]\n}\n").toString();
    }

    private static String field(String key) {
        return "  \"" + key + "\": ";
    }

    private String weightedJson() {
        if (weighted == null) {
            return "null";
        }
        String sampled = weighted.sampledSources() == 0 ? "" : ", \"sampled_sources\": " + weighted.sampledSources();
        return "{\"unit\": " + quoted(weighted.unit()) + ", \"diameter\": " + rounded(weighted.diameter())
                + ", \"average_shortest_path\": " + rounded(weighted.averageShortestPath()) + sampled + "}";
    }

    /** Units and notes hold no control characters but what a file's text brings in. */
    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character < ' ') {
                quoted.append(' ');
            } else {
                quoted.append(character == '"' || character == '\\' ? "\\" : "").append(character);
            }
        }
        return quoted.append('"').toString();
    }

    private int latenciesMissing() {
        return figures.links() - attributes.latenciesGiven() - attributes.latenciesOfDistance();
    }

    /** The same figures as a short text with units, ending in a line feed. */
    public String text() {
        StringBuilder text = new StringBuilder();
        line(text, "nodes", Integer.toString(figures.nodes()));
        line(text, "links", figures.links() + linksDropped());
        line(text, "components", figures.components() + isolated());
        line(text, "degree", degrees());
        if (figures.components() > 1) {
            text.append("\nlargest component: ")
                    .append(counted(figures.largestComponent(), "node"))
                    .append(", ")
                    .append(counted(figures.largestComponentLinks(), "link"))
                    .append('\n');
        }
        String sampled = sampled(figures.sampledSources());
        line(text, "diameter", (sampled.isEmpty() ? "" : "at least ") + counted(figures.diameter(), "hop") + sampled);
        line(text, "mean path", rounded(figures.averageShortestPath()) + " hops" + sampled);
        line(text, "cut nodes", Integer.toString(figures.cutNodes()));
        line(text, "bridges", Integer.toString(figures.bridges()));
        fileLines(text);
        return text.toString();
    }

    private static String sampled(int sources) {
        return sources == 0 ? "" : " (sampled: from " + sources + " nodes)";
    }

    private void fileLines(StringBuilder text) {
        if (weighted != null) {
            String sampled = sampled(weighted.sampledSources());
            text.append("\nweights: ").append(weighted.unit()).append('\n');
            line(text, "diameter", (sampled.isEmpty() ? "" : "at least ") + rounded(weighted.diameter()) + sampled);
            line(text, "mean path", rounded(weighted.averageShortestPath()) + sampled);
        }
        if (!attributes.format().isEmpty()) {
            text.append('\n');
            line(text, "format", attributes.format());
            line(text, "latencies", latencies());
        }
        attributes.notes().forEach(note -> line(text, "note", note));
    }

    private String latencies() {
        return attributes.latenciesGiven() + " from the file, " + attributes.latenciesOfDistance() + " from distances, "
                + latenciesMissing() + " left to links.latency";
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append(name)
                .append(" ".repeat(NAME_WIDTH - name.length()))
                .append(value)
                .append('\n');
    }

    private static String counted(int count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    private String linksDropped() {
        if (report.linksInFile() == figures.links()) {
            return "";
        }
        return " (of " + report.linksInFile() + " in the file: " + counted(report.selfLoops(), "self-loop")
                + " dropped, " + counted(report.parallelLinks(), "parallel link") + " merged)";
    }

    private String isolated() {
        return report.isolatedNodes() == 0 ? "" : " (" + counted(report.isolatedNodes(), "isolated node") + ")";
    }

    private String degrees() {
        return figures.degreeMin() + " to " + figures.degreeMax() + ", mean " + rounded(figures.degreeMean());
    }
}
