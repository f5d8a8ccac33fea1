package hopscope.chart;

import hopscope.results.FixedDecimals;
import java.util.Locale;

/** Labels of axis ticks, the same in every locale. */
final class Ticks {
    private Ticks() {}

    /** A number as short as it goes, without exponent, thousands set apart by commas. */
    static String plain(double value) {
        double written = FixedDecimals.rounded(value);
        return written == Math.rint(written)
                ? String.format(Locale.ROOT, "%,.0f", written)
                : FixedDecimals.text(written);
    }

    /** As {@link #plain}, but nothing below zero: there the axis has only room for notes. */
    static String fromZero(double value) {
        return value < 0 ? "" : plain(value);
    }
}
