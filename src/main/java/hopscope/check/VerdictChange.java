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

    /** To correct is better, from correct is worse, from wrong to wrong has no direction. */
    public Movement movement() {
        if (before == Verdict.CORRECT) {
            return Movement.WORSE;
        }
        return after == Verdict.CORRECT ? Movement.BETTER : Movement.MOVED;
    }

    /** Which run, what it was and is. */
    String detail() {
        return "replication " + replication + ": " + before.label() + " → " + after.label();
    }
}
