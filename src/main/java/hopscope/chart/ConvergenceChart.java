package hopscope.chart;

import hopscope.metrics.Measurements.SeriesPoint;
import hopscope.results.SavedResults;
import hopscope.results.SavedRun;
import java.awt.BasicStroke;
import java.awt.Color;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * The share of ordered pairs of nodes with an optimal route, over virtual time: the mean over the runs as a line, their
 * spread as a band. The axis ends a little after the last change of any run.
 */
final class ConvergenceChart {
    /** A sample for every second pixel of the plot: more can hardly be seen. */
    private static final int SAMPLES = 600;

    /** From this many runs on, the band leaves the extreme twentieths out: with many runs, extremes say little. */
    private static final int RUNS_FOR_PERCENTILES = 20;

    /** Samples between markers; those of different protocols stand apart. */
    private static final int MARKER_EVERY = 60;

    private static final double PERCENT = 100;
    private static final double MARGIN = 1.08;

    /** So that a line at 100 % is not cut. */
    private static final double TOP = 1.02;

    private static final Color NO_BORDER = new Color(255, 255, 255, 0);

    private ConvergenceChart() {}

    static XYChart draw(SavedResults results) {
        XYChart chart = ChartLook.chart(
                results.scenario().name() + ": pairs of nodes with an optimal route",
                "virtual time (s)" + bandNote(results),
                "share of ordered pairs (%)");
        double end = end(results);
        if (end <= 0) {
            ChartLook.emptyNote(chart, "No run has a time series.");
            return chart;
        }
        chart.getStyler()
                .setXAxisMin(ChartLook.zero(end))
                .setXAxisMax(end)
                .setYAxisMin(ChartLook.zero(PERCENT))
                .setYAxisMax(PERCENT * TOP);
        double[] times = grid(end);
        List<Look> looks = Look.of(results.protocols());
        for (Look look : looks) {
            List<SavedRun> runs = results.runsOf(look.name()).stream()
                    .filter(run -> !run.series().isEmpty())
                    .toList();
            if (runs.size() > 1) {
                addBand(chart, look, times, runs);
            }
        }
        for (Look look : looks) {
            addMean(chart, look, looks.size(), times, results.runsOf(look.name()));
        }
        addFaults(chart, results.scenario().faultTimesSeconds(), end);
        return chart;
    }

    private static void addMean(XYChart chart, Look look, int looks, double[] times, List<SavedRun> all) {
        List<SavedRun> runs =
                all.stream().filter(run -> !run.series().isEmpty()).toList();
        if (runs.isEmpty()) {
            return;
        }
        double[] mean = new double[times.length];
        for (SavedRun run : runs) {
            double[] shares = shares(run, times);
            for (int i = 0; i < mean.length; i++) {
                mean[i] += shares[i] / runs.size();
            }
        }
        String name = look.name() + (runs.size() == 1 ? " (1 run)" : " (mean of " + runs.size() + " runs)");
        int shift = look.place() % looks * MARKER_EVERY / looks;
        int[] markersAt = IntStream.range(0, times.length)
                .filter(i -> (i - shift) % MARKER_EVERY == MARKER_EVERY / 4)
                .toArray();
        ChartLook.line(chart, look, name, times, mean, markersAt);
    }

    /** What the bands show, said once for all protocols; empty where there is none. */
    private static String bandNote(SavedResults results) {
        int most = results.protocols().stream()
                .mapToInt(protocol -> results.runsOf(protocol).size())
                .max()
                .orElse(0);
        if (most < 2) {
            return "";
        }
        return most >= RUNS_FOR_PERCENTILES
                ? "; bands: 5th to 95th percentile of the runs"
                : "; bands: lowest to highest run";
    }

    private static void addBand(XYChart chart, Look look, double[] times, List<SavedRun> runs) {
        double[][] shares = runs.stream().map(run -> shares(run, times)).toArray(double[][]::new);
        int points = times.length;
        double[] x = new double[2 * points];
        double[] y = new double[2 * points];
        int cut = runs.size() >= RUNS_FOR_PERCENTILES ? runs.size() / 20 : 0;
        double[] column = new double[runs.size()];
        for (int i = 0; i < points; i++) {
            for (int r = 0; r < column.length; r++) {
                column[r] = shares[r][i];
            }
            Arrays.sort(column);
            int back = 2 * points - 1 - i;
            x[i] = times[i];
            y[i] = column[column.length - 1 - cut];
            x[back] = times[i];
            y[back] = column[cut];
        }
        ChartLook.area(chart, look.fill(), NO_BORDER, look.name() + " band", x, y);
    }

    private static void addFaults(XYChart chart, List<Double> faults, double end) {
        boolean first = true;
        for (double at : faults) {
            if (at > end) {
                continue;
            }
            XYSeries mark = chart.addSeries(
                    first ? "fault" : "fault at " + at, new double[] {at, at}, new double[] {0, PERCENT});
            mark.setMarker(SeriesMarkers.NONE);
            mark.setLineColor(ChartLook.NOTE);
            mark.setLineStyle(
                    new BasicStroke(1.5f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10f, new float[] {3f, 5f}, 0f));
            mark.setShowInLegend(first);
            first = false;
        }
    }

    private static double[] grid(double end) {
        double[] times = new double[SAMPLES];
        for (int i = 0; i < SAMPLES; i++) {
            times[i] = end * i / (SAMPLES - 1);
        }
        return times;
    }

    /** The run's state at each time, in per cent; a state holds until the next point, and nothing is known before the first. */
    private static double[] shares(SavedRun run, double[] times) {
        double[] shares = new double[times.length];
        List<SeriesPoint> series = run.series();
        int next = 0;
        double share = 0;
        for (int i = 0; i < times.length; i++) {
            while (next < series.size() && series.get(next).timeNanos() <= times[i] * 1e9) {
                share = series.get(next++).optimal();
            }
            shares[i] = share * PERCENT;
        }
        return shares;
    }

    /** When the last run stops changing, with a margin; 0 without any series. */
    private static double end(SavedResults results) {
        double last = 0;
        boolean any = false;
        for (SavedRun run : results.runs()) {
            double before = 0;
            for (SeriesPoint point : run.series()) {
                any = true;
                if (point.optimal() != before) {
                    last = Math.max(last, point.timeNanos() / 1e9);
                }
                before = point.optimal();
            }
        }
        double duration = results.scenario().durationSeconds();
        if (!any) {
            return 0;
        }
        return last > 0 ? Math.min(duration, last * MARGIN) : duration;
    }
}
