package hopscope.crossval;

/** What a comparison came to. */
public enum Agreement {
    /** The difference lies within the margin. */
    EQUIVALENT("equivalent"),
    /** The difference lies outside the margin. */
    DIFFERENT("different"),
    /** There are too few runs to tell. */
    UNDECIDED("undecided");

    private final String label;

    Agreement(String label) {
        this.label = label;
    }

    /** The name in tables and files. */
    public String label() {
        return label;
    }

    /** Both together: different if one is, else undecided if one is. */
    public Agreement and(Agreement other) {
        if (this == DIFFERENT || other == DIFFERENT) {
            return DIFFERENT;
        }
        return this == UNDECIDED ? this : other;
    }

    /**
     * Where a confidence interval of a difference lies.
     *
     * @param low lower end
     * @param high upper end
     * @param margin not negative
     */
    static Agreement of(double low, double high, double margin) {
        if (low >= -margin && high <= margin) {
            return EQUIVALENT;
        }
        return low > margin || high < -margin ? DIFFERENT : UNDECIDED;
    }
}
