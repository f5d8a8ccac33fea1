/**
 * Statistical tests and intervals that know nothing of networks: what the regression check, comparisons and the
 * cross-validation share.
 *
 * <p>Imports no package of Hopscope; commons-math3 for distributions. Read first: {@link
 * hopscope.statistics.MeanDifference}. Nothing here draws random numbers.
 */
package hopscope.statistics;
