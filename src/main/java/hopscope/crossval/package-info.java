/**
 * Compares the simulator with the testbed: are they equivalent, metric by metric, within stated margins?
 *
 * <p>May import {@code random}, {@code protocol}, {@code topology}, {@code scenario}, {@code simulation}, {@code metrics},
 * {@code results}, {@code experiment} and {@code testbed}. Read first: {@link hopscope.crossval.CrossValidation}, {@link
 * hopscope.crossval.MeanComparison}.
 */
package hopscope.crossval;
