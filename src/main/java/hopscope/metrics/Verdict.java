package hopscope.metrics;

/** How the routing of a run stood at its end. */
public enum Verdict {
    /** Every pair has the shortest route, and none keeps a route to a node that cannot be reached. */
    CORRECT("correct"),
    /** No route changes any more, but some are wrong. */
    STABLE_WRONG("stable-wrong"),
    /** Routes still change, and the network as a whole comes back to states that it had left. */
    OSCILLATING("oscillating"),
    /** Routes still change, without a sign of going round. */
    UNSETTLED("unsettled");

    private final String label;

    Verdict(String label) {
        this.label = label;
    }

    /** The name in results. */
    public String label() {
        return label;
    }
}
