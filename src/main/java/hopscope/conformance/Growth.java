package hopscope.conformance;

/**
 * Frames of the routing protocol in two stretches of a run in which nothing happens, one late and one at its end.
 *
 * @param before in the earlier stretch
 * @param after in the later one
 */
record Growth(long before, long after) {
    private static final int SLACK = 40;

    /** Runs it to the end. */
    static Growth of(WatchedRun run) {
        long[] marks = new long[2];
        long end = run.durationNanos();
        while (run.advance(1)) {
            long now = run.reachedNanos();
            if (now < end / 2) {
                marks[0] = run.sentCount();
            }
            if (now < end * 3 / 4) {
                marks[1] = run.sentCount();
            }
        }
        return new Growth(marks[1] - marks[0], run.sentCount() - marks[1]);
    }

    boolean isUnbounded() {
        return after > 2 * before + SLACK;
    }

    @Override
    public String toString() {
        return "its routers sent " + before + " messages in the third quarter of the run and " + after
                + " in the last, though nothing happened";
    }
}
