/**
 * Pictures of results, as PNG and SVG, fit for a paper; drawn from saved results only.
 *
 * <p>May import {@code scenario}, {@code metrics} and {@code results} and what they may import; XChart. Read {@link
 * hopscope.chart.Charts} first, then {@link hopscope.chart.ChartLook}.
 */
package hopscope.chart;
