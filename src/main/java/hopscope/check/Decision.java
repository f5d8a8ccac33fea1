package hopscope.check;

/** What the check holds of a metric; of two, the later one is the one to read first. */
public enum Decision {
    /** The same number in every run: nothing to test. */
    IDENTICAL("identical"),
    /** Proven better by more than the margin. */
    BETTER("better"),
    /** Proven equivalent or better: worse by less than the margin, if at all. */
    NO_WORSE("no worse"),
    /** Differs, and has no good or bad direction. */
    MOVED("moved"),
    /** Neither proven worse nor proven no worse with these runs. */
    INCONCLUSIVE("inconclusive"),
    /** Proven worse by more than the margin: the check fails. */
    WORSE("WORSE");

    private final String label;

    Decision(String label) {
        this.label = label;
    }

    /** The word in reports. */
    public String label() {
        return label;
    }

    /** Whether more runs would be of use. */
    boolean isOpen() {
        return this == INCONCLUSIVE;
    }
}
