package hopscope.check;

import hopscope.metrics.Verdict;

/**
 * A run whose verdict is not the baseline's.
 *
 * @param replication 0, 1, …
 * @param before in the baseline
 * @param after now, another one
 */
public record VerdictChange(int replication, Verdict before, Verdict after) {

    /** Whether it was correct and is not any more. */
    public boolean isLost() {
        return before == Verdict.CORRECT;
    }

    /** Whether it was not correct and is now. */
    public boolean isWon() {
        return after == Verdict.CORRECT;
    }

    /** Which run, what it was and is. */
    String detail() {
        return "replication " + replication + ": " + before.label() + " → " + after.label();
    }
}
