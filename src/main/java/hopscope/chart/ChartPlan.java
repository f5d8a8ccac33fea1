package hopscope.chart;

import hopscope.chart.ChartRequest.Kind;
import hopscope.chart.ChartRequest.Refused;
import hopscope.chart.Observations.Dimension;
import hopscope.document.Suggestion;
import hopscope.scenario.Metric;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A request with every word understood and every gap filled.
 *
 * @param data the runs left by {@code where}
 * @param kind how it is drawn
 * @param x the dimension along the horizontal axis; {@code null} where a metric is
 * @param xMetric the metric along it; {@code null} where a dimension is
 * @param y metrics, a chart for each; empty for ecdf and time
 * @param rows the dimension up a heat map; {@code null} elsewhere
 * @param lines the dimension that colours tell apart; {@code null} for none
 * @param facet the dimension of the panels; {@code null} for one panel
 * @param level what a chart over time shows; {@code null} elsewhere
 * @param logX whether the horizontal axis is logarithmic
 * @param logY whether the vertical one is
 * @param intervals whether confidence intervals are drawn
 */
record ChartPlan(
        Observations data,
        Kind kind,
        Dimension x,
        Metric xMetric,
        List<Metric> y,
        Dimension rows,
        Dimension lines,
        Dimension facet,
        String level,
        boolean logX,
        boolean logY,
        boolean intervals) {
    static final List<String> LEVELS = List.of("known", "reaching", "optimal");
    private static final List<String> COLUMNS =
            Arrays.stream(Metric.values()).map(Metric::column).toList();
    private static final List<Metric> USUAL =
            List.of(Metric.CONVERGENCE_OPTIMAL_S, Metric.DELIVERY_RATIO, Metric.CONTROL_BYTES_PER_NODE_PER_S);

    /**
     * Fills the gaps.
     *
     * @throws Refused if a word names nothing in the data, or runs that differ would be thrown together unsaid
     */
    static ChartPlan of(Observations all, ChartRequest request) {
        return new Planning(narrowed(all, request.where()), request).plan();
    }

    private static Observations narrowed(Observations all, Map<String, String> where) {
        Observations left = all;
        for (Dimension dimension : all.dimensions()) {
            String label = where.get(dimension.name());
            if (label != null) {
                if (!dimension.labels().contains(label)) {
                    throw new Refused("--where " + dimension.name() + "=" + label
                            + ": no run has this; expected one of " + String.join(", ", dimension.labels())
                            + Suggestion.hint(label, dimension.labels()));
                }
                left = left.where(dimension, label);
            }
        }
        where.keySet().stream().sorted().forEach(name -> required("--where", name, all));
        Observations rest = left;
        List<Dimension> dimensions = all.dimensions().stream()
                .map(dimension -> new Dimension(
                        dimension.name(),
                        dimension.labels().stream()
                                .filter(label -> rest.rows().stream()
                                        .anyMatch(row -> Observations.label(row, dimension)
                                                .equals(label)))
                                .toList()))
                .toList();
        if (rest.rows().isEmpty()) {
            throw new Refused("no run is left to draw");
        }
        return new Observations(all.title(), dimensions, rest.rows(), all.compared());
    }

    private static Dimension required(String option, String name, Observations data) {
        Dimension found = data.dimension(name);
        if (found == null) {
            List<String> names = data.dimensions().stream().map(Dimension::name).toList();
            throw new Refused(option + " " + name + ": nothing of that name differs between the runs; expected one of "
                    + String.join(", ", names) + Suggestion.hint(name, names));
        }
        return found;
    }

    private static Metric metric(String option, String name) {
        int index = COLUMNS.indexOf(name);
        if (index < 0) {
            throw new Refused(option + " " + name + ": no such metric; expected one of " + String.join(", ", COLUMNS)
                    + Suggestion.hint(name, COLUMNS));
        }
        return Metric.values()[index];
    }

    /** How a metric is called on an axis. */
    static String title(Metric metric) {
        String suffix = "_" + metric.unit();
        String column = metric.column();
        String bare = column.endsWith(suffix) ? column.substring(0, column.length() - suffix.length()) : column;
        String name = bare.replace('_', ' ');
        return metric.unit().equals("1") ? name : name + " (" + metric.unit() + ")";
    }

    /** What the vertical axis of a metric is called. */
    String valueTitle(Metric metric) {
        return (data.compared() == null ? "" : "B − A, ") + title(metric);
    }

    /** The work of filling the gaps. */
    private record Planning(Observations data, ChartRequest request) {
        ChartPlan plan() {
            Kind kind = kind();
            requireRunsFor(kind);
            String level = kind == Kind.TIME ? level() : null;
            boolean metricX = kind == Kind.ECDF || kind == Kind.PARETO;
            Dimension x = metricX || kind == Kind.TIME ? null : x(kind);
            Dimension rows = kind == Kind.HEAT ? heatRows(x) : null;
            Dimension lines = kind == Kind.HEAT ? null : lines(x);
            Dimension facet = facet(kind, x, rows, lines);
            return new ChartPlan(
                    data,
                    kind,
                    x,
                    metricX ? xMetric(kind) : null,
                    y(kind),
                    rows,
                    lines,
                    facet,
                    level,
                    logarithmic('x', kind, x),
                    logarithmic('y', kind, x),
                    request.intervals());
        }

        private Kind kind() {
            if (request.kind() != null) {
                return request.kind();
            }
            Dimension x = request.x() == null ? numeric() : data.dimension(request.x());
            if (x != null) {
                return LabelNumbers.of(x) == null ? Kind.BAR : Kind.LINE;
            }
            if (request.x() != null) {
                required("--x", request.x(), data);
            }
            return manifold().size() > 1 || data.compared() != null ? Kind.BAR : Kind.BOX;
        }

        private void requireRunsFor(Kind kind) {
            if (data.compared() != null
                    && !List.of(Kind.LINE, Kind.BAR, Kind.HEAT).contains(kind)) {
                throw new Refused("--kind " + kind.label() + ": a comparison holds differences and no runs;"
                        + " expected one of line, bar, heat");
            }
        }

        /** The metrics of a chart that names none. */
        private List<Metric> usual() {
            return data.compared() == null ? USUAL : data.metrics();
        }

        /** The dimensions in which runs differ. */
        private List<Dimension> manifold() {
            return data.dimensions().stream()
                    .filter(dimension -> dimension.labels().size() > 1)
                    .toList();
        }

        private Dimension numeric() {
            return manifold().stream()
                    .filter(dimension -> LabelNumbers.of(dimension) != null)
                    .findFirst()
                    .orElse(null);
        }

        private Dimension x(Kind kind) {
            if (request.x() != null) {
                return required("--x", request.x(), data);
            }
            Dimension numeric = numeric();
            if (numeric != null && kind != Kind.BAR && kind != Kind.BOX) {
                return numeric;
            }
            return manifold().stream()
                    .filter(dimension -> !List.of(Observations.PROTOCOL, String.valueOf(request.lines()))
                            .contains(dimension.name()))
                    .filter(dimension -> !dimension.name().equals(request.facet()))
                    .findFirst()
                    .orElse(data.dimension(Observations.PROTOCOL));
        }

        private Dimension heatRows(Dimension x) {
            if (request.y().size() == 1) {
                return required("--y", request.y().get(0), data);
            }
            if (request.y().size() > 1) {
                throw new Refused("--y: a heat map has one dimension up its side, and its metric in --z");
            }
            return manifold().stream()
                    .filter(dimension -> !dimension.equals(x)
                            && !dimension.name().equals(request.facet())
                            && (request.facet() != null || !dimension.name().equals(Observations.PROTOCOL)))
                    .findFirst()
                    .orElse(data.dimension(Observations.PROTOCOL));
        }

        private Dimension lines(Dimension x) {
            if (request.lines() != null) {
                return required("--lines", request.lines(), data);
            }
            Dimension protocol = data.dimension(Observations.PROTOCOL);
            return protocol.name().equals(request.facet()) ? null : protocol;
        }

        private Dimension facet(Kind kind, Dimension x, Dimension rows, Dimension lines) {
            List<Dimension> left = new ArrayList<>(manifold());
            left.removeAll(Stream.of(x, rows, lines).filter(Objects::nonNull).toList());
            Dimension facet = request.facet() == null ? null : required("--facet", request.facet(), data);
            if (facet == null && left.size() == 1 && kind != Kind.PARETO) {
                facet = left.get(0);
            }
            left.remove(facet);
            if (!left.isEmpty() && kind != Kind.PARETO) {
                String names =
                        String.join(", ", left.stream().map(Dimension::name).toList());
                throw new Refused("runs that differ by " + names
                        + " would be thrown together; name it with --x, --lines or"
                        + " --facet, or hold it with --where " + left.get(0).name() + "="
                        + left.get(0).labels().get(0));
            }
            return facet;
        }

        private Metric xMetric(Kind kind) {
            if (request.x() != null) {
                return metric("--x", request.x());
            }
            return kind == Kind.ECDF ? Metric.CONVERGENCE_OPTIMAL_S : Metric.CONTROL_BYTES_PER_NODE_PER_S;
        }

        private List<Metric> y(Kind kind) {
            if (kind != Kind.HEAT && request.z() != null) {
                throw new Refused("--z: only a heat map has one");
            }
            return switch (kind) {
                case ECDF -> {
                    if (!request.y().isEmpty()) {
                        throw new Refused("--y: an ecdf has the share of runs up its side; its metric is --x");
                    }
                    yield List.of();
                }
                case TIME -> List.of();
                case HEAT -> request.z() == null ? usual() : List.of(metric("--z", request.z()));
                case PARETO -> request.y().isEmpty() ? List.of(Metric.CONVERGENCE_OPTIMAL_S) : metrics();
                default -> request.y().isEmpty() ? usual() : metrics();
            };
        }

        private List<Metric> metrics() {
            return request.y().stream().map(name -> metric("--y", name)).toList();
        }

        private String level() {
            if (data.rows().stream().allMatch(row -> row.series().isEmpty())) {
                throw new Refused("--kind time: these results hold no time series; those of 'hopscope run' do");
            }
            String level = request.y().isEmpty() ? "optimal" : request.y().get(0);
            if (request.x() != null || request.y().size() > 1 || !LEVELS.contains(level)) {
                throw new Refused("--kind time: the horizontal axis is virtual time, and --y is one of "
                        + String.join(", ", LEVELS) + Suggestion.hint(level, LEVELS));
            }
            return level;
        }

        private boolean logarithmic(char axis, Kind kind, Dimension x) {
            if (request.logarithmic() == null || request.logarithmic().indexOf(axis) < 0) {
                return false;
            }
            boolean possible = axis == 'y'
                    ? kind == Kind.LINE || kind == Kind.BOX || kind == Kind.PARETO
                    : kind == Kind.ECDF || kind == Kind.PARETO || kind == Kind.LINE && LabelNumbers.of(x) != null;
            if (!possible || axis == 'y' && data.compared() != null) {
                throw new Refused("--log " + axis + ": this axis of a chart of kind " + kind.label()
                        + " has no logarithmic scale");
            }
            if (x != null
                    && axis == 'x'
                    && Arrays.stream(LabelNumbers.of(x).values()).anyMatch(value -> value <= 0)) {
                throw new Refused("--log x: " + x.name() + " is zero in some runs, which no logarithmic scale has");
            }
            return true;
        }
    }
}
