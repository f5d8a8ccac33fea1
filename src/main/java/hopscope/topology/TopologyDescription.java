package hopscope.topology;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A network described for people and for scripts. The same network gives the same characters in any locale; means have
 * exactly six decimals.
 *
 * @param report what the file held
 * @param figures what is true of the graph
 */
public record TopologyDescription(ImportReport report, TopologyFigures figures) {
    private static final int DECIMALS = 6;
    private static final int NAME_WIDTH = 12;

    /** Describes a network read from a file; as costly as {@link TopologyFigures#of}. */
    public static TopologyDescription of(ImportedTopology imported) {
        return new TopologyDescription(imported.report(), TopologyFigures.of(imported.topology()));
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

    /** One JSON object of {@link #values()}, one key per line, ending in a line feed. */
    public String json() {
        StringBuilder json = new StringBuilder("{\n");
        String separator = "";
        for (Map.Entry<String, Number> value : values().entrySet()) {
            json.append(separator)
                    .append("  \"")
                    .append(value.getKey())
                    .append("\": ")
                    .append(value.getValue());
            separator = ",\n";
        }
        return json.append("\n}\n").toString();
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
        line(text, "diameter", counted(figures.diameter(), "hop"));
        line(text, "mean path", rounded(figures.averageShortestPath()) + " hops");
        line(text, "cut nodes", Integer.toString(figures.cutNodes()));
        line(text, "bridges", Integer.toString(figures.bridges()));
        return text.toString();
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
