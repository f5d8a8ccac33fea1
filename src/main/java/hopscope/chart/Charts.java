package hopscope.chart;

import hopscope.results.AtomicFile;
import hopscope.results.ResultFolder;
import hopscope.results.SavedResults;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.knowm.xchart.ChartEncoder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.internal.chartpart.IChart;

/** Draws every chart of a result folder, each as PNG and SVG. Needs no screen, but the fonts of the system. */
public final class Charts {
    private static final Map<String, Function<SavedResults, XYChart>> DRAWINGS = Map.of(
            "convergence", ConvergenceChart::draw,
            "convergence-time", ConvergenceTimeChart::draw,
            "hops", HopsChart::histogram,
            "hops-cdf", HopsChart::cumulative,
            "overhead", OverheadChart::draw);

    private Charts() {}

    /** Where each protocol of a comparison is among the colours and symbols of charts, from 0; a new array. */
    public static int[] places(List<String> protocols) {
        return Look.of(protocols).stream().mapToInt(Look::place).toArray();
    }

    /**
     * Writes all charts; a chart with nothing to show says so in its middle.
     *
     * @param folder made where it is missing
     * @return the files written, PNG before SVG, in the order of {@link ResultFolder#CHARTS}
     * @throws hopscope.results.ResultFolderException if the system refuses
     * @throws NoFontsException if the system has no fonts to write with
     */
    public static List<Path> writeAll(SavedResults results, Path folder) {
        requireHeadless();
        NoFontsException.requireFonts();
        // Each chart is an object of its own, so they can be drawn side by side.
        return ResultFolder.CHARTS.parallelStream()
                .map(name -> write(DRAWINGS.get(name).apply(results), folder, name))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Path> write(XYChart chart, Path folder, String name) {
        Path png = folder.resolve(name + ".png");
        Path svg = folder.resolve(name + ".svg");
        AtomicFile.write(png, encoded(chart, "png"));
        AtomicFile.write(svg, encoded(chart, "svg"));
        return List.of(png, svg);
    }

    /** A machine without a screen must not be asked for one; a setting that someone made stays. */
    static void requireHeadless() {
        if (System.getProperty("java.awt.headless") == null) {
            System.setProperty("java.awt.headless", "true");
        }
    }

    static byte[] encoded(IChart chart, String format) {
        try {
            return ChartEncoder.getBytes(chart, format);
        } catch (IOException e) {
            throw new UncheckedIOException("a picture in memory can always be encoded", e);
        }
    }
}
