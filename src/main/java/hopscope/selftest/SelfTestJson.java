package hopscope.selftest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import hopscope.results.JsonText;
import java.util.Locale;

/** A run of the selftest as JSON, for {@code --json}. */
public final class SelfTestJson {
    private SelfTestJson() {}

    /** The text, ending in a line feed. */
    public static String render(SelfTestResult result) {
        ObjectNode root = JsonText.object();
        root.put("seed", result.seed());
        root.put("passes", result.passes());
        root.put("rows", result.rowCount());
        root.put("failed", result.failedRowCount());
        JsonText.putNumber(root, "standard_errors_max", Row.STANDARD_ERRORS_MAX);
        JsonText.putNumber(root, "false_alarm_probability_max", result.falseAlarmProbability());
        ArrayNode cases = root.putArray("cases");
        for (CaseResult each : result.cases()) {
            ObjectNode entry = cases.addObject();
            entry.put("name", each.description().name());
            entry.put("shows", each.description().shows());
            entry.put("source", each.description().source());
            entry.put("passes", each.passes());
            ArrayNode rows = entry.putArray("rows");
            each.rows().forEach(row -> put(rows.addObject(), row));
        }
        return JsonText.render(root);
    }

    private static void put(ObjectNode node, Row row) {
        node.put("what", row.what());
        node.put("rule", row.rule().name().toLowerCase(Locale.ROOT));
        JsonText.putNumber(node, "expected", row.expected());
        JsonText.putNumber(node, "measured", row.measured());
        JsonText.putNumber(node, "standard_error", row.standardError());
        JsonText.putNumber(node, "z", row.z());
        node.put("passes", row.passes());
    }
}
