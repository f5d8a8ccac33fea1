package hopscope.results;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * How numbers are written in every result file: in plain decimal notation with a point, no grouping and no exponent, at
 * most six digits after the point, trailing zeros left out.
 *
 * <p>Rounding starts from the exact binary value, not from {@link Double#toString}, whose digits differ between Java
 * releases.
 */
public final class FixedDecimals {
    /** Digits after the point: a microsecond of a second, one pair in a million. */
    public static final int DIGITS = 6;

    private static final MathContext SIGNIFICANT = new MathContext(4);

    /** The largest share below 1 that can be written. */
    private static final double ALMOST_ONE = 0.999999;

    private FixedDecimals() {}

    /** The number as it is written in JSON; {@code null} for NaN. */
    public static BigDecimal decimal(double value) {
        if (Double.isNaN(value)) {
            return null;
        }
        if (Double.isInfinite(value)) {
            throw new IllegalArgumentException("an infinite number cannot be written to results");
        }
        return new BigDecimal(value).setScale(DIGITS, RoundingMode.HALF_EVEN).stripTrailingZeros();
    }

    /** The number as it is written in CSV; empty for NaN. */
    public static String text(double value) {
        BigDecimal decimal = decimal(value);
        return decimal == null ? "" : decimal.toPlainString();
    }

    /** Rounded to four significant digits, as tables and sentences for people have it; empty for NaN. */
    public static String rough(double value) {
        return Double.isNaN(value)
                ? ""
                : text(new BigDecimal(value).round(SIGNIFICANT).doubleValue());
    }

    /** The number that a reader of the file gets back; NaN stays NaN. */
    public static double rounded(double value) {
        BigDecimal decimal = decimal(value);
        return decimal == null ? Double.NaN : decimal.doubleValue();
    }

    /** As {@link #rounded}, but a share below 1 stays below 1: {@code 1} in a file always means "all". */
    public static double roundedShare(double share) {
        return share < 1 ? Math.min(rounded(share), ALMOST_ONE) : rounded(share);
    }
}
