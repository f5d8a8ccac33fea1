package hopscope.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MetricSummaryTest {
    private static final Path VECTORS = Path.of("..", "shared", "reference", "stats-vectors.json");

    @Test
    void agreesWithTheReferenceVectors() throws IOException {
        assumeTrue(Files.exists(VECTORS), "needs the reference vectors beside the project");
        JsonNode vector =
                JsonText.parse(Files.readString(VECTORS), VECTORS.toString()).get("replication_t_ci");
        double[] samples = new double[vector.get("x").size()];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = vector.get("x").get(i).asDouble();
        }

        MetricSummary summary = MetricSummary.of(samples);

        assertThat(summary.mean()).isCloseTo(vector.get("mean").asDouble(), within(1e-12));
        assertThat(summary.sd()).isCloseTo(vector.get("sd").asDouble(), within(1e-12));
        assertThat(summary.halfWidth()).isCloseTo(vector.get("half_width_95").asDouble(), within(1e-8));
        assertThat(summary.ciLow()).isCloseTo(vector.get("ci").get(0).asDouble(), within(1e-8));
        assertThat(summary.ciHigh()).isCloseTo(vector.get("ci").get(1).asDouble(), within(1e-8));
    }

    @Test
    void knowsStudentsQuantileForTwoRuns() {
        // t(0.975, 1) = tan(0.475 π) = 12.7062…, and sd/√2 of {0, 2} is 1
        MetricSummary summary = MetricSummary.of(new double[] {0, 2});

        assertThat(summary.halfWidth()).isCloseTo(Math.tan(0.475 * Math.PI), within(1e-7));
    }

    @Test
    void countsMissingRunsAndLeavesThemOut() {
        MetricSummary summary = MetricSummary.of(new double[] {Double.NaN, 3, 1, Double.NaN});

        assertThat(summary.n()).isEqualTo(2);
        assertThat(summary.missing()).isEqualTo(2);
        assertThat(summary.runs()).isEqualTo(4);
        assertThat(summary.mean()).isEqualTo(2);
        assertThat(summary.median()).isEqualTo(2);
        assertThat(summary.min()).isEqualTo(1);
        assertThat(summary.max()).isEqualTo(3);
    }

    @Test
    void hasNoSpreadForOneRunAndNothingForNone() {
        MetricSummary one = MetricSummary.of(new double[] {5});
        assertThat(one.mean()).isEqualTo(5);
        assertThat(one.sd()).isNaN();
        assertThat(one.halfWidth()).isNaN();

        MetricSummary none = MetricSummary.of(new double[] {Double.NaN});
        assertThat(none.n()).isZero();
        assertThat(none.mean()).isNaN();
        assertThat(none.max()).isNaN();
    }

    @Test
    void takesThePercentileByNearestRank() {
        assertThat(MetricSummary.of(upTo(20)).p95()).isEqualTo(19);
        assertThat(MetricSummary.of(upTo(21)).p95()).isEqualTo(20);
        assertThat(MetricSummary.of(upTo(10)).p95()).isEqualTo(10);
        assertThat(MetricSummary.of(upTo(1)).p95()).isEqualTo(1);
    }

    private static double[] upTo(int n) {
        return IntStream.rangeClosed(1, n).asDoubleStream().toArray();
    }
}
