package hopscope.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import hopscope.chart.ChartData;
import hopscope.chart.ChartData.Axis;
import hopscope.chart.ChartData.Mark;
import hopscope.chart.ChartData.Origin;
import hopscope.chart.DeclaredCharts;
import hopscope.chart.Observations;
import hopscope.scenario.ChartSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Charts as figures inside the page, which draws them. */
final class DeclaredFigures {
    private DeclaredFigures() {}

    /** Adds the charts that a scenario declares, and under {@code refused} why some cannot be drawn. */
    static void addTo(ObjectNode data, List<ChartSpec> charts, Observations results) {
        ArrayNode refused = data.putArray("refused");
        addTo(data, DeclaredCharts.figures(charts, results, refused::add));
    }

    /**
     * Adds {@code charts}. A mark is an array: line, x, y, index of its origin, replication (−1 for all), then the figures
     * of its kind. An origin is a cell (empty for a run) and a protocol.
     */
    static void addTo(ObjectNode data, List<ChartData> charts) {
        ArrayNode all = data.putArray("charts");
        charts.forEach(chart -> add(all.addObject(), chart));
    }

    private static void add(ObjectNode entry, ChartData chart) {
        entry.put("name", chart.name());
        entry.put("title", chart.title());
        entry.put("caption", chart.caption());
        entry.put("kind", chart.kind().label());
        add(entry.putObject("x"), chart.x());
        add(entry.putObject("y"), chart.y());
        ArrayNode lines = entry.putArray("lines");
        chart.lines()
                .forEach(line ->
                        lines.addArray().add(line.name()).add(line.place()).add(line.legend()));
        Map<List<String>, Integer> origins = new LinkedHashMap<>();
        ArrayNode panels = entry.putArray("panels");
        for (ChartData.Part part : chart.panels()) {
            ObjectNode panel = panels.addObject();
            panel.put("title", part.title());
            ArrayNode marks = panel.putArray("marks");
            part.marks().forEach(mark -> add(marks.addArray(), mark, origins));
            ArrayNode notes = panel.putArray("notes");
            for (ChartData.Note note : part.notes()) {
                ArrayNode words = notes.addArray().add(note.text());
                PageJson.add(words, note.x());
                PageJson.add(words, note.y());
            }
        }
        ArrayNode named = entry.putArray("origins");
        origins.keySet().forEach(origin -> named.addArray().add(origin.get(0)).add(origin.get(1)));
    }

    private static void add(ObjectNode entry, Axis axis) {
        entry.put("title", axis.title());
        axis.labels().forEach(entry.putArray("labels")::add);
        PageJson.put(entry, "min", axis.min());
        PageJson.put(entry, "max", axis.max());
        entry.put("log", axis.logarithmic());
    }

    private static void add(ArrayNode entry, Mark mark, Map<List<String>, Integer> origins) {
        Origin origin = mark.origin();
        entry.add(mark.line());
        PageJson.add(entry, mark.x());
        PageJson.add(entry, mark.y());
        if (origin == null) {
            entry.addNull().add(-1);
        } else {
            List<String> key = List.of(origin.cell(), origin.protocol());
            entry.add(origins.computeIfAbsent(key, any -> origins.size())).add(origin.replication());
        }
        mark.figures().forEach(figure -> PageJson.add(entry, figure));
    }
}
