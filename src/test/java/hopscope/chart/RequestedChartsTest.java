package hopscope.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hopscope.chart.ChartRequest.Kind;
import hopscope.chart.ChartRequest.Refused;
import hopscope.chart.Observations.Dimension;
import hopscope.chart.Observations.Row;
import hopscope.metrics.Measurements.SeriesPoint;
import hopscope.scenario.Metric;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;

class RequestedChartsTest {
    private static final List<String> LOSSES = List.of("0%", "20%", "5%");
    private static final List<String> NETWORKS = List.of("abilene", "geant");
    private static final List<String> PROTOCOLS = List.of("source-routing", "distance-vector");

    /** Three runs of every combination; with distance-vector at 20 % no run converges, at 5 % one does not. */
    private static Observations sweep() {
        List<Row> rows = new ArrayList<>();
        for (String network : NETWORKS) {
            for (int loss = 0; loss < LOSSES.size(); loss++) {
                for (String protocol : PROTOCOLS) {
                    for (int run = 0; run < 3; run++) {
                        rows.add(row(network, LOSSES.get(loss), protocol, run));
                    }
                }
            }
        }
        return new Observations(
                "sample",
                List.of(
                        new Dimension("network", NETWORKS),
                        new Dimension("links.loss", LOSSES),
                        new Dimension("protocol", PROTOCOLS)),
                rows);
    }

    private static Row row(String network, String loss, String protocol, int run) {
        double[] values = new double[Metric.values().length];
        Arrays.fill(values, 1);
        boolean vector = protocol.equals("distance-vector");
        double seconds = (vector ? 10 : 4) + run + (network.equals("geant") ? 2 : 0);
        boolean never = vector && (loss.equals("20%") || loss.equals("5%") && run == 0);
        values[Metric.CONVERGENCE_OPTIMAL_S.ordinal()] = never ? Double.NaN : seconds;
        values[Metric.CONTROL_BYTES_PER_NODE_PER_S.ordinal()] = vector ? 50 : 120;
        return new Row(
                Map.of("network", network, "links.loss", loss, "protocol", protocol), "", run, values, List.of());
    }

    private static ChartRequest request(Kind kind, String x, String y, Map<String, String> where) {
        return new ChartRequest(kind, x, y == null ? List.of() : List.of(y), null, null, null, where, null, true);
    }

    private static List<ChartSheet> draw(Kind kind, String x, String y, Map<String, String> where) {
        return RequestedCharts.sheets(sweep(), request(kind, x, y, where), null);
    }

    private static XYSeries series(ChartSheet sheet, int panel, String name) {
        return sheet.panels().get(panel).chart().getSeries(name);
    }

    @Test
    void choosesTheNumericAxisThePanelsAndTheLines() {
        List<ChartSheet> sheets = RequestedCharts.sheets(sweep(), request(null, null, null, Map.of()), null);

        assertThat(sheets)
                .extracting(ChartSheet::name)
                .containsExactly(
                        "chart-line-convergence_optimal_s-links.loss-protocol-network",
                        "chart-line-delivery_ratio-links.loss-protocol-network",
                        "chart-line-control_bytes_per_node_per_s-links.loss-protocol-network");
        assertThat(sheets.get(0).panels())
                .extracting(panel -> panel.chart().getTitle())
                .containsExactly("network: abilene", "network: geant");
        assertThat(sheets.get(0).panels().get(0).chart().getXAxisTitle()).isEqualTo("links.loss (%)");
    }

    @Test
    void drawsMeansInTheOrderOfTheNumbersWithGapsWhereNoRunHasAValue() {
        ChartSheet sheet =
                draw(Kind.LINE, "links.loss", "convergence_optimal_s", Map.of()).get(0);

        assertThat(series(sheet, 0, "source-routing markers").getYData()).containsExactly(5, 5, 5);
        assertThat(series(sheet, 1, "distance-vector markers").getYData()).containsExactly(13, 13.5, Double.NaN);
        assertThat(series(sheet, 0, "source-routing markers").getXData()).isSorted();
        assertThat(sheet.legend())
                .extracting(ChartSheet.Entry::text)
                .containsExactly("source-routing", "distance-vector (8 of 18 runs without a value)");
    }

    @Test
    void drawsConfidenceIntervalsUnlessToldNotTo() {
        // Three values 4, 5, 6: half the width is t(0.975, 2 degrees of freedom) / sqrt(3) = 4.3027 / 1.7321 = 2.4841.
        ChartSheet with =
                draw(Kind.LINE, "links.loss", "convergence_optimal_s", Map.of()).get(0);
        double[] ends = with.panels().get(0).chart().getSeriesCollection().stream()
                .filter(series -> series.getName().startsWith("source-routing interval"))
                .findFirst()
                .orElseThrow()
                .getYData();
        assertThat(ends[0]).isCloseTo(5 - 2.4841, org.assertj.core.data.Offset.offset(1e-3));
        assertThat(ends[1]).isCloseTo(5 + 2.4841, org.assertj.core.data.Offset.offset(1e-3));

        var bare = new ChartRequest(Kind.LINE, null, List.of("hops_mean"), null, null, null, Map.of(), null, false);
        assertThat(RequestedCharts.sheets(sweep(), bare, null)
                        .get(0)
                        .panels()
                        .get(0)
                        .chart()
                        .getSeriesCollection())
                .extracting(XYSeries::getName)
                .noneMatch(name -> name.contains("interval"));
    }

    @Test
    void saysWhereNoRunOfACategoryHasAValue() {
        ChartSheet bars = draw(Kind.BAR, "network", "convergence_optimal_s", Map.of("links.loss", "20%"))
                .get(0);
        ChartSheet boxes = draw(Kind.BOX, "network", "convergence_optimal_s", Map.of("links.loss", "20%"))
                .get(0);

        assertThat(bars.panels().get(0).words()).extracting(Panel.Word::text).containsExactly("none", "none");
        assertThat(boxes.panels().get(0).words()).extracting(Panel.Word::text).containsExactly("none", "none");
        assertThat(bars.panels().get(0).columns()).isEqualTo(NETWORKS);
    }

    @Test
    void keepsTheDistributionBelowAllRunsWhereSomeHaveNoValue() {
        ChartSheet sheet = draw(Kind.ECDF, "convergence_optimal_s", null, Map.of("links.loss", "5%"))
                .get(0);

        double[] vector = series(sheet, 0, "distance-vector line").getYData();
        assertThat(vector[vector.length - 1]).isCloseTo(200 / 3.0, org.assertj.core.data.Offset.offset(1e-9));
        double[] source = series(sheet, 0, "source-routing line").getYData();
        assertThat(source[source.length - 1]).isEqualTo(100);
    }

    @Test
    void joinsThePointsThatNoOtherBeats() {
        ChartSheet sheet =
                draw(Kind.PARETO, null, null, Map.of("links.loss", "0%")).get(0);

        XYSeries front = series(sheet, 0, "Pareto front");
        assertThat(front.getXData()).containsExactly(50, 120);
        assertThat(front.getYData()).containsExactly(11, 5);
        assertThatThrownBy(() -> draw(Kind.PARETO, "sent", null, Map.of()))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("neither better high nor low");
    }

    @Test
    void writesTheMeansIntoAHeatMap() {
        var request = new ChartRequest(
                Kind.HEAT, "links.loss", List.of("network"), "convergence_optimal_s", null, null, Map.of(), null, true);
        ChartSheet sheet = RequestedCharts.sheets(sweep(), request, null).get(0);

        assertThat(sheet.panels().get(1).words())
                .extracting(Panel.Word::text)
                .containsExactly("11", "13", "none", "none", "11.5", "13.5");
        assertThat(sheet.panels().get(0).rows()).isEqualTo(NETWORKS);
    }

    private static ChartData figures(Kind kind, String x, String y, Map<String, String> where) {
        return RequestedCharts.figures(sweep(), request(kind, x, y, where), null)
                .get(0);
    }

    @Test
    void givesTheFiguresOfAPictureWithTheRunsBehindThem() {
        ChartData line = figures(Kind.LINE, "links.loss", "convergence_optimal_s", Map.of());
        assertThat(line.panels())
                .extracting(ChartData.Part::title)
                .containsExactly("network: abilene", "network: geant");
        assertThat(line.x()).isEqualTo(new ChartData.Axis("links.loss (%)", List.of(), -0.8, 20.8, false));
        assertThat(line.y().min()).isZero();
        List<ChartData.Mark> vector = line.panels().get(1).marks().stream()
                .filter(mark -> line.lines().get(mark.line()).name().equals("distance-vector"))
                .toList();
        assertThat(vector).extracting(ChartData.Mark::x).containsExactly(0.0, 5.0, 20.0);
        assertThat(vector).extracting(ChartData.Mark::y).containsExactly(13.0, 13.5, Double.NaN);
        assertThat(vector.get(1).figures().subList(2, 4))
                .as("runs with a value, runs")
                .containsExactly(2.0, 3.0);
        assertThat(vector.get(0).origin()).isEqualTo(new ChartData.Origin("", "distance-vector", -1));

        ChartData box = figures(Kind.BOX, "network", "convergence_optimal_s", Map.of("links.loss", "0%"));
        List<ChartData.Mark> first = box.panels().get(0).marks().subList(0, 4);
        assertThat(first.get(0).figures()).containsExactly(4.0, 4.5, 5.0, 5.5, 6.0);
        assertThat(first.subList(1, 4)).extracting(ChartData.Mark::y).containsExactly(4.0, 5.0, 6.0);
        assertThat(first.get(2).origin()).isEqualTo(new ChartData.Origin("", "source-routing", 1));
    }

    @Test
    void givesTheFiguresOfDistributionsFrontsAndMaps() {
        ChartData ecdf =
                figures(Kind.ECDF, "convergence_optimal_s", null, Map.of("links.loss", "5%", "network", "geant"));
        assertThat(ecdf.panels().get(0).marks().stream().filter(mark -> mark.line() == 1))
                .extracting(ChartData.Mark::x, ChartData.Mark::y)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(13.0, 100 / 3.0),
                        org.assertj.core.groups.Tuple.tuple(14.0, 200 / 3.0));
        ChartData pareto = figures(Kind.PARETO, null, null, Map.of("links.loss", "0%"));
        assertThat(pareto.panels().get(0).marks().stream()
                        .filter(mark -> mark.figures().get(0) == 1))
                .extracting(ChartData.Mark::y)
                .containsExactlyInAnyOrder(5.0, 11.0);
        var request = new ChartRequest(
                Kind.HEAT, "links.loss", List.of("network"), "convergence_optimal_s", null, null, Map.of(), null, true);
        ChartData heat = RequestedCharts.figures(sweep(), request, null).get(0);
        assertThat(heat.panels().get(1).marks())
                .extracting(mark -> mark.figures().get(0))
                .containsExactly(11.0, 13.0, Double.NaN, Double.NaN, 11.5, 13.5)
                .as("in the order of the picture's words");
    }

    @Test
    void throwsNoRunsTogetherUnsaid() {
        var pooled = new ChartRequest(
                Kind.BOX, "protocol", List.of("hops_mean"), null, "protocol", null, Map.of(), null, true);
        assertThatThrownBy(() -> RequestedCharts.sheets(sweep(), pooled, null))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("differ by network, links.loss")
                .hasMessageContaining("--where network=abilene");
    }

    @Test
    void refusesWordsThatNameNothing() {
        assertThatThrownBy(() -> draw(null, "link.loss", null, Map.of()))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("--x link.loss")
                .hasMessageContaining("did you mean 'links.loss'?");
        assertThatThrownBy(() -> draw(Kind.LINE, null, "hop_mean", Map.of()))
                .hasMessageContaining("did you mean 'hops_mean'?");
        assertThatThrownBy(() -> draw(Kind.LINE, null, null, Map.of("network", "geantt")))
                .hasMessageContaining("did you mean 'geant'?");
        assertThatThrownBy(() -> draw(Kind.LINE, null, null, Map.of("net", "geant")))
                .hasMessageContaining("--where net");
        assertThatThrownBy(() -> draw(Kind.TIME, null, null, Map.of())).hasMessageContaining("no time series");
        assertThatThrownBy(() -> RequestedCharts.sheets(
                        sweep(), new ChartRequest(null, null, List.of(), null, null, null, Map.of(), "x", true), null))
                .hasMessageContaining("links.loss is zero in some runs");
    }

    @Test
    void drawsTheMeanOfTheRunsOverTime() {
        List<Row> rows = new ArrayList<>();
        for (int run = 1; run <= 2; run++) {
            rows.add(new Row(
                    Map.of("protocol", "source-routing"),
                    "",
                    run,
                    new double[Metric.values().length],
                    List.of(new SeriesPoint(run * 1_000_000_000L, 1, 0.5, 0.25))));
        }
        var data = new Observations("timed", List.of(new Dimension("protocol", PROTOCOLS.subList(0, 1))), rows);
        ChartSheet sheet = RequestedCharts.sheets(data, request(Kind.TIME, null, "reaching", Map.of()), null)
                .get(0);

        double[] shares = series(sheet, 0, "source-routing line").getYData();
        assertThat(Arrays.stream(shares).distinct()).containsExactly(0.0, 25.0, 50.0);
    }

    @Test
    void readsTheNumbersOfLabels() {
        assertThat(LabelNumbers.of(List.of("500ms", "2s", "1min")).values()).containsExactly(0.5, 2, 60);
        assertThat(LabelNumbers.of(List.of("0%", "5%")).unit()).isEqualTo("%");
        assertThat(LabelNumbers.of(List.of("0", "5%")).unit()).isEqualTo("%");
        assertThat(LabelNumbers.of(List.of("6", "12")).unit()).isEmpty();
        assertThat(LabelNumbers.of(List.of("6", "ring"))).isNull();
        assertThat(LabelNumbers.of(List.of("5%", "5ms"))).isNull();
        assertThat(LabelNumbers.of(List.of("-"))).isNull();
    }

    @Test
    void writesTheSamePicturesInEveryLocale(@TempDir Path folder) throws Exception {
        var request = new ChartRequest(null, null, List.of("hops_mean"), null, null, null, Map.of(), "y", true);
        List<Path> here = RequestedCharts.write(sweep(), request, folder.resolve("here"), "mine");
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            RequestedCharts.write(sweep(), request, folder.resolve("there"), "mine");
        } finally {
            Locale.setDefault(before);
        }
        assertThat(here).extracting(file -> file.getFileName().toString()).containsExactly("mine.png", "mine.svg");
        for (Path file : here) {
            assertThat(folder.resolve("there").resolve(file.getFileName())).hasSameBinaryContentAs(file);
        }
        XYChart chart = RequestedCharts.sheets(sweep(), request, null)
                .get(0)
                .panels()
                .get(0)
                .chart();
        assertThat(chart.getStyler().isYAxisLogarithmic()).isTrue();
        assertThat(Files.readString(here.get(1))).contains("<svg");
    }
}
