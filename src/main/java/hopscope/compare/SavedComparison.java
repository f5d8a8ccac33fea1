package hopscope.compare;

import com.fasterxml.jackson.databind.JsonNode;
import hopscope.results.AtomicFile;
import hopscope.results.FolderRule;
import hopscope.results.JsonText;
import hopscope.results.ResultFolder;
import hopscope.results.ResultFolderException;
import hopscope.scenario.Metric;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * What {@code hopscope compare} saved: the figures of a comparison without the runs.
 *
 * @param nameA what side A is called
 * @param nameB what side B is called
 * @param command that made it; empty where it was printed only
 * @param axes that the labels of rows belong to
 * @param rows by pair, then by metric
 * @param crossings where the winner changes along an axis
 */
public record SavedComparison(
        String nameA, String nameB, String command, List<String> axes, List<Row> rows, List<Crossing> crossings) {
    /** The file in a folder that {@code hopscope compare --out} wrote. */
    public static final String FILE = "comparison.json";

    /** A folder with a comparison belongs to comparisons. */
    public static final FolderRule RULE = new FolderRule(
            Set.of(FILE),
            FILE,
            (text, file) -> JsonText.parse(text, file).path("kind").asText());

    public SavedComparison {
        axes = List.copyOf(axes);
        rows = List.copyOf(rows);
        crossings = List.copyOf(crossings);
    }

    /**
     * One metric of a pair. A figure that there is none of is NaN.
     *
     * @param labels of the pair, by axis
     * @param protocolA protocol of side A
     * @param protocolB protocol of side B
     * @param metric which metric
     * @param meanA mean of side A
     * @param meanB mean of side B
     * @param difference mean of B less mean of A
     * @param low lower end of its 95 % confidence interval
     * @param high its upper end
     * @param count pairs compared, or runs of both sides
     * @param pHolm p-value, corrected for the whole comparison
     * @param conclusion as in {@link Comparison#conclusion}
     */
    public record Row(
            List<String> labels,
            String protocolA,
            String protocolB,
            Metric metric,
            double meanA,
            double meanB,
            double difference,
            double low,
            double high,
            int count,
            double pHolm,
            String conclusion) {
        public Row {
            labels = List.copyOf(labels);
        }

        /** What was compared with what: one protocol with itself elsewhere, or one less another. */
        public String protocols() {
            return SavedComparison.protocols(protocolA, protocolB);
        }
    }

    /** What one side's protocol set against the other's is called. */
    public static String protocols(String a, String b) {
        return a.equals(b) ? a : b + " − " + a;
    }

    /** Whether this is the file of a comparison, or a folder that holds one. */
    public static boolean isIn(Path path) {
        return Files.isRegularFile(path) && path.getFileName().toString().endsWith(".json")
                || Files.isRegularFile(path.resolve(FILE));
    }

    /**
     * Reads the file, or the one in a folder.
     *
     * @throws ResultFolderException if it is not what {@code hopscope compare} writes
     */
    public static SavedComparison read(Path path) {
        Path file = Files.isDirectory(path) ? path.resolve(FILE) : path;
        return new Reading(file.toString()).of(JsonText.parse(ResultFolder.text(file), file.toString()));
    }

    /**
     * Writes the file, for whoever reads it back; what lay there of another comparison goes.
     *
     * @param command that made the comparison
     * @param force write into a folder that holds something else, too
     * @throws ResultFolderException if it does, or the system refuses; nothing is written then
     */
    public static void write(Comparison comparison, String command, Path folder, boolean force) {
        RULE.requireUsable(folder, ComparisonJson.KIND, force);
        RULE.clear(folder);
        AtomicFile.write(folder.resolve(FILE), ComparisonJson.render(comparison, command));
    }

    /** The file as text. */
    private record Reading(String file) {
        SavedComparison of(JsonNode root) {
            if (!root.path("kind").asText().equals(ComparisonJson.KIND)) {
                throw damaged("is not of a comparison; expected what 'hopscope compare --out' or '--json' wrote");
            }
            List<String> axes = words(root, "axes");
            List<Row> rows = new ArrayList<>();
            required(root, "comparisons").forEach(row -> rows.add(row(row, axes)));
            List<Crossing> crossings = new ArrayList<>();
            required(root, "crossings").forEach(crossing -> crossings.add(crossing(crossing)));
            return new SavedComparison(
                    text(root, "a"), text(root, "b"), root.path("command").asText(), axes, rows, crossings);
        }

        private Row row(JsonNode row, List<String> axes) {
            JsonNode cell = required(row, "cell");
            return new Row(
                    axes.stream().map(axis -> text(cell, axis)).toList(),
                    text(row, "protocol_a"),
                    text(row, "protocol_b"),
                    metric(row),
                    number(row, "mean_a"),
                    number(row, "mean_b"),
                    number(row, "difference"),
                    number(row, "ci95_low"),
                    number(row, "ci95_high"),
                    required(row, "count").asInt(),
                    number(row, "p_holm"),
                    text(row, "conclusion"));
        }

        private Crossing crossing(JsonNode crossing) {
            return new Crossing(
                    text(crossing, "axis"),
                    text(crossing, "unit"),
                    words(crossing, "cell"),
                    text(crossing, "protocol_a"),
                    text(crossing, "protocol_b"),
                    metric(crossing),
                    number(crossing, "at"),
                    number(crossing, "ci95_low"),
                    number(crossing, "ci95_high"),
                    text(crossing, "better_below"));
        }

        private Metric metric(JsonNode node) {
            String name = text(node, "metric");
            return Arrays.stream(Metric.values())
                    .filter(metric -> metric.column().equals(name))
                    .findFirst()
                    .orElseThrow(() -> damaged("names a metric that this version does not have, '" + name + "'"));
        }

        private JsonNode required(JsonNode node, String name) {
            if (!node.has(name)) {
                throw damaged("lacks '" + name + "'; the file is damaged, or of another version");
            }
            return node.get(name);
        }

        private String text(JsonNode node, String name) {
            return required(node, name).asText();
        }

        private double number(JsonNode node, String name) {
            JsonNode value = required(node, name);
            if (!value.isNull() && !value.isNumber()) {
                throw damaged("has no number under '" + name + "'; the file is damaged");
            }
            return value.isNull() ? Double.NaN : value.asDouble();
        }

        private List<String> words(JsonNode node, String name) {
            List<String> words = new ArrayList<>();
            required(node, name).forEach(one -> words.add(one.asText()));
            return words;
        }

        private ResultFolderException damaged(String what) {
            return new ResultFolderException(file + ": " + what);
        }
    }
}
