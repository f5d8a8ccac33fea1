package hopscope.check;

/** How a metric stands against its baseline. */
public enum Movement {
    /** The same in every run. */
    UNCHANGED("unchanged"),
    /** Moved, but no further than its tolerance. */
    WITHIN_TOLERANCE("within tolerance"),
    /** Moved further, in the good direction. */
    BETTER("better"),
    /** Moved further, in the bad direction: the check fails. */
    WORSE("WORSE"),
    /** Moved further, and has no good or bad direction. */
    MOVED("moved");

    private final String label;

    Movement(String label) {
        this.label = label;
    }

    /** The word in reports. */
    public String label() {
        return label;
    }
}
