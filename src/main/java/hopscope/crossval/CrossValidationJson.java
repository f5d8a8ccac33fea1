package hopscope.crossval;

import com.fasterxml.jackson.databind.node.ObjectNode;
import hopscope.crossval.CrossValidation.ProtocolRows;
import hopscope.results.JsonText;
import hopscope.results.MetricSummary;

/** A cross-validation as JSON, for {@code --json}. */
public final class CrossValidationJson {
    private CrossValidationJson() {}

    /** The text, ending in a line feed. */
    public static String render(CrossValidation result) {
        ObjectNode root = JsonText.object();
        root.put("scenario", result.scenario());
        root.put("agreement", result.agreement().label());
        ObjectNode lateness = root.putObject("real_lateness_ms");
        JsonText.putNumber(lateness, "median", result.lateness().median());
        JsonText.putNumber(lateness, "p95", result.lateness().p95());
        ObjectNode protocols = root.putObject("protocols");
        for (ProtocolRows rows : result.protocols()) {
            ObjectNode entry = protocols.putObject(rows.protocol());
            entry.put("agreement", rows.agreement().label());
            ObjectNode means = entry.putObject("metrics");
            rows.means().forEach((metric, row) -> put(means.putObject(metric.column()), metric.unit(), row));
            ObjectNode distributions = entry.putObject("distributions");
            rows.distributions().forEach((name, row) -> put(distributions.putObject(name), row));
        }
        return JsonText.render(root);
    }

    private static void put(ObjectNode node, String unit, MeanComparison row) {
        node.put("unit", unit);
        put(node.putObject("simulated"), row.simulated());
        put(node.putObject("real"), row.measured());
        JsonText.putNumber(node, "difference", row.difference());
        JsonText.putNumber(node, "ci90_low", row.low());
        JsonText.putNumber(node, "ci90_high", row.high());
        JsonText.putNumber(node, "margin", row.margin());
        JsonText.putNumber(node, "p", row.p());
        node.put("agreement", row.agreement().label());
    }

    private static void put(ObjectNode node, MetricSummary summary) {
        node.put("n", summary.n());
        node.put("missing", summary.missing());
        JsonText.putNumber(node, "mean", summary.mean());
        JsonText.putNumber(node, "sd", summary.sd());
    }

    private static void put(ObjectNode node, DistributionComparison row) {
        node.put("simulated_values", row.simulatedCount());
        node.put("real_values", row.measuredCount());
        JsonText.putNumber(node, "distance", row.distance());
        JsonText.putNumber(node, "error", row.error());
        JsonText.putNumber(node, "margin", row.margin());
        JsonText.putNumber(node, "p", row.p());
        node.put("agreement", row.agreement().label());
    }
}
