package hopscope.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import hopscope.random.Keys;
import hopscope.random.RandomStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Cutting the warm-up off and batch means: against given vectors, and on processes whose mean is known. */
class OutputAnalysisTest {
    private static final Path VECTORS = Path.of("..", "shared", "reference", "stats-vectors.json");
    private static final int RUNS = 400;

    private static JsonNode vectors(String name) throws IOException {
        assumeTrue(Files.exists(VECTORS), "the reference vectors are not here: " + VECTORS);
        return new ObjectMapper().readTree(Files.readString(VECTORS)).required(name);
    }

    private static double[] series() throws IOException {
        JsonNode array = vectors("mser5").get("series");
        double[] numbers = new double[array.size()];
        Arrays.setAll(numbers, i -> array.get(i).asDouble());
        return numbers;
    }

    @Test
    void cutsWhereTheReferenceCuts() throws IOException {
        Mser5 rule = Mser5.of(series());

        assertThat(rule.cut())
                .isEqualTo(vectors("mser5").get("truncate_first_observations").asInt());
        assertThat(rule.isSettled()).isTrue();
    }

    @Test
    void agreesWithTheReferenceOnBatchMeans() throws IOException {
        JsonNode vector = vectors("batch_means");
        double[] kept = Arrays.copyOfRange(series(), Mser5.of(series()).cut(), series().length);

        BatchMeans means = BatchMeans.of(kept, vector.get("batches").asInt());

        assertThat(means.batchSize()).isEqualTo(vector.get("batch_size").asInt());
        assertThat(means.mean()).isCloseTo(vector.get("mean").asDouble(), within(1e-9));
        assertThat(means.halfWidth()).isCloseTo(vector.get("half_width_95").asDouble(), within(1e-9));
    }

    @Test
    void cutsNothingOffASeriesThatNeverChanges() {
        double[] flat = new double[200];
        Arrays.fill(flat, 3);

        assertThat(Mser5.of(flat)).isEqualTo(new Mser5(0, true));
    }

    @Test
    void saysThatASeriesWhichOnlyGrowsHasNotSettled() {
        double[] growing = new double[500];
        Arrays.setAll(growing, i -> i);

        assertThat(Mser5.of(growing).isSettled()).isFalse();
        assertThat(Mser5.of(new double[49]).isSettled()).as("too few to tell").isFalse();
    }

    /** An autoregressive process, started far from its mean of 5. */
    private static double[] autoregressive(RandomStream random, double phi, double start, int length) {
        double[] series = new double[length];
        double value = start - 5;
        for (int i = 0; i < length; i++) {
            value = phi * value + random.nextGaussian();
            series[i] = 5 + value;
        }
        return series;
    }

    @Test
    void findsTheEndOfATransientOfKnownLength() {
        RandomStream random = new RandomStream(Keys.of(1, "transient"));
        double[] cuts = new double[RUNS];
        double biasBefore = 0;
        double biasAfter = 0;
        for (int run = 0; run < RUNS; run++) {
            // 100 · 0.98^n is below the noise, whose deviation is 5, after some 150 observations.
            double[] series = autoregressive(random, 0.98, 105, 10_000);
            Mser5 rule = Mser5.of(series);
            assertThat(rule.isSettled()).as("run %d", run).isTrue();
            cuts[run] = rule.cut();
            biasBefore += Arrays.stream(series).average().orElseThrow() - 5;
            biasAfter +=
                    Arrays.stream(series, rule.cut(), series.length).average().orElseThrow() - 5;
        }
        Arrays.sort(cuts);
        assertThat(cuts[RUNS / 2]).isBetween(80.0, 400.0);
        assertThat(biasBefore / RUNS).isGreaterThan(0.4);
        assertThat(Math.abs(biasAfter / RUNS)).isLessThan(0.1);
    }

    @Test
    void coversTheMeanOfADependentSeriesWhereSeparateObservationsWouldNot() {
        RandomStream random = new RandomStream(Keys.of(1, "coverage"));
        int covered = 0;
        int coveredNaively = 0;
        for (int run = 0; run < RUNS; run++) {
            double[] series = autoregressive(random, 0.9, 5, 20_000);
            covered += covers(BatchMeans.of(series, 20), 5) ? 1 : 0;
            coveredNaively += covers(BatchMeans.of(series, 20_000), 5) ? 1 : 0;
        }
        // 380 expected; the standard deviation of the count is 4.4.
        assertThat(covered).isBetween(362, 398);
        assertThat(coveredNaively).isLessThan(300);
    }

    private static boolean covers(BatchMeans means, double mean) {
        return Math.abs(means.mean() - mean) <= means.halfWidth();
    }

    /** Waiting times of M/M/1 by Lindley's recursion; the mean wait at load 0.5 and mean service 1 is 1. */
    @Test
    void coversTheMeanWaitOfAQueue() {
        RandomStream random = new RandomStream(Keys.of(1, "queue"));
        int covered = 0;
        for (int run = 0; run < RUNS; run++) {
            double[] waits = new double[40_000];
            double wait = 0;
            for (int i = 0; i < waits.length; i++) {
                waits[i] = wait;
                wait = Math.max(0, wait + random.nextExponential() - 2 * random.nextExponential());
            }
            covered += covers(BatchMeans.of(waits, 20), 1) ? 1 : 0;
        }
        assertThat(covered).isBetween(360, 398);
    }

    @Test
    void noticesBatchesThatDependOnEachOther() {
        RandomStream random = new RandomStream(Keys.of(1, "dependence"));
        int falseAlarms = 0;
        int caught = 0;
        for (int run = 0; run < RUNS; run++) {
            double[] independent = new double[2_000];
            Arrays.setAll(independent, i -> random.nextGaussian());
            falseAlarms += BatchMeans.of(independent, 20).pIndependent() < 0.05 ? 1 : 0;
            double[] series = autoregressive(random, 0.995, 5, 2_000);
            caught += BatchMeans.of(series, 20).pIndependent() < 0.05 ? 1 : 0;
        }
        assertThat(falseAlarms).as("of %d, 5 %% expected", RUNS).isBetween(6, 36);
        assertThat(caught).isGreaterThan(RUNS * 3 / 4);
    }

    @Test
    void leavesOutWhatFillsNoBatchAtTheBeginning() {
        BatchMeans means = BatchMeans.of(new double[] {100, 1, 3, 5, 7}, 2);

        assertThat(means.means()).containsExactly(2, 6);
        assertThat(BatchMeans.of(new double[3], 4)).isNull();
    }
}
