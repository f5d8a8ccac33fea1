/**
 * The regression gate: runs a scenario again and decides, with a stated error rate, whether it behaves worse than its
 * committed baseline.
 *
 * <p>May import {@code statistics}, {@code scenario}, {@code metrics} and {@code results} and what they may import; Jackson
 * for JSON, the JDK's own XML writer. Read {@link hopscope.check.Baseline} first, then {@link
 * hopscope.check.RegressionCheck}.
 *
 * <p>Wall time is no part of it: a slower machine is not a regression.
 */
package hopscope.check;
