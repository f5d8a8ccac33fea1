package hopscope.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import hopscope.random.RandomStream;
import hopscope.scenario.Bandwidth;
import hopscope.scenario.JitterSpec;
import hopscope.scenario.LatencySpec;
import hopscope.scenario.LatencySpec.Distribution;
import hopscope.scenario.LinkSettings;
import hopscope.scenario.LossSpec;
import hopscope.scenario.QueueLimit;
import hopscope.scenario.Share;
import hopscope.scenario.Size;
import hopscope.scenario.TimeSpan;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;

/** Links against closed forms, with seeds that are fixed: each measured value lies within four standard errors. */
class LinkTheoryTest {
    private static final long SEED = 20_261_122;
    private static final long MILLI = 1_000_000;
    private static final int FRAMES = 200_000;
    private static final int BATCHES = 50;

    private static final LinkSettings NOTHING = new LinkSettings(
            null, LatencySpec.constant(new TimeSpan(MILLI)), null, null, null, null, null, null, null, null);

    private static Direction direction(LinkSettings settings) {
        return new Direction(new LinkModel(settings.over(NOTHING).over(LinkSettings.DEFAULTS)), SEED);
    }

    private static LinkSettings with(
            LossSpec loss, Share duplicate, Share reorder, Share corrupt, Bandwidth bandwidth, QueueLimit queue) {
        return new LinkSettings(null, null, null, loss, duplicate, reorder, corrupt, bandwidth, queue, null);
    }

    /** z of the mean of batches, which are nearly independent where single values are not. */
    private static double z(double expected, int perBatch, DoubleSupplier values) {
        double sum = 0;
        double squares = 0;
        for (int batch = 0; batch < BATCHES; batch++) {
            double mean = 0;
            for (int i = 0; i < perBatch; i++) {
                mean += values.getAsDouble() / perBatch;
            }
            sum += mean;
            squares += mean * mean;
        }
        double mean = sum / BATCHES;
        double variance = (squares / BATCHES - mean * mean) * BATCHES / (BATCHES - 1.0);
        double error = Math.sqrt(variance / BATCHES);
        return error == 0 ? (mean == expected ? 0 : Double.POSITIVE_INFINITY) : (mean - expected) / error;
    }

    /** Waiting times of Poisson arrivals at a link of 1 Mbit/s; a frame takes 1 ms on average. */
    private static DoubleSupplier waits(double load, boolean exponentialSizes) {
        Direction direction = direction(with(null, null, null, null, new Bandwidth(1_000_000), QueueLimit.UNLIMITED));
        RandomStream random = new RandomStream(SEED + 1);
        double[] clock = {0};
        return () -> {
            clock[0] += random.nextExponential() * 1e6 / load;
            // Whole bytes: sizes are 12,500 on average so that rounding is invisible; 100 Mbit/s would make 1 ms.
            int bytes = exponentialSizes ? (int) Math.round(random.nextExponential() * 125) : 125;
            direction.transmit((long) clock[0], bytes);
            return direction.queueWaitNanos() / 1e6;
        };
    }

    /** Mean wait λ/(μ(μ−λ)) = ρ/(1−ρ) service times. */
    @Test
    void waitsAsInMM1() {
        for (double load : new double[] {0.3, 0.6, 0.8}) {
            assertThat(z(load / (1 - load), FRAMES / 10, waits(load, true)))
                    .as("load %s", load)
                    .isBetween(-4.0, 4.0);
        }
    }

    /** Pollaczek and Khinchine with a constant service time: half of it. */
    @Test
    void waitsAsInMD1() {
        for (double load : new double[] {0.3, 0.6, 0.8}) {
            assertThat(z(load / (1 - load) / 2, FRAMES / 10, waits(load, false)))
                    .as("load %s", load)
                    .isBetween(-4.0, 4.0);
        }
    }

    /** M/D/1 theory does not fit exponential frames: the test above can fail. */
    @Test
    void tellsTheTwoQueuesApart() {
        assertThat(z(0.6 / 0.4 / 2, FRAMES / 10, waits(0.6, true))).isGreaterThan(4);
    }

    private static double[] lossesAndBursts(LossSpec loss) {
        Direction direction = direction(with(loss, null, null, null, null, null));
        double lost = 0;
        double bursts = 0;
        boolean before = false;
        for (int k = 0; k < 10 * FRAMES; k++) {
            boolean gone = direction.transmit(k * 1000L, 100) == Direction.LOST;
            lost += gone ? 1 : 0;
            bursts += gone && !before ? 1 : 0;
            before = gone;
        }
        return new double[] {lost / (10 * FRAMES), lost / bursts, bursts};
    }

    /** A burst is geometric: its standard deviation is sqrt(b(b−1)). */
    @Test
    void losesTheMeanShareInBurstsOfTheMeanLength() {
        for (double burst : new double[] {1.5, 4, 20}) {
            Share mean = new Share(30_000);
            double[] found = lossesAndBursts(LossSpec.bursts(mean, burst));
            double error = Math.sqrt(burst * (burst - 1) / found[2]);
            assertThat((found[1] - burst) / error).as("burst %s", burst).isBetween(-4.0, 4.0);
            // The losses of a chain with second eigenvalue e = 1-p-r vary (1+e)/(1-e) times as much as independent
            // ones.
            LossSpec spec = LossSpec.bursts(mean, burst);
            double eigenvalue = 1 - spec.toBad() - spec.toGood();
            double spread = Math.sqrt(0.03 * 0.97 * (1 + eigenvalue) / (1 - eigenvalue) / (10.0 * FRAMES));
            assertThat((found[0] - 0.03) / spread).as("burst %s", burst).isBetween(-4.0, 4.0);
        }
    }

    @Test
    void losesInBothStatesOfTheFullChain() {
        LossSpec spec = new LossSpec(
                null, null, null, new Share(20_000), new Share(80_000), new Share(10_000), new Share(500_000));
        double mean = 0.2 * 0.5 + 0.8 * 0.01;
        assertThat(spec.meanFraction()).isCloseTo(mean, org.assertj.core.api.Assertions.within(1e-12));
        Direction direction = direction(with(spec, null, null, null, null, null));
        long[] now = {0};
        assertThat(z(mean, FRAMES / 10, () -> direction.transmit(now[0]++, 100) == Direction.LOST ? 1 : 0))
                .isBetween(-4.0, 4.0);
    }

    @Test
    void duplicatesReordersAndDamagesTheShareAskedFor() {
        Share share = new Share(70_000);
        long[] now = {0};
        Direction copying = direction(with(null, share, null, null, null, null));
        assertThat(z(0.07, 4_000, () -> {
                    copying.transmit(now[0]++, 100);
                    return copying.copyArrivalNanos() != Direction.LOST ? 1 : 0;
                }))
                .isBetween(-4.0, 4.0);
        Direction freeing = direction(with(null, null, share, null, null, null));
        assertThat(z(0.07, 4_000, () -> {
                    freeing.transmit(now[0]++, 100);
                    return freeing.isFree() ? 1 : 0;
                }))
                .isBetween(-4.0, 4.0);
        Direction damaging = direction(with(null, null, null, share, null, null));
        assertThat(z(0.07, 4_000, () -> {
                    damaging.transmit(now[0]++, 100);
                    return damaging.isDamaged() ? 1 : 0;
                }))
                .isBetween(-4.0, 4.0);
    }

    /** Of two frames d apart, both free, with exponential latencies of mean m, the second is first with ½·exp(−d/m). */
    @Test
    void letsFreeFramesOvertakeAsOftenAsTheirLatenciesSay() {
        LatencySpec latency =
                new LatencySpec(Distribution.EXPONENTIAL, null, null, null, new TimeSpan(10 * MILLI), null);
        LinkSettings settings =
                new LinkSettings(null, latency, null, null, null, new Share(1_000_000), null, null, null, null);
        Direction direction = direction(settings);
        long[] now = {0};
        assertThat(z(0.5 * Math.exp(-0.5), 4_000, () -> {
                    long first = direction.transmit(now[0], 100);
                    long second = direction.transmit(now[0] + 5 * MILLI, 100);
                    now[0] += 1_000 * MILLI;
                    return second < first ? 1 : 0;
                }))
                .isBetween(-4.0, 4.0);
    }

    /** A frame of n segments arrives if each of them does. */
    @Test
    void losesAFrameWithAnyOfItsSegments() {
        LinkSettings settings = new LinkSettings(
                null, null, null, LossSpec.independent(new Share(20_000)), null, null, null, null, null, new Size(540));
        Direction direction = direction(settings);
        long[] now = {0};
        assertThat(z(1 - Math.pow(0.98, 5), 4_000, () -> direction.transmit(now[0]++, 2_500) == Direction.LOST ? 1 : 0))
                .isBetween(-4.0, 4.0);
    }

    /** AR(1) jitter: standard deviation s and lag-1 correlation c, both as asked, whatever the other is. */
    @Test
    void keepsDeviationAndCorrelationOfTheJitter() {
        for (double correlation : new double[] {0, 0.25, 0.8}) {
            JitterSpec jitter = new JitterSpec(new TimeSpan(3 * MILLI), new Share((int) Math.round(correlation * 1e6)));
            LinkSettings settings = new LinkSettings(
                    null,
                    LatencySpec.constant(new TimeSpan(50 * MILLI)),
                    jitter,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null);
            double[] sample = latencies(direction(settings), 20_000);
            followsNormal(sample, 50, 3, correlation);
        }
    }

    private static double[] latencies(Direction direction, int count) {
        double[] sample = new double[count];
        for (int k = 0; k < count; k++) {
            long now = k * 1_000_000L * MILLI;
            sample[k] = (direction.transmit(now, 100) - now) / 1e6;
        }
        return sample;
    }

    private static void followsNormal(double[] sample, double mean, double sd, double correlation) {
        int n = sample.length;
        double inflation = (1 + correlation) / (1 - correlation);
        double sum = 0;
        double square = 0;
        double product = 0;
        for (int k = 0; k < n; k++) {
            sum += sample[k] - mean;
            square += (sample[k] - mean) * (sample[k] - mean);
            product += k == 0 ? 0 : (sample[k] - mean) * (sample[k - 1] - mean);
        }
        assertThat(sum / n / (sd * Math.sqrt(inflation / n))).isBetween(-4.0, 4.0);
        double varianceError = Math.sqrt(2.0 / n * (1 + correlation * correlation) / (1 - correlation * correlation));
        assertThat((square / n / (sd * sd) - 1) / varianceError).isBetween(-4.0, 4.0);
        // Bartlett: the lag-1 estimate of an AR(1) has the variance (1-c²)/n.
        double error = Math.sqrt((1 - correlation * correlation) / n);
        assertThat((product / square - correlation) / error).as("correlation").isBetween(-4.0, 4.0);
    }

    /** The copula: latencies keep their distribution, their normal scores have the correlation. */
    @Test
    void keepsTheDistributionOfCorrelatedLatencies() {
        LatencySpec latency = new LatencySpec(
                Distribution.LOGNORMAL,
                null,
                null,
                null,
                new TimeSpan(20 * MILLI),
                new TimeSpan(10 * MILLI),
                null,
                null,
                new Share(600_000),
                null);
        LinkSettings settings = new LinkSettings(null, latency, null, null, null, null, null, null, null, null);
        double[] sample = latencies(direction(settings), 20_000);
        double variance = Math.log(1.25);
        for (int k = 0; k < sample.length; k++) {
            sample[k] = Math.log(sample[k]);
        }
        followsNormal(sample, Math.log(20) - variance / 2, Math.sqrt(variance), 0.6);
    }
}
