/**
 * Many scenarios from one file: the combinations of a matrix, run with as many replications as they need, never lost.
 *
 * <p>A {@link hopscope.sweep.Sweep} has cells; a {@link hopscope.sweep.SweepRunner} has a {@link
 * hopscope.sweep.SweepEngine} do their runs in parallel and notes each in a {@link hopscope.sweep.Journal} as soon as it is
 * done, so that a sweep that was killed goes on where it was; a {@link hopscope.sweep.SweepBundle} takes a sweep to engines
 * on other machines;
 * {@link hopscope.sweep.SweepTables} are written from the journal in the order of the file, so that they do not depend on
 * who finished first, nor on how the work was split into shards.
 *
 * <p>May import {@code document}, {@code topology}, {@code scenario}, {@code simulation}, {@code metrics}, {@code results}
 * and {@code experiment}. Read first: {@link hopscope.sweep.Sweep}, {@link hopscope.sweep.SweepRunner}.
 */
package hopscope.sweep;
