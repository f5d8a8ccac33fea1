package hopscope.scenario;

import java.util.List;

/**
 * The numbers that one run yields: the numeric columns of {@code runs.csv}, in their order. Expectations and checks name
 * them. Definitions and formulas: {@code src/site/markdown/metrics.md}.
 */
public enum Metric {
    CONVERGENCE_VIEW_S("s", Better.LOWER, false),
    CONVERGENCE_REACH_S("s", Better.LOWER, false),
    CONVERGENCE_OPTIMAL_S("s", Better.LOWER, false),
    RECONVERGENCE_VIEW_S("s", Better.LOWER, false),
    RECONVERGENCE_REACH_S("s", Better.LOWER, false),
    RECONVERGENCE_OPTIMAL_S("s", Better.LOWER, false),
    SENT("messages", Better.NEITHER, true),
    DELIVERED("messages", Better.HIGHER, true),
    DELIVERY_RATIO("1", Better.HIGHER, false),
    GIVEN_UP("messages", Better.LOWER, true),
    WINDOW_FULL("messages", Better.LOWER, true),
    RETRANSMISSIONS("frames", Better.LOWER, true),
    DUPLICATES_RECEIVED("frames", Better.LOWER, true),
    HANDLED_DUPLICATES("messages", Better.LOWER, true),
    HOPS_MEAN("links", Better.LOWER, false),
    HOPS_P95("links", Better.LOWER, true),
    HOPS_MAX("links", Better.LOWER, true),
    STRETCH_MEAN("1", Better.LOWER, false),
    LATENCY_P50_MS("ms", Better.LOWER, false),
    LATENCY_P95_MS("ms", Better.LOWER, false),
    CONTROL_FRAMES("frames", Better.LOWER, true),
    CONTROL_BYTES("B", Better.LOWER, true),
    CONTROL_BYTES_PER_NODE_PER_S("B/s", Better.LOWER, false),
    DATA_BYTES("B", Better.LOWER, true),
    TABLE_ENTRIES_MEAN("entries", Better.LOWER, false),
    LOOP_PAIR_SECONDS("pair s", Better.LOWER, false),
    BLACK_HOLE_PAIR_SECONDS("pair s", Better.LOWER, false),
    STALE_ROUTE_PAIR_SECONDS("pair s", Better.LOWER, false),
    NODES("nodes", Better.NEITHER, true),
    LINKS("links", Better.NEITHER, true),
    EVENTS("events", Better.NEITHER, true);

    /** The metrics that each fault has for itself, over its own period; the value columns of {@code faults.csv}. */
    public static final List<Metric> OF_FAULTS = List.of(
            RECONVERGENCE_VIEW_S,
            RECONVERGENCE_REACH_S,
            RECONVERGENCE_OPTIMAL_S,
            LOOP_PAIR_SECONDS,
            BLACK_HOLE_PAIR_SECONDS,
            STALE_ROUTE_PAIR_SECONDS);

    private final String unit;
    private final Better better;
    private final boolean integral;

    Metric(String unit, Better better, boolean integral) {
        this.unit = unit;
        this.better = better;
        this.integral = integral;
    }

    /** Which direction is an improvement. */
    public enum Better {
        LOWER,
        HIGHER,
        NEITHER
    }

    /** The column's name, for example {@code convergence_view_s}. */
    public String column() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** The unit, {@code 1} for a pure ratio. */
    public String unit() {
        return unit;
    }

    /** The column's name with the unit in brackets, where it has one. */
    public String columnWithUnit() {
        return unit.equals("1") ? column() : column() + " (" + unit + ")";
    }

    /** Which direction is an improvement. */
    public Better better() {
        return better;
    }

    /** Whether values are whole numbers. */
    public boolean integral() {
        return integral;
    }
}
