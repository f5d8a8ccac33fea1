package hopscope.spark;

import java.io.Serializable;

/**
 * One run as the driver asks an executor for it.
 *
 * @param bundle name of the sweep's bundle among the files of the Spark application
 * @param cell index of the cell
 * @param entry name of the protocol entry
 * @param replication 0, 1, …
 * @param timeoutNanos wall time that the run may take, or 0 for any
 */
record RunRequest(String bundle, int cell, String entry, int replication, long timeoutNanos) implements Serializable {}
