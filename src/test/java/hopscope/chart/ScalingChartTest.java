package hopscope.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hopscope.chart.ScalingChart.Point;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knowm.xchart.XYSeries;

class ScalingChartTest {
    private static final double NONE = Double.NaN;
    private static final List<Point> POINTS = List.of(
            new Point("source-routing", 250, 1, 1_000, 3e6, 2e6),
            new Point("link-state", 250, 2, 500, 5e6, 4e6),
            new Point("source-routing", 1_000, 16, 250, 40e6, 32e6),
            new Point("link-state", 1_000, NONE, NONE, NONE, NONE));

    private static ChartSheet sheet() {
        return ScalingChart.draw("title", "machine", POINTS);
    }

    @Test
    void drawsEveryFigureByDoublingsOfTheNetwork() {
        assertThat(sheet().panels()).hasSize(4).allSatisfy(panel -> {
            assertThat(panel.columns()).containsExactly("250", "500", "1,000");
            assertThat(panel.chart().getStyler().isYAxisLogarithmic()).isTrue();
        });
        XYSeries wall = sheet().panels().get(0).chart().getSeries("source-routing line");
        assertThat(wall.getXData()).containsExactly(new double[] {0, 2}, within(1e-12));
        assertThat(wall.getYData()).containsExactly(1, 16);
        assertThat(sheet().panels().stream()
                        .map(panel -> panel.chart().getSeries("link-state line").getYData()[0]))
                .containsExactly(2.0, 500.0, 0.005, 0.004);
    }

    @Test
    void endsALineWhereRunsDoNotFinish() {
        XYSeries wall = sheet().panels().get(0).chart().getSeries("link-state line");
        assertThat(wall.getYData()).containsExactly(2);
        assertThat(sheet().legend())
                .extracting(ChartSheet.Entry::text)
                .containsExactly("source-routing", "link-state (not finished: 1,000 nodes)");
    }

    @Test
    void writesBothFormatsEvenIfNothingFinished(@TempDir Path folder) {
        List<Path> files =
                ScalingChart.write("title", "", POINTS, folder.resolve("sub").resolve("scaling"));
        assertThat(files).allMatch(Files::exists).hasSize(2);
        List<Point> nothing = List.of(new Point("link-state", 1_000, NONE, NONE, NONE, NONE));
        assertThat(ScalingChart.write("title", "", nothing, folder.resolve("none")))
                .allMatch(Files::exists);
    }
}
