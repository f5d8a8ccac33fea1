package hopscope.chart;

import hopscope.chart.ChartData.Axis;
import hopscope.chart.ChartData.Mark;
import hopscope.chart.ChartData.Origin;
import hopscope.chart.ChartRequest.Refused;
import hopscope.chart.Observations.Dimension;
import hopscope.chart.Observations.Row;
import hopscope.results.MetricSummary;
import hopscope.scenario.Metric;
import hopscope.scenario.Metric.Better;
import java.awt.BasicStroke;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * Two metrics against each other: a point, the mean over its runs, for each combination of labels. A line joins the
 * points that no other beats in both (the Pareto front).
 */
final class ParetoDrawing implements Drawing {
    private static final BasicStroke FRONT = new BasicStroke(1.6f);

    private final ChartPlan plan;
    private final Metric xMetric;
    private final Metric yMetric;
    private final List<Look> looks;
    private final Scale x;
    private final Scale y;

    /** A combination of labels. */
    record Point(String line, double x, double y, List<Row> runs) {}

    ParetoDrawing(ChartPlan plan, Metric yMetric, List<Look> looks) {
        this.plan = plan;
        this.xMetric = plan.xMetric();
        this.yMetric = yMetric;
        this.looks = looks;
        for (Metric metric : List.of(xMetric, yMetric)) {
            if (metric.better() == Better.NEITHER) {
                throw new Refused("--kind pareto: " + metric.column() + " is neither better high nor low");
            }
        }
        List<Point> all = plan.facet() == null
                ? points(plan.data())
                : plan.facet().labels().stream()
                        .flatMap(label -> points(plan.data().where(plan.facet(), label)).stream())
                        .toList();
        this.x = Scale.of(all.stream().mapToDouble(Point::x), plan.logX(), false);
        this.y = Scale.of(all.stream().mapToDouble(Point::y), plan.logY(), false);
    }

    @Override
    public Panel draw(Observations part, String title) {
        XYChart chart = ChartLook.panel(title, ChartPlan.title(xMetric), ChartPlan.title(yMetric));
        x.toX(chart);
        y.toY(chart);
        List<Point> points = points(part);
        addFront(chart, front(points));
        for (Look look : looks) {
            List<Point> own = points.stream()
                    .filter(point -> point.line.equals(look.name()))
                    .toList();
            if (!own.isEmpty()) {
                ChartLook.points(
                        chart,
                        look,
                        look.name(),
                        own.stream().mapToDouble(Point::x).toArray(),
                        own.stream().mapToDouble(Point::y).toArray());
            }
        }
        return new Panel(chart, "", List.of(), List.of(), List.of());
    }

    @Override
    public Axis xAxis() {
        return Axis.of(ChartPlan.title(xMetric), x);
    }

    @Override
    public Axis yAxis() {
        return Axis.of(ChartPlan.title(yMetric), y);
    }

    @Override
    public List<Mark> marks(Observations part) {
        List<String> lines = looks.stream().map(Look::name).toList();
        List<Point> points = points(part);
        List<Point> front = front(points);
        return points.stream()
                .map(point -> new Mark(
                        lines.indexOf(point.line),
                        point.x,
                        point.y,
                        List.of(front.contains(point) ? 1.0 : 0.0, (double) point.runs.size()),
                        Origin.ofAll(point.runs)))
                .toList();
    }

    private void addFront(XYChart chart, List<Point> front) {
        if (front.isEmpty()) {
            return;
        }
        XYSeries series = chart.addSeries(
                "Pareto front",
                front.stream().mapToDouble(Point::x).toArray(),
                front.stream().mapToDouble(Point::y).toArray());
        series.setMarker(SeriesMarkers.NONE);
        series.setLineColor(ChartLook.NOTE);
        series.setLineStyle(FRONT);
    }

    /** The means of every combination of labels that has values of both metrics, and a place on both axes. */
    private List<Point> points(Observations part) {
        Map<List<String>, List<Row>> groups = new LinkedHashMap<>();
        for (Row row : part.rows()) {
            List<String> key = part.dimensions().stream()
                    .map(dimension -> Observations.label(row, dimension))
                    .toList();
            groups.computeIfAbsent(key, any -> new ArrayList<>()).add(row);
        }
        Dimension lines = plan.lines();
        return groups.values().stream()
                .map(rows -> new Point(
                        lines == null ? "" : Observations.label(rows.get(0), lines),
                        mean(rows, xMetric),
                        mean(rows, yMetric),
                        rows))
                .filter(point -> !Double.isNaN(point.x) && !Double.isNaN(point.y))
                .filter(point -> (!plan.logX() || point.x > 0) && (!plan.logY() || point.y > 0))
                .toList();
    }

    private static double mean(List<Row> rows, Metric metric) {
        return MetricSummary.of(
                        rows.stream().mapToDouble(row -> row.value(metric)).toArray())
                .mean();
    }

    /** The points that none beats, from left to right; O(points²). */
    private List<Point> front(List<Point> points) {
        return points.stream()
                .filter(point -> points.stream().noneMatch(other -> beats(other, point)))
                .sorted(Comparator.comparingDouble(Point::x).thenComparingDouble(Point::y))
                .toList();
    }

    /** Whether a point is at least as good in both and better in one. */
    private boolean beats(Point a, Point b) {
        double byX = gain(xMetric, a.x, b.x);
        double byY = gain(yMetric, a.y, b.y);
        return byX >= 0 && byY >= 0 && byX + byY > 0;
    }

    private static double gain(Metric metric, double a, double b) {
        return metric.better() == Better.HIGHER ? a - b : b - a;
    }

    /** The looks, and nothing for runs that are not told apart. */
    static Stream<Look> looks(Dimension lines) {
        return lines == null ? Stream.of(new Look("", 0)) : Look.of(lines.labels()).stream();
    }
}
