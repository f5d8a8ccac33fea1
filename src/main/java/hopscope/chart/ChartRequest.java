package hopscope.chart;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What kind of chart of what; everything that is {@code null} or empty is chosen from the data.
 *
 * @param kind how it is drawn
 * @param x a dimension or, for {@link Kind#ECDF} and {@link Kind#PARETO}, a metric
 * @param y metrics, a chart for each; for {@link Kind#HEAT} a dimension; for {@link Kind#TIME} a level of knowledge
 * @param z the metric that {@link Kind#HEAT} shows
 * @param lines the dimension that colours tell apart
 * @param facet the dimension that has a panel for each label
 * @param where labels that dimensions are held at
 * @param logarithmic axes with a logarithmic scale: some of the letters x and y
 * @param intervals whether to draw 95 % confidence intervals of means
 */
public record ChartRequest(
        Kind kind,
        String x,
        List<String> y,
        String z,
        String lines,
        String facet,
        Map<String, String> where,
        String logarithmic,
        boolean intervals) {
    public ChartRequest {
        y = List.copyOf(y);
        where = Map.copyOf(where);
    }

    /** How a chart is drawn. */
    public enum Kind {
        /** Means over an axis. */
        LINE,
        /** Means for categories. */
        BAR,
        /** Quartiles and every run, for categories. */
        BOX,
        /** The share of runs up to a value. */
        ECDF,
        /** Means for the combinations of two dimensions. */
        HEAT,
        /** One metric against another, and who is beaten by none. */
        PARETO,
        /** The share of pairs of nodes that know a way, over virtual time. */
        TIME;

        /** The word in options. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A chart that the data does not allow, or a word that names nothing in it. */
    public static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1;

        Refused(String message) {
            super(message);
        }
    }
}
