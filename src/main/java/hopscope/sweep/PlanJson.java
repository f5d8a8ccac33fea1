package hopscope.sweep;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import hopscope.results.JsonText;
import hopscope.results.ResultFolderException;
import hopscope.scenario.ChartSpec;
import hopscope.scenario.Metric;
import hopscope.scenario.ScenarioException;
import hopscope.scenario.ScenarioSections;
import hopscope.scenario.ScenarioWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** {@code plan.json}: the cells of a whole sweep, also in the folder of a shard, so that shards can be put together. */
final class PlanJson {
    /** The declarations as YAML, which the scenario's own reader reads. */
    private static final String CHARTS = "charts";

    private PlanJson() {}

    static String render(Sweep sweep) {
        ObjectNode root = JsonText.object();
        root.put("kind", "sweep");
        root.put("name", sweep.name());
        root.put("hash", sweep.hash());
        root.put("seed", sweep.seed());
        root.put("pair_by", sweep.pairBy());
        Repetition repetition = sweep.repetition();
        ObjectNode repeat = root.putObject("repeat");
        repeat.put("min", repetition.min());
        repeat.put("max", repetition.max());
        if (repetition.metric() != null) {
            repeat.put("metric", repetition.metric().column());
            repeat.put("relative_error", repetition.relativeError());
        }
        addAll(root.putArray("axes"), sweep.axes());
        if (!sweep.charts().isEmpty()) {
            root.put(CHARTS, ScenarioWriter.charts(sweep.charts()));
        }
        ArrayNode cells = root.putArray("cells");
        for (Cell cell : sweep.cells()) {
            ObjectNode entry = cells.addObject();
            entry.put("id", cell.id());
            addAll(entry.putArray("labels"), cell.labels());
            addAll(entry.putArray("protocols"), cell.entries());
            entry.put("nodes", cell.nodes());
            entry.put("links", cell.links());
            JsonText.putNumber(entry, "duration_s", cell.seconds());
            entry.put("hash", cell.hash());
        }
        return JsonText.render(root);
    }

    private static void addAll(ArrayNode array, List<String> words) {
        words.forEach(array::add);
    }

    /**
     * Reads a plan back.
     *
     * @throws ResultFolderException if it is damaged; names the file
     */
    static Sweep parse(String text, String fileName) {
        JsonNode root = JsonText.parse(text, fileName);
        try {
            List<Cell> cells = new ArrayList<>();
            for (JsonNode entry : root.required("cells")) {
                cells.add(new Cell(
                        cells.size(),
                        words(entry.required("labels")),
                        words(entry.required("protocols")),
                        entry.required("nodes").intValue(),
                        entry.required("links").intValue(),
                        entry.required("duration_s").doubleValue(),
                        entry.required("hash").textValue()));
            }
            return new Sweep(
                    root.required("name").textValue(),
                    root.required("seed").longValue(),
                    words(root.required("axes")),
                    cells,
                    repetition(root.required("repeat")),
                    root.required("pair_by").textValue(),
                    charts(root.path(CHARTS).asText(""), fileName),
                    root.required("hash").textValue());
        } catch (IllegalArgumentException | NullPointerException e) {
            throw new ResultFolderException(fileName + ": not a plan of a sweep (" + e.getMessage() + ")", e);
        }
    }

    private static List<ChartSpec> charts(String yaml, String fileName) {
        if (yaml.isEmpty()) {
            return List.of();
        }
        try {
            return ScenarioSections.charts(fileName, yaml);
        } catch (ScenarioException e) {
            throw new ResultFolderException(
                    fileName + ": the charts of the plan cannot be read ("
                            + e.problems().get(0).message() + ")",
                    e);
        }
    }

    private static Repetition repetition(JsonNode repeat) {
        int min = repeat.required("min").intValue();
        if (!repeat.has("metric")) {
            return Repetition.fixed(min);
        }
        String column = repeat.get("metric").textValue();
        Metric metric = Arrays.stream(Metric.values())
                .filter(one -> one.column().equals(column))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown metric '" + column + "'"));
        return new Repetition(
                min,
                repeat.required("max").intValue(),
                metric,
                repeat.required("relative_error").doubleValue());
    }

    private static List<String> words(JsonNode array) {
        List<String> words = new ArrayList<>();
        array.forEach(word -> words.add(word.textValue()));
        return words;
    }
}
