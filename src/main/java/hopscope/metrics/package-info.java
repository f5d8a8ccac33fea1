/**
 * Observers of a run: convergence against the oracle, delivery, overhead; each exact, none by polling.
 *
 * <p>May import {@code random}, {@code protocol}, {@code topology}, {@code scenario} and {@code simulation}. Read first:
 * {@link hopscope.metrics.RunMetrics}, {@link hopscope.metrics.RouteTracker}.
 */
package hopscope.metrics;
