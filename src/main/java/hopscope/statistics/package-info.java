/**
 * Statistical tests and intervals that know nothing of networks: what the regression check, comparisons and the
 * cross-validation share.
 *
 * <p>May import no package of Hopscope; commons-math3 for distributions. Nothing here draws random numbers. Read first:
 * {@link hopscope.statistics.MeanDifference}, {@link hopscope.statistics.MannWhitney}.
 */
package hopscope.statistics;
