package hopscope.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import hopscope.chart.ComparisonCharts;
import hopscope.compare.Crossing;
import hopscope.compare.SavedComparison;
import hopscope.scenario.Metric;

/** The data of a page about a comparison. */
final class ComparisonData {
    private ComparisonData() {}

    static void fill(ObjectNode data, SavedComparison comparison) {
        data.put("kind", "comparison");
        data.put("name", comparison.nameA() + " and " + comparison.nameB());
        data.put("a", comparison.nameA());
        data.put("b", comparison.nameB());
        data.put("command", comparison.command());
        comparison.axes().forEach(data.putArray("axes")::add);
        ArrayNode rows = data.putArray("rows");
        comparison.rows().forEach(row -> add(rows.addObject(), row));
        ArrayNode crossings = data.putArray("crossings");
        comparison.crossings().stream().map(Crossing::render).forEach(crossings::add);
        DeclaredFigures.addTo(data, ComparisonCharts.figures(comparison));
    }

    private static void add(ObjectNode entry, SavedComparison.Row row) {
        Metric metric = row.metric();
        row.labels().forEach(entry.putArray("labels")::add);
        entry.put("protocols", row.protocols());
        entry.put("metric", metric.columnWithUnit());
        PageJson.put(entry, "meanA", row.meanA());
        PageJson.put(entry, "meanB", row.meanB());
        PageJson.put(entry, "difference", row.difference());
        PageJson.put(entry, "low", row.low());
        PageJson.put(entry, "high", row.high());
        PageJson.put(entry, "p", row.pHolm());
        entry.put("count", row.count());
        entry.put("conclusion", row.conclusion());
    }
}
