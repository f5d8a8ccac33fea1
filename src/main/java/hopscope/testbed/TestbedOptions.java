package hopscope.testbed;

import java.nio.file.Path;

/**
 * How the nodes of a testbed run.
 *
 * @param encrypted over TLS with fresh identities, or without
 * @param silentCuts whether a cut link swallows frames and tells nobody, so that its ends must notice by themselves; else
 *     its connection is closed
 * @param scenarioFolder folder that files named in the scenario are relative to, if every node is to have a process of its
 *     own; {@code null} for all nodes in this process
 */
public record TestbedOptions(boolean encrypted, boolean silentCuts, Path scenarioFolder) {
    /** Without TLS, a cut link closes its connection, one process. */
    public static final TestbedOptions DEFAULT = new TestbedOptions(false, false, null);

    /** Nodes that a testbed takes at most: each has threads of its own, and two for each of its links. */
    public static final int MOST_NODES = 50;
}
