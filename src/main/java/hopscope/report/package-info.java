/**
 * One page of HTML about a folder of results that needs no network: tables, charts that can be zoomed, and the network
 * over time.
 *
 * <p>The page is a template with the data as JSON in it; its script builds all that is seen, and puts what comes from
 * results in as text only. May import {@code topology}, {@code scenario}, {@code simulation}, {@code metrics}, {@code
 * results}, {@code experiment}, {@code sweep}, {@code compare} and {@code chart} and what they may import; Jackson; ECharts as a resource.
 * Read {@link hopscope.report.HtmlReport} first, then {@link hopscope.report.RouteTimeline}.
 */
package hopscope.report;
