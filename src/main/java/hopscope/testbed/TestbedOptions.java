package hopscope.testbed;

/**
 * How the nodes of a testbed run.
 *
 * @param encrypted over TLS with fresh identities, or without
 * @param silentCuts whether a cut link swallows frames and tells nobody, so that its ends must notice by themselves; else
 *     its connection is closed
 */
public record TestbedOptions(boolean encrypted, boolean silentCuts) {
    /** Without TLS, a cut link closes its connection. */
    public static final TestbedOptions DEFAULT = new TestbedOptions(false, false);

    /** Nodes that a testbed takes at most: each has threads of its own, and two for each of its links. */
    public static final int MOST_NODES = 50;
}
