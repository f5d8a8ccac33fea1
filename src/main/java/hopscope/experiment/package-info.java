/**
 * Runs all protocols and replications of a scenario, in parallel, and gathers what they yield.
 *
 * <p>May import {@code random}, {@code topology}, {@code scenario}, {@code simulation}, {@code metrics} and {@code
 * results}. Read first: {@link hopscope.experiment.Experiment}, {@link hopscope.experiment.RunPool}.
 */
package hopscope.experiment;
