/**
 * The benchmark: how fast this machine does what Hopscope does, beside what is aimed at and a yardstick measured in the
 * same process. What is measured is what users run: whole scenarios, with metrics and oracle.
 *
 * <p>Reads the clock and the machine; its figures differ from run to run. May import every package but {@code chart},
 * {@code check}, {@code tcp}, {@code testbed}, {@code crossval} and {@code cli}. Read first: {@link hopscope.bench.Bench},
 * {@link hopscope.bench.BenchRow}.
 */
package hopscope.bench;
