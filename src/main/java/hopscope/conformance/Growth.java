package hopscope.conformance;

import java.util.Arrays;

/**
 * Frames of the routing protocol in the eighths of a run in which nothing happens. The first half is left out, in which it
 * may learn.
 *
 * @param sent in each eighth of the second half; owned by this record
 */
record Growth(long[] sent) {
    private static final int EIGHTHS = 8;
    private static final int SHOWN = 4;
    private static final int SLACK = 40;

    /** Runs it to the end. */
    static Growth of(WatchedRun run) {
        long[] until = new long[EIGHTHS + 1];
        long end = run.durationNanos();
        while (run.advance(1)) {
            int eighth = (int) Math.min(EIGHTHS - 1, run.reachedNanos() * EIGHTHS / end);
            Arrays.fill(until, eighth + 1, EIGHTHS + 1, run.sentCount());
        }
        Arrays.fill(until, EIGHTHS, EIGHTHS + 1, run.sentCount());
        long[] sent = new long[SHOWN];
        for (int i = 0; i < SHOWN; i++) {
            int eighth = EIGHTHS - SHOWN + i;
            sent[i] = until[eighth + 1] - until[eighth];
        }
        return new Growth(sent);
    }

    /**
     * Whether the last quarter has more than twice as much as the one before, or each eighth more than the one before it and
     * the last by a third more than the first: what comes at intervals may come more often in one than in another.
     */
    boolean isUnbounded() {
        long before = sent[0] + sent[1];
        long after = sent[2] + sent[3];
        boolean isRising = sent[0] < sent[1] && sent[1] < sent[2] && sent[2] < sent[3];
        return after > 2 * before + SLACK || isRising && 3 * sent[3] > 4 * sent[0] + SLACK;
    }

    @Override
    public String toString() {
        return "its routers sent " + Arrays.toString(sent)
                + " messages in the last four eighths of the run, though nothing happened";
    }
}
