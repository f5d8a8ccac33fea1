package hopscope.chart;

import static org.assertj.core.api.Assertions.assertThat;

import hopscope.chart.OverlayChart.Overlay;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knowm.xchart.XYSeries;

class OverlayChartTest {
    private static final List<Overlay> BOTH = List.of(
            new Overlay("source-routing", new double[] {1, 2, 3, 4}, new double[] {1, 2, 2, 5}),
            new Overlay("distance-vector", new double[] {2, 3, 3}, new double[] {2, 4, 4}));

    @Test
    void drawsBothSidesOfEachProtocol() {
        var chart = OverlayChart.draw("title", "ms", BOTH);
        assertThat(chart.getSeriesCollection())
                .extracting(XYSeries::getName)
                .contains(
                        "source-routing, simulated",
                        "source-routing, real",
                        "distance-vector, simulated",
                        "distance-vector, real");
    }

    @Test
    void climbsFromZeroToAll() {
        double[] y = OverlayChart.draw("title", "ms", BOTH)
                .getSeries("source-routing, simulated")
                .getYData();
        assertThat(y[0]).isZero();
        assertThat(y[y.length - 1]).isEqualTo(100);
    }

    @Test
    void saysThatNothingWasDelivered() {
        var chart = OverlayChart.draw(
                "title", "ms", List.of(new Overlay("source-routing", new double[0], new double[] {1})));
        assertThat(chart.getSeriesCollection()).extracting(XYSeries::getName).containsExactly("nothing");
    }

    @Test
    void writesBothFormats(@TempDir Path folder) {
        List<Path> files =
                OverlayChart.write("title", "ms", BOTH, folder.resolve("sub").resolve("latency"));
        assertThat(files).allMatch(Files::exists).hasSize(2);
    }
}
