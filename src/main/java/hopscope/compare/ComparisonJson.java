package hopscope.compare;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import hopscope.results.JsonText;
import hopscope.scenario.Metric;
import java.math.BigDecimal;
import java.math.MathContext;

/** A comparison as JSON, for programs. */
public final class ComparisonJson {
    /** What says of a file that it is one of these. */
    static final String KIND = "comparison";

    private static final double CONFIDENCE = 0.95;
    private static final MathContext P_DIGITS = new MathContext(4);

    private ComparisonJson() {}

    /** The whole comparison; a figure that there is none of is {@code null}. */
    public static String render(Comparison comparison) {
        return render(comparison, "");
    }

    /** As {@link #render(Comparison)}, with the command that made it, unless that is empty. */
    static String render(Comparison comparison, String command) {
        ObjectNode root = JsonText.object();
        root.put("kind", KIND);
        if (!command.isEmpty()) {
            root.put("command", command);
        }
        root.put("a", comparison.matching().nameA());
        root.put("b", comparison.matching().nameB());
        comparison.matching().axes().forEach(root.putArray("axes")::add);
        root.put("correction", "holm");
        root.put("tests", comparison.testCount());
        root.put("unmatched", comparison.matching().unmatched());
        ArrayNode rows = root.putArray("comparisons");
        for (int i = 0; i < comparison.contrasts().size(); i++) {
            put(rows.addObject(), comparison, i);
        }
        ArrayNode crossings = root.putArray("crossings");
        comparison.crossings().forEach(crossing -> put(crossings.addObject(), crossing));
        return JsonText.render(root);
    }

    private static void put(ObjectNode row, Comparison comparison, int index) {
        Contrast contrast = comparison.contrasts().get(index);
        Metric metric = contrast.metric();
        ObjectNode cell = row.putObject("cell");
        for (int axis = 0; axis < comparison.matching().axes().size(); axis++) {
            cell.put(
                    comparison.matching().axes().get(axis),
                    contrast.pair().labels().get(axis));
        }
        row.put("protocol_a", contrast.pair().a().protocol());
        row.put("protocol_b", contrast.pair().b().protocol());
        row.put("metric", metric.column());
        row.put("unit", metric.unit());
        row.put("test", contrast.test().label());
        row.put("count", contrast.count());
        row.put("missing", contrast.missing());
        JsonText.putNumber(row, "mean_a", contrast.meanA());
        JsonText.putNumber(row, "mean_b", contrast.meanB());
        putDifference(row, contrast);
        row.put("effect_name", contrast.test().effectName());
        JsonText.putNumber(row, "effect", contrast.effect());
        putCount(row, "b_better", contrast.ties() < 0 ? -1 : contrast.wins());
        putCount(row, "b_worse", contrast.ties() < 0 ? -1 : contrast.losses());
        putCount(row, "equal", contrast.ties());
        row.put("p", probability(contrast.p()));
        row.put("p_holm", probability(comparison.adjusted()[index]));
        row.put("conclusion", comparison.conclusion(index));
    }

    private static void putDifference(ObjectNode row, Contrast contrast) {
        boolean none = contrast.difference() == null;
        double difference = none
                ? contrast.meanB() - contrast.meanA()
                : contrast.difference().difference();
        double half = none ? Double.NaN : contrast.difference().halfWidth(CONFIDENCE);
        JsonText.putNumber(row, "difference", difference);
        JsonText.putNumber(row, "ci95_low", difference - half);
        JsonText.putNumber(row, "ci95_high", difference + half);
    }

    private static void putCount(ObjectNode row, String name, int count) {
        row.put(name, count < 0 ? null : Integer.valueOf(count));
    }

    private static BigDecimal probability(double p) {
        return Double.isNaN(p) ? null : new BigDecimal(p).round(P_DIGITS);
    }

    private static void put(ObjectNode row, Crossing crossing) {
        row.put("metric", crossing.metric().column());
        row.put("axis", crossing.axis());
        row.put("unit", crossing.unit());
        ArrayNode others = row.putArray("cell");
        crossing.others().forEach(others::add);
        row.put("protocol_a", crossing.protocolA());
        row.put("protocol_b", crossing.protocolB());
        JsonText.putNumber(row, "at", crossing.at());
        JsonText.putNumber(row, "ci95_low", crossing.low());
        JsonText.putNumber(row, "ci95_high", crossing.high());
        row.put("better_below", crossing.betterBelow());
    }
}
