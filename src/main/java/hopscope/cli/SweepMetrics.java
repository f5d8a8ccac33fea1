package hopscope.cli;

import hopscope.document.Suggestion;
import hopscope.scenario.Metric;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The metrics that tables show. */
final class SweepMetrics {
    private static final List<Metric> BY_DEFAULT =
            List.of(Metric.CONVERGENCE_OPTIMAL_S, Metric.DELIVERY_RATIO, Metric.HOPS_MEAN);

    private SweepMetrics() {}

    /**
     * Metrics by their column names; some by default.
     *
     * @throws UserError if there is no such metric
     */
    static List<Metric> of(List<String> names) {
        List<String> columns =
                Arrays.stream(Metric.values()).map(Metric::column).toList();
        List<Metric> metrics = new ArrayList<>();
        for (String name : names) {
            int index = columns.indexOf(name);
            if (index < 0) {
                throw new UserError("--metric " + name + ": no such metric; expected one of "
                        + String.join(", ", columns) + Suggestion.hint(name, columns));
            }
            metrics.add(Metric.values()[index]);
        }
        return metrics.isEmpty() ? BY_DEFAULT : metrics;
    }
}
