package hopscope.chart;

import java.awt.BasicStroke;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * A box after Tukey, with every value as a point.
 *
 * @param chart where it goes
 * @param look of its protocol
 * @param id told apart from the other boxes by it
 * @param centre its place along the horizontal axis
 * @param halfWidth of the box
 */
record BoxMarks(XYChart chart, Look look, String id, double centre, double halfWidth) {
    /** Draws values without NaN; no box around less than two. */
    void draw(double[] values) {
        if (values.length > 1) {
            addFrame(Quartiles.of(values));
        }
        addPoints(values);
    }

    private void addFrame(Quartiles q) {
        double left = centre - halfWidth;
        double right = centre + halfWidth;
        ChartLook.area(
                chart,
                look.fill(),
                look.colour(),
                id + " box",
                new double[] {left, left, right, right, left},
                new double[] {q.first(), q.third(), q.third(), q.first(), q.first()});
        stroke("median", 4f, left, q.median(), right, q.median());
        stroke("upper whisker", 1.5f, centre, q.third(), centre, q.high());
        stroke("lower whisker", 1.5f, centre, q.first(), centre, q.low());
        double cap = halfWidth / 2;
        stroke("upper cap", 1.5f, centre - cap, q.high(), centre + cap, q.high());
        stroke("lower cap", 1.5f, centre - cap, q.low(), centre + cap, q.low());
    }

    private void stroke(String part, float width, double x1, double y1, double x2, double y2) {
        XYSeries series = chart.addSeries(id + " " + part, new double[] {x1, x2}, new double[] {y1, y2});
        series.setMarker(SeriesMarkers.NONE);
        series.setLineColor(look.colour());
        series.setLineStyle(new BasicStroke(width));
        series.setShowInLegend(false);
    }

    /** Side by side in the order of replications, so that equal values stay apart. */
    private void addPoints(double[] values) {
        double[] x = new double[Math.max(1, values.length)];
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            double shift = values.length < 2 ? 0 : (double) i / (values.length - 1) - 0.5;
            x[i] = centre + shift * halfWidth;
            y[i] = values.length == 0 ? Double.NaN : values[i];
        }
        ChartLook.points(chart, look, id, x, y);
    }
}
