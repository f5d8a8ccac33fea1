package hopscope.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import hopscope.bench.BenchFigure.Target;
import hopscope.results.JsonText;
import hopscope.results.ResultFolderException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The benchmark's figures with the machine, as JSON.
 *
 * @param machine that was measured
 * @param figures in order
 */
public record BenchFile(Machine machine, List<BenchFigure> figures) {
    public BenchFile {
        figures = List.copyOf(figures);
    }

    /** Everything as a JSON object: machine, then figures in order. */
    public String json() {
        ObjectNode root = JsonText.object();
        ObjectNode where = root.putObject("machine");
        where.put("processor", machine.processor());
        where.put("processors", machine.processors());
        where.put("memory_bytes", machine.memoryBytes());
        where.put("heap_bytes", machine.heapBytes());
        where.put("java", machine.java());
        where.put("system", machine.system());
        ArrayNode list = root.putArray("figures");
        figures.forEach(figure -> fill(list.addObject(), figure));
        return JsonText.render(root);
    }

    private static void fill(ObjectNode node, BenchFigure figure) {
        node.put("name", figure.name());
        JsonText.putNumber(node, "value", figure.value());
        node.put("unit", figure.unit());
        put(node, "target", figure.target());
        node.put("yardstick", figure.yardstick());
        JsonText.putNumber(node, "yardstick_value", figure.yardstickValue());
        JsonText.putNumber(node, "ratio", figure.ratio());
        put(node, "ratio_target", figure.ratioTarget());
        node.put("met", figure.isMet());
        node.put("note", figure.note());
    }

    private static void put(ObjectNode node, String name, Target target) {
        if (target == null) {
            node.putNull(name);
        } else {
            ObjectNode bound = node.putObject(name);
            JsonText.putNumber(bound, target.atLeast() ? "at_least" : "at_most", target.bound());
        }
    }

    /**
     * Reads what {@link #json} wrote.
     *
     * @throws ResultFolderException if the file cannot be read or is something else
     */
    public static BenchFile read(Path file) {
        JsonNode root = JsonText.parse(text(file), file.toString());
        JsonNode where = root.path("machine");
        if (!where.isObject() || !root.path("figures").isArray()) {
            throw new ResultFolderException(file + ": not the figures of a benchmark; expected what --json writes");
        }
        Machine machine = new Machine(
                where.path("processor").asText(),
                where.path("processors").asInt(),
                where.path("memory_bytes").asLong(),
                where.path("heap_bytes").asLong(),
                where.path("java").asText(),
                where.path("system").asText());
        List<BenchFigure> figures = new ArrayList<>();
        root.path("figures").forEach(node -> figures.add(figure(node)));
        return new BenchFile(machine, figures);
    }

    /**
     * Figures of several measurements of one machine, in the order of the rows; of those named alike the last.
     *
     * @param files at least one
     * @throws ResultFolderException if they are of different machines
     */
    public static BenchFile joined(List<BenchFile> files) {
        Machine machine = files.get(0).machine();
        Map<String, BenchFigure> byName = new LinkedHashMap<>();
        for (BenchFile file : files) {
            if (!file.machine().processor().equals(machine.processor())
                    || file.machine().processors() != machine.processors()) {
                throw new ResultFolderException("figures of different machines do not belong into one table: "
                        + BenchReport.render(machine) + "; " + BenchReport.render(file.machine()));
            }
            file.figures().forEach(figure -> byName.put(figure.name(), figure));
        }
        List<String> rows = Bench.rows().stream().map(BenchRow::name).toList();
        List<BenchFigure> figures = new ArrayList<>(byName.values());
        figures.sort(Comparator.comparingInt(figure -> rows.indexOf(figure.row())));
        return new BenchFile(machine, figures);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new ResultFolderException(file + ": cannot be read", e);
        }
    }

    private static BenchFigure figure(JsonNode node) {
        return new BenchFigure(
                node.path("name").asText(),
                node.path("value").asDouble(Double.NaN),
                node.path("unit").asText(),
                target(node.path("target")),
                node.path("yardstick").isTextual() ? node.path("yardstick").asText() : null,
                node.path("yardstick_value").asDouble(Double.NaN),
                node.path("ratio").asDouble(Double.NaN),
                target(node.path("ratio_target")),
                node.path("note").asText());
    }

    private static Target target(JsonNode node) {
        if (!node.isObject()) {
            return null;
        }
        return node.has("at_least")
                ? Target.atLeast(node.path("at_least").asDouble())
                : Target.atMost(node.path("at_most").asDouble());
    }
}
