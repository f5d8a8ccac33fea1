/**
 * Runs a scenario over loopback TCP in real time, measured as a simulated run is.
 *
 * <p>May import {@code random}, {@code protocol}, {@code topology}, {@code scenario}, {@code simulation}, {@code metrics},
 * {@code results}, {@code experiment} and {@code tcp}. Read first: {@link hopscope.testbed.TestbedRun}, {@link
 * hopscope.testbed.Journal}.
 */
package hopscope.testbed;
