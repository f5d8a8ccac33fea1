/**
 * Pictures of results, as PNG and SVG, fit for a paper; drawn from saved results only.
 *
 * <p>May import {@code scenario}, {@code metrics}, {@code results} and {@code sweep} and what they may import; XChart. Read
 * {@link hopscope.chart.Charts} first, then {@link hopscope.chart.ChartLook}; for the charts that options ask for {@link
 * hopscope.chart.ChartRequest}, {@link hopscope.chart.ChartPlan} and {@link hopscope.chart.RequestedCharts}.
 */
package hopscope.chart;
