package hopscope.crossval;

import hopscope.results.RunRecord;

/**
 * One run with what the comparison of distributions needs.
 *
 * @param record its measurements
 * @param latenciesMillis of each message until its first delivery; not to be changed
 * @param hops of each first delivery; not to be changed
 * @param latenessMillis see {@link hopscope.testbed.TestbedRun#latenessMillis}; empty for a simulated run
 */
public record SampledRun(RunRecord record, double[] latenciesMillis, double[] hops, double[] latenessMillis) {}
