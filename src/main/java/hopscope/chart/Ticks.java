package hopscope.chart;

import hopscope.results.FixedDecimals;

/** Labels of axis ticks, the same in every locale. */
final class Ticks {
    private static final double NEARLY = 1e-9;

    private Ticks() {}

    /** A number as short as it goes, without exponent. */
    static String plain(double value) {
        return FixedDecimals.text(value);
    }

    /** A whole number; nothing between them. */
    static String whole(double value) {
        double nearest = Math.rint(value);
        return Math.abs(value - nearest) < NEARLY ? FixedDecimals.text(nearest) : "";
    }
}
