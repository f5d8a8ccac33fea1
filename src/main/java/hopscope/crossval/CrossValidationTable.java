package hopscope.crossval;

import hopscope.crossval.CrossValidation.ProtocolRows;
import hopscope.results.MetricSummary;
import java.util.Locale;

/** The table that {@code crossval} prints: a row per metric and distribution, for each protocol. */
public final class CrossValidationTable {
    private static final String ROW = "  %-26s %18s %18s %10s %21s %10s  %s\n";

    private CrossValidationTable() {}

    /** The table, each line ending in a line feed. */
    public static String render(CrossValidation result) {
        StringBuilder out = new StringBuilder();
        for (ProtocolRows rows : result.protocols()) {
            out.append(result.scenario())
                    .append(", ")
                    .append(rows.protocol())
                    .append(": ")
                    .append(rows.agreement().label())
                    .append('\n');
            line(out, "mean ± sd", "simulated", "real", "difference", "90 % interval", "margin ±", "");
            rows.means().forEach((metric, row) -> means(out, metric.column(), row));
            if (!rows.distributions().isEmpty()) {
                line(out, "Kolmogorov–Smirnov", "values", "values", "distance", "error ±", "margin", "");
                rows.distributions().forEach((name, row) -> distribution(out, name, row));
            }
            out.append('\n');
        }
        if (result.lateness().n() > 0) {
            out.append("The machine was late by ")
                    .append(number(result.lateness().median()))
                    .append(" ms in the median and ")
                    .append(number(result.lateness().p95()))
                    .append(" ms at the 95th percentile, and with it every real frame on every link.\n");
        }
        return out.toString();
    }

    private static void means(StringBuilder out, String name, MeanComparison row) {
        line(
                out,
                name,
                summary(row.simulated()),
                summary(row.measured()),
                number(row.difference()),
                Double.isNaN(row.low()) ? "-" : "[" + number(row.low()) + ", " + number(row.high()) + "]",
                number(row.margin()),
                row.agreement().label());
    }

    private static void distribution(StringBuilder out, String name, DistributionComparison row) {
        line(
                out,
                name,
                Integer.toString(row.simulatedCount()),
                Integer.toString(row.measuredCount()),
                number(row.distance()),
                number(row.error()),
                number(row.margin()),
                row.agreement().label());
    }

    private static void line(StringBuilder out, String... cells) {
        out.append(String.format(Locale.ROOT, ROW, (Object[]) cells).stripTrailing())
                .append('\n');
    }

    private static String summary(MetricSummary summary) {
        if (summary.n() == 0) {
            return "none";
        }
        String text = number(summary.mean()) + (summary.n() > 1 ? " ± " + number(summary.sd()) : "");
        return summary.missing() == 0 ? text : text + " (" + summary.n() + "/" + summary.runs() + ")";
    }

    /** About four significant digits. */
    static String number(double value) {
        if (Double.isNaN(value)) {
            return "-";
        }
        double size = Math.abs(value);
        int decimals = size >= 1000 ? 0 : size >= 100 ? 1 : size >= 10 ? 2 : 3;
        String text = String.format(Locale.ROOT, "%." + decimals + "f", value);
        return text.matches("-0\\.?0*") ? text.substring(1) : text;
    }
}
