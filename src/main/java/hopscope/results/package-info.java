/**
 * What a run leaves behind: written to a folder, read back, summarised for people and judged against a scenario's
 * expectations.
 *
 * <p>May import {@code scenario}, {@code metrics} and what they may import; Jackson for JSON and commons-math3 for
 * statistics. Read {@link hopscope.results.SavedResults} first, then {@link hopscope.results.ResultFolder}.
 *
 * <p>All statistics, tables, charts and checks start from {@link hopscope.results.SavedResults}, the results at the
 * precision in which they are written. So what is computed right after a run and what is computed later from its folder
 * are the same to the last digit.
 */
package hopscope.results;
