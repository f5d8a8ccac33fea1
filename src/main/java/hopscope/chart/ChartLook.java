package hopscope.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.util.Arrays;
import java.util.Locale;
import java.util.TimeZone;
import java.util.stream.IntStream;
import org.knowm.xchart.AnnotationText;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.Styler.ChartTheme;
import org.knowm.xchart.style.Styler.LegendLayout;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * How every chart looks: size, fonts, white ground; one {@link Look} per protocol.
 */
final class ChartLook {
    static final int WIDTH = 1200;
    static final int HEIGHT = 750;

    /** Okabe and Ito's grey partner: the text colour of notes and marks. */
    static final Color NOTE = new Color(0x55, 0x55, 0x55);

    private static final Color GRID = new Color(0xE2, 0xE2, 0xE2);
    private static final BasicStroke LINE = new BasicStroke(3f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    private static final BasicStroke BORDER = new BasicStroke(1.5f);
    private static final double PLOT_SHARE = 1.0;

    /** XChart leaves out a tick that lies on the very edge; so axes that start at zero start this share below it. */
    private static final double EDGE = 1e-6;

    private ChartLook() {}

    static XYChart chart(String title, String xTitle, String yTitle) {
        XYChart chart = new XYChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .theme(ChartTheme.XChart) // first: a theme resets all else
                .title(title)
                .xAxisTitle(xTitle)
                .yAxisTitle(yTitle)
                .build();
        XYStyler styler = chart.getStyler();
        styler.setLocale(Locale.ROOT);
        styler.setTimezone(TimeZone.getTimeZone("UTC"));
        styler.setChartBackgroundColor(Color.WHITE);
        styler.setPlotBackgroundColor(Color.WHITE);
        styler.setPlotBorderVisible(false);
        styler.setPlotGridLinesColor(GRID);
        styler.setPlotGridLinesStroke(new BasicStroke(1f));
        styler.setPlotContentSize(PLOT_SHARE);
        styler.setPlotMargin(0);
        styler.setChartPadding(22);
        styler.setChartTitleBoxVisible(false);
        styler.setChartTitleFont(font(Font.BOLD, 24));
        styler.setChartTitlePadding(14);
        styler.setAxisTitleFont(font(Font.PLAIN, 20));
        styler.setAxisTitlePadding(12);
        styler.setAxisTickLabelsFont(font(Font.PLAIN, 17));
        styler.setAxisTickPadding(8);
        styler.setAnnotationTextFont(font(Font.PLAIN, 16));
        styler.setAnnotationTextFontColor(NOTE);
        styler.setLegendFont(font(Font.PLAIN, 18));
        styler.setLegendPosition(LegendPosition.OutsideS);
        styler.setLegendLayout(LegendLayout.Horizontal);
        styler.setLegendBorderColor(Color.WHITE);
        styler.setLegendBackgroundColor(Color.WHITE);
        styler.setLegendPadding(16);
        styler.setLegendSeriesLineLength(46);
        styler.setXAxisTickMarkSpacingHint(100);
        styler.setYAxisTickMarkSpacingHint(64);
        styler.setMarkerSize(12);
        return chart;
    }

    /** A plot among others, which share a legend. */
    static XYChart panel(String title, String xTitle, String yTitle) {
        XYChart chart = chart(title, xTitle, yTitle);
        XYStyler styler = chart.getStyler();
        styler.setLegendVisible(false);
        styler.setChartTitleVisible(!title.isEmpty());
        styler.setChartTitleFont(font(Font.BOLD, 19));
        styler.setChartTitlePadding(8);
        styler.setChartPadding(12);
        styler.setAxisTitleFont(font(Font.PLAIN, 18));
        styler.setAxisTickLabelsFont(font(Font.PLAIN, 16));
        styler.setYAxisTickMarkSpacingHint(56);
        return chart;
    }

    /** Where an axis from zero to {@code max} starts. */
    static double zero(double max) {
        return -EDGE * max;
    }

    /**
     * A line in the protocol's colour, with its marker here and there. XChart draws a line segment by segment, which
     * leaves nothing of a dash pattern, and a marker at every point; so the markers and the legend's entry are series of
     * their own.
     *
     * @param markersAt indices of the points that get a marker
     */
    static void line(XYChart chart, Look look, String name, double[] x, double[] y, int[] markersAt) {
        int[] kept = corners(y);
        XYSeries series = chart.addSeries(name + " line", at(x, kept), at(y, kept));
        series.setXYSeriesRenderStyle(XYSeriesRenderStyle.Line);
        series.setLineColor(look.colour());
        series.setLineStyle(LINE);
        series.setMarker(SeriesMarkers.NONE);
        series.setShowInLegend(false);
        points(chart, look, name + " markers", at(x, markersAt), at(y, markersAt));
        legendEntry(chart, look, name);
    }

    /** Indices without those inside level stretches: they cost much drawing and show nothing. */
    private static int[] corners(double[] y) {
        return IntStream.range(0, y.length)
                .filter(i -> i == 0 || i == y.length - 1 || y[i] != y[i - 1] || y[i] != y[i + 1])
                .toArray();
    }

    private static double[] at(double[] values, int[] indices) {
        return Arrays.stream(indices).mapToDouble(i -> values[i]).toArray();
    }

    /** The protocol's line and marker in the legend, without anything in the plot. */
    static XYSeries legendEntry(XYChart chart, Look look, String name) {
        XYSeries entry = chart.addSeries(name, new double[] {0}, new double[] {Double.NaN});
        entry.setXYSeriesRenderStyle(XYSeriesRenderStyle.Line);
        entry.setLineColor(look.colour());
        entry.setLineStyle(LINE);
        entry.setMarker(look.marker());
        entry.setMarkerColor(look.colour());
        return entry;
    }

    /** A filled area, kept out of the legend. */
    static XYSeries area(XYChart chart, Color fill, Color border, String name, double[] x, double[] y) {
        int[] kept = corners(y);
        XYSeries series = chart.addSeries(name, at(x, kept), at(y, kept));
        series.setXYSeriesRenderStyle(XYSeriesRenderStyle.PolygonArea);
        series.setFillColor(fill);
        series.setLineColor(border);
        series.setLineStyle(BORDER);
        series.setMarker(SeriesMarkers.NONE);
        series.setShowInLegend(false);
        return series;
    }

    /** Points in the protocol's colour and shape, kept out of the legend. */
    static void points(XYChart chart, Look look, String name, double[] x, double[] y) {
        XYSeries series = chart.addSeries(name, x, y);
        series.setXYSeriesRenderStyle(XYSeriesRenderStyle.Scatter);
        series.setMarker(look.marker());
        series.setMarkerColor(look.colour());
        series.setShowInLegend(false);
    }

    /** An empty plot with a sentence in its middle, for results that hold nothing to draw. */
    static void emptyNote(XYChart chart, String sentence) {
        chart.getStyler().setXAxisMin(0.0).setXAxisMax(1.0).setYAxisMin(0.0).setYAxisMax(1.0);
        chart.getStyler().setLegendVisible(false);
        chart.getStyler().setAxisTicksVisible(false).setPlotGridLinesVisible(false);
        XYSeries nothing = chart.addSeries("nothing", new double[] {0.5}, new double[] {0.5});
        nothing.setXYSeriesRenderStyle(XYSeriesRenderStyle.Scatter);
        nothing.setMarker(SeriesMarkers.NONE);
        note(chart, sentence, 0.5, 0.5);
    }

    /** A sentence at a place in the plot, in the units of the axes. */
    static void note(XYChart chart, String sentence, double x, double y) {
        chart.addAnnotation(new AnnotationText(sentence, x, y, false));
    }

    /** {@code 1 run}, {@code 10 runs}. */
    static String runs(int count) {
        return count + (count == 1 ? " run" : " runs");
    }

    private static Font font(int style, int size) {
        return new Font(Font.SANS_SERIF, style, size);
    }
}
