package hopscope.chart;

import hopscope.chart.ChartData.Axis;
import hopscope.chart.ChartData.Mark;
import hopscope.chart.ChartData.Origin;
import hopscope.chart.Observations.Row;
import hopscope.metrics.Measurements.SeriesPoint;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.knowm.xchart.XYChart;

/** The share of ordered pairs of nodes that know a way, over virtual time: the mean over the runs. */
final class TimeDrawing implements Drawing {
    private static final int SAMPLES = 500;
    private static final int MARKER_EVERY = 60;
    private static final double PERCENT = 100;
    private static final double MARGIN = 1.08;
    private static final String TIME = "virtual time (s)";
    private static final Scale SHARES = new Scale(ChartLook.zero(PERCENT), 1.02 * PERCENT, false);

    private final ChartPlan plan;
    private final List<Look> looks;
    private final ToDoubleFunction<SeriesPoint> level;
    private final double end;

    TimeDrawing(ChartPlan plan, List<Look> looks) {
        this.plan = plan;
        this.looks = looks;
        this.level = switch (plan.level()) {
            case "known" -> SeriesPoint::known;
            case "reaching" -> SeriesPoint::reaching;
            default -> SeriesPoint::optimal;
        };
        this.end = MARGIN
                * plan.data().rows().stream()
                        .mapToDouble(row -> lastChange(row.series()))
                        .max()
                        .orElse(1);
    }

    private double lastChange(List<SeriesPoint> series) {
        double last = 1e-3;
        double before = 0;
        for (SeriesPoint point : series) {
            double share = level.applyAsDouble(point);
            if (share != before) {
                last = point.timeNanos() / 1e9;
            }
            before = share;
        }
        return last;
    }

    @Override
    public Panel draw(Observations part, String title) {
        XYChart chart = ChartLook.panel(title, TIME, share());
        new Scale(ChartLook.zero(end), end, false).toX(chart);
        SHARES.toY(chart);
        double[] times = times();
        for (Look look : looks) {
            List<Row> runs = runs(part, look);
            if (!runs.isEmpty()) {
                int shift = look.place() % looks.size() * MARKER_EVERY / looks.size();
                int[] markers = IntStream.range(0, SAMPLES)
                        .filter(i -> i % MARKER_EVERY == shift)
                        .toArray();
                ChartLook.line(chart, look, look.name(), times, mean(runs, times), markers);
            }
        }
        return new Panel(chart, "", List.of(), List.of(), List.of());
    }

    private String share() {
        return "pairs: " + plan.level() + " (%)";
    }

    private double[] times() {
        return IntStream.range(0, SAMPLES)
                .mapToDouble(i -> end * i / (SAMPLES - 1))
                .toArray();
    }

    private List<Row> runs(Observations part, Look look) {
        return part.where(plan.lines(), look.name()).rows().stream()
                .filter(row -> !row.series().isEmpty())
                .toList();
    }

    @Override
    public Axis xAxis() {
        return Axis.of(TIME, new Scale(ChartLook.zero(end), end, false));
    }

    @Override
    public Axis yAxis() {
        return Axis.of(share(), SHARES);
    }

    /** A mark wherever the share is another than before, and at the end. */
    @Override
    public List<Mark> marks(Observations part) {
        List<Mark> marks = new ArrayList<>();
        double[] times = times();
        for (int line = 0; line < looks.size(); line++) {
            List<Row> runs = runs(part, looks.get(line));
            double[] mean = mean(runs, times);
            for (int i = 0; i < times.length && !runs.isEmpty(); i++) {
                if (i == 0 || i == times.length - 1 || mean[i] != mean[i - 1]) {
                    marks.add(new Mark(line, times[i], mean[i], List.of(), Origin.ofAll(runs)));
                }
            }
        }
        return marks;
    }

    /** In per cent; a state holds until the next point, and nothing is known before the first. */
    private double[] mean(List<Row> runs, double[] times) {
        double[] mean = new double[times.length];
        for (Row run : runs) {
            int next = 0;
            double share = 0;
            for (int i = 0; i < times.length; i++) {
                while (next < run.series().size() && run.series().get(next).timeNanos() <= times[i] * 1e9) {
                    share = level.applyAsDouble(run.series().get(next++));
                }
                mean[i] += share * PERCENT / runs.size();
            }
        }
        return mean;
    }
}
