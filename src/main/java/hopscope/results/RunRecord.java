package hopscope.results;

import hopscope.metrics.Measurements;

/**
 * One run: a protocol under one replication.
 *
 * @param protocol name of its entry in the scenario
 * @param replication 0, 1, …
 * @param seed the seed of this replication, the same for every protocol
 * @param measurements what the run yielded
 */
public record RunRecord(String protocol, int replication, long seed, Measurements measurements) {}
