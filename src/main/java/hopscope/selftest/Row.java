package hopscope.selftest;

/**
 * One figure: what it must be and what was measured.
 *
 * @param what names the figure and its unit
 * @param rule how the two are compared
 * @param expected what theory or source says
 * @param measured what Hopscope yields
 * @param standardError of the difference between the two if theory holds; 0 for an exact figure
 */
public record Row(String what, Rule rule, double expected, double measured, double standardError) {
    /** Verdict of a statistical row: it passes up to so many standard errors. */
    public static final double STANDARD_ERRORS_MAX = 4;

    /** Exact figures that are no whole numbers may differ by rounding. */
    private static final double ROUNDING = 1e-9;

    /** How a row is judged. */
    public enum Rule {
        /** The figures are equal, up to the rounding of real numbers. */
        EXACT,
        /** The figures differ by at most {@link #STANDARD_ERRORS_MAX} standard errors. */
        STATISTICAL
    }

    /** A figure without chance in it. */
    static Row exact(String what, double expected, double measured) {
        return new Row(what, Rule.EXACT, expected, measured, 0);
    }

    /**
     * The mean of independent draws whose variance theory gives.
     *
     * @param variance of one draw
     * @param draws how many, at least 1
     */
    static Row mean(String what, double expected, double measured, double variance, long draws) {
        return new Row(what, Rule.STATISTICAL, expected, measured, Math.sqrt(variance / draws));
    }

    /** The share of independent draws that were hits; exact if none of them or all of them must be. */
    static Row share(String what, double expected, long hits, long draws) {
        double measured = (double) hits / draws;
        return expected == 0 || expected == 1
                ? exact(what, expected, measured)
                : mean(what, expected, measured, expected * (1 - expected), draws);
    }

    /** The mean of a sample, whose own spread gives the standard error. */
    static Row mean(String what, double expected, Sample sample) {
        return new Row(what, Rule.STATISTICAL, expected, sample.mean(), sample.standardError());
    }

    /**
     * How many standard errors lie between what was measured and what was expected; NaN if the row is exact, or if what
     * was measured has no spread.
     */
    public double z() {
        return standardError > 0 ? (measured - expected) / standardError : Double.NaN;
    }

    /** Whether the measured figure is what it must be. */
    public boolean passes() {
        if (rule == Rule.STATISTICAL) {
            // Without a spread there is nothing to judge by: that is no pass.
            return Math.abs(z()) <= STANDARD_ERRORS_MAX;
        }
        return Math.abs(measured - expected) <= ROUNDING * Math.max(1, Math.abs(expected));
    }
}
