/**
 * The regression check: compares a scenario's results with a committed baseline and says what moved.
 *
 * <p>May import {@code scenario}, {@code metrics} and {@code results} and what they may import; Jackson for JSON, the
 * JDK's own XML writer. Read {@link hopscope.check.Baseline} first, then {@link hopscope.check.RegressionCheck}.
 *
 * <p>Wall time is no part of it: a slower machine is not a regression.
 */
package hopscope.check;
