package hopscope.chart;

import static org.assertj.core.api.Assertions.assertThat;

import hopscope.results.ResultFolder;
import hopscope.results.SampleResults;
import hopscope.results.SavedResults;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;

class ChartsTest {
    @TempDir
    Path temporary;

    @Test
    void writesEveryChartAsPngAndSvg() throws IOException {
        var files = write(new SampleResults().saved(), "full");

        assertThat(files).hasSize(2 * ResultFolder.CHARTS.size());
        for (String name : ResultFolder.CHARTS) {
            BufferedImage image =
                    ImageIO.read(folder("full").resolve(name + ".png").toFile());
            assertThat(image.getWidth()).isEqualTo(1200);
            assertThat(image.getHeight()).isEqualTo(750);
            assertThat(image.getRGB(3, 3)).as("white ground").isEqualTo(0xFFFFFFFF);
            assertThat(colours(image)).as(name).isGreaterThan(20);
            assertThat(Files.readString(folder("full").resolve(name + ".svg"))).contains("<svg");
        }
    }

    @Test
    void drawsTheSamePicturesInEveryLocaleAndTimeZone() throws IOException {
        SavedResults results = new SampleResults().never(0.3).saved();
        write(results, "here");
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Chatham"));
            write(results, "there");
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
        for (String name : ResultFolder.CHARTS) {
            for (String ending : new String[] {".png", ".svg"}) {
                assertThat(folder("there").resolve(name + ending))
                        .hasSameBinaryContentAs(folder("here").resolve(name + ending));
            }
        }
    }

    @Test
    void countsRunsThatNeverConvergeInTheLegend() {
        SavedResults some = new SampleResults().never(0.3).saved();
        write(some, "some-never");
        write(new SampleResults().never(1).saved(), "all-never");

        assertThat(names(OverheadChart.draw(some)))
                .contains("source-routing", "distance-vector (3 of 10 runs never converged)");
    }

    @Test
    void drawsASingleRunWithoutABand() {
        SavedResults single =
                new SampleResults().replications(1).withoutFaults().saved();
        write(single, "single");

        assertThat(names(ConvergenceChart.draw(single)))
                .contains("source-routing (1 run)")
                .noneMatch(name -> name.contains("band"));
    }

    @Test
    void drawsManyRunsWithAPercentileBand() {
        SavedResults many =
                new SampleResults().replications(40).overheadSpread(500).saved();
        write(many, "many");

        assertThat(names(ConvergenceChart.draw(many)))
                .contains("source-routing (mean of 40 runs, band: 5th to 95th percentile)");
        assertThat(OverheadChart.draw(many).getStyler().isXAxisLogarithmic()).isTrue();
    }

    @Test
    void marksTheFaults() {
        assertThat(names(ConvergenceChart.draw(new SampleResults().saved()))).contains("fault");
        assertThat(names(ConvergenceChart.draw(
                        new SampleResults().withoutFaults().saved())))
                .doesNotContain("fault");
    }

    @Test
    void drawsAnEmptyPlotWhereThereIsNothing() {
        SavedResults silent = new SampleResults().withoutTraffic().saved();
        SavedResults nothing = new SampleResults().replications(0).saved();
        write(silent, "no-traffic");
        write(nothing, "no-runs");

        assertThat(names(HopsChart.histogram(silent))).containsExactly("nothing");
        assertThat(names(HopsChart.cumulative(silent))).containsExactly("nothing");
        assertThat(names(ConvergenceChart.draw(nothing))).containsExactly("nothing");
        assertThat(names(ConvergenceTimeChart.draw(nothing))).containsExactly("nothing");
        assertThat(names(OverheadChart.draw(nothing))).containsExactly("nothing");
    }

    @Test
    void computesTheFiguresOfABox() {
        Quartiles quartiles = Quartiles.of(new double[] {5, 1, 2, 4, 3, 50});

        assertThat(quartiles).isEqualTo(new Quartiles(1, 2.25, 3.5, 4.75, 5));
        assertThat(Quartiles.of(new double[] {7})).isEqualTo(new Quartiles(7, 7, 7, 7, 7));
    }

    private List<Path> write(SavedResults results, String name) {
        return Charts.writeAll(results, folder(name));
    }

    /** The pictures stay where one can look at them if a folder is named for that. */
    private Path folder(String name) {
        String kept = System.getProperty("hopscope.keep-charts");
        return (kept == null ? temporary : Path.of(kept)).resolve(name);
    }

    private static List<String> names(XYChart chart) {
        return chart.getSeriesCollection().stream().map(XYSeries::getName).toList();
    }

    private static long colours(BufferedImage image) {
        return java.util.Arrays.stream(
                        image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth()))
                .distinct()
                .count();
    }
}
