package hopscope.cli;

/** How many runs go at the same time. */
final class Jobs {
    private Jobs() {}

    /** What the user asked for, or one per processor. */
    static int orProcessors(Integer jobs) {
        return or(jobs, Runtime.getRuntime().availableProcessors());
    }

    /** What the user asked for, or another number. */
    static int or(Integer jobs, int byDefault) {
        if (jobs == null) {
            return byDefault;
        }
        if (jobs < 1) {
            throw new UserError("--jobs " + jobs + ": expected a number of at least 1");
        }
        return jobs;
    }
}
