/**
 * Sets runs against runs: two result folders, two sweeps, or two protocols of one.
 *
 * <p>{@link hopscope.compare.Matching} says which runs belong against each other, {@link hopscope.compare.Contrast} compares
 * one metric of them, {@link hopscope.compare.Crossings} finds where along an axis of a sweep the winner changes.
 *
 * <p>May import {@code statistics}, {@code scenario}, {@code metrics}, {@code results} and {@code sweep}; Jackson for JSON.
 * Read first: {@link hopscope.compare.Comparison}, {@link hopscope.compare.Contrast}.
 */
package hopscope.compare;
