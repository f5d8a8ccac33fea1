package hopscope.selftest;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** The table that {@code selftest} prints. */
public final class SelfTestTable {
    private static final MathContext SIX_DIGITS = new MathContext(6);
    private static final String ROW = "  %-62s %12s %12s %11s %7s  %s";

    private SelfTestTable() {}

    /** A result as text, each line ending in a line feed. */
    public static String render(SelfTestResult result) {
        StringBuilder out = new StringBuilder();
        for (CaseResult each : result.cases()) {
            render(out, each);
        }
        out.append(summary(result));
        return out.toString();
    }

    private static void render(StringBuilder out, CaseResult result) {
        out.append(describe(result.description()));
        line(out, "", "expected", "measured", "std. error", "z", "verdict");
        for (Row row : result.rows()) {
            boolean exact = row.rule() == Row.Rule.EXACT;
            line(
                    out,
                    row.what(),
                    number(row.expected()),
                    number(row.measured()),
                    exact ? "exact" : number(row.standardError()),
                    Double.isNaN(row.z()) ? "-" : String.format(Locale.ROOT, "%.2f", row.z()),
                    row.passes() ? "passes" : "FAILS");
        }
        out.append('\n');
    }

    /** Name, claim and source of a case, a line each. */
    public static String describe(Description description) {
        return description.name() + ": " + description.shows() + "\n  Source: " + description.source() + ".\n";
    }

    private static String summary(SelfTestResult result) {
        String verdict = result.failedRowCount() == 0 ? "all pass" : result.failedRowCount() + " fail";
        return String.format(
                        Locale.ROOT,
                        "%d rows of %d cases: %s (seed %d).%n%d of them are statistical and pass up to %.0f standard errors: under"
                                + " a new seed, one fails by chance with%nprobability below %.2f %%.%n",
                        result.rowCount(),
                        result.cases().size(),
                        verdict,
                        result.seed(),
                        result.statisticalRowCount(),
                        Row.STANDARD_ERRORS_MAX,
                        100 * result.falseAlarmProbability())
                .replace(System.lineSeparator(), "\n");
    }

    private static void line(StringBuilder out, Object... cells) {
        out.append(String.format(Locale.ROOT, ROW, cells).stripTrailing()).append('\n');
    }

    /** Six significant digits, no exponent. */
    static String number(double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return "-";
        }
        BigDecimal rounded = new BigDecimal(value).round(SIX_DIGITS).stripTrailingZeros();
        return rounded.signum() == 0 ? "0" : rounded.toPlainString();
    }
}
