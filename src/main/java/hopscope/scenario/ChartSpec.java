package hopscope.scenario;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A chart that a scenario declares, with the words of {@code hopscope chart}; what is {@code null} is chosen from the
 * results.
 *
 * @param name of the files, after {@code chart-} and without ending
 * @param kind how it is drawn
 * @param x an axis of the sweep or {@code protocol}; a metric for ecdf and pareto
 * @param y metrics, a chart for each; an axis for heat; a level for time
 * @param z the metric that a heat map shows
 * @param lines the axis that colours tell apart
 * @param facet the axis that has a panel for each label
 * @param where only runs with these labels
 * @param log axes with a logarithmic scale
 * @param ci whether to draw 95 % confidence intervals of means; default true
 */
public record ChartSpec(
        @Setting(about = "Name of the files, after `chart-`; one that tells what is drawn if not given.")
        String name,

        @Setting(about = "How it is drawn.") Kind kind,

        @Setting(about = "Along the chart: an axis of the sweep, or `protocol`; for `ecdf` and `pareto` a metric.")
        String x,

        @Setting(
                about =
                        "Up the chart: metrics, a chart for each; for `heat` an axis; for `time` known, reaching or optimal.")
        Words y,

        @Setting(about = "The metric that a heat map shows.")
        String z,

        @Setting(about = "The axis that colours tell apart; `protocol` if not given.")
        String lines,

        @Setting(about = "The axis that has a panel for each label.")
        String facet,

        @Setting(about = "Only runs with these labels.") ChartLabels where,

        @Setting(about = "Axes with a logarithmic scale.") Logarithmic log,

        @Setting(about = "Whether to draw 95 % confidence intervals of means.", byDefault = "true")
        Boolean ci) {
    public ChartSpec {
        ci = ci == null || ci;
    }

    /** How a chart is drawn. */
    public enum Kind {
        LINE,
        BAR,
        BOX,
        ECDF,
        HEAT,
        PARETO,
        TIME
    }

    /** Axes with a logarithmic scale. */
    public enum Logarithmic {
        X,
        Y,
        @JsonProperty("xy")
        BOTH
    }
}
