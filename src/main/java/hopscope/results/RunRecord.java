package hopscope.results;

import hopscope.metrics.Measurements;
import hopscope.scenario.Protocol;

/**
 * One run: a protocol under one replication.
 *
 * @param protocol which protocol
 * @param replication 0, 1, …
 * @param seed the seed of this replication, the same for every protocol
 * @param measurements what the run yielded
 */
public record RunRecord(Protocol protocol, int replication, long seed, Measurements measurements) {}
