package hopscope.selftest;

import hopscope.protocol.message.DataMessage;
import hopscope.protocol.message.Message;
import hopscope.protocol.wire.FrameCodec;
import hopscope.random.Keys;
import hopscope.random.RandomStream;
import hopscope.scenario.Bandwidth;
import hopscope.scenario.LatencySpec;
import hopscope.scenario.LinkSettings;
import hopscope.scenario.QueueLimit;
import hopscope.scenario.TimeSpan;
import hopscope.simulation.Direction;
import hopscope.simulation.LinkModel;
import hopscope.simulation.QuietObserver;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;

/**
 * Frames that wait for the bandwidth of a link. Waiting times of neighbours are alike, so the standard error is that of
 * the means of long batches.
 */
final class QueueCase implements Case {
    private static final int BATCHES = 100;
    private static final int FRAMES_PER_BATCH = 10_000;

    /** A frame of the mean length takes 10 ms: 100 of them a second. */
    private static final int MEAN_BYTES = 12_500;

    private static final double SERVICE_MILLIS = 10;
    private static final long BITS_PER_SECOND = 10_000_000;
    private static final double NANOS_PER_MILLI = 1e6;

    /** Waiting room of the queue that drops: with the frame in transmission, ten. */
    private static final int WAITING_MAX = 9;

    private static final double[] LOADS = {0.5, 0.8, 0.9};

    private static final String SIMULATED = """
            name: queue
            duration: 2100s
            topology: {generate: line, nodes: 2}
            links: {latency: 1ms, bandwidth: 100kbit/s, queue: unlimited}
            protocols: [distance-vector]
            routing:
              distance-vector: {interval: 24h}
            reliability: {window: 65536, timeout: 600s, retries: 0}
            traffic:
              - {from: 0, to: 1, start: 50s, rate: 80/s, count: 150000, payload: 80B}
            """;

    @Override
    public Description describe() {
        return new Description(
                "queues",
                "Mean wait for the bandwidth with Poisson arrivals, constant and exponential lengths, and the share dropped"
                        + " by a queue of ten.",
                "M/M/1, M/M/1/K and M/D/1 (Erlang 1909; Pollaczek 1930 and Khinchine 1932; Kleinrock 1975)");
    }

    @Override
    public List<Row> run(long seed) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < LOADS.length; i++) {
            double load = LOADS[i];
            double wait = load / (1 - load) * SERVICE_MILLIS;
            Arrivals exponential = new Arrivals(load, true, QueueLimit.UNLIMITED, Keys.of(seed, 2 * i));
            rows.add(Row.mean("M/M/1, load " + load + ": wait (ms)", wait, batches(exponential::nextWaitMillis)));
            Arrivals constant = new Arrivals(load, false, QueueLimit.UNLIMITED, Keys.of(seed, 2 * i + 1));
            rows.add(Row.mean("M/D/1, load " + load + ": wait (ms)", wait / 2, batches(constant::nextWaitMillis)));
        }
        double load = 0.8;
        Arrivals bounded = new Arrivals(load, true, QueueLimit.ofFrames(WAITING_MAX), Keys.of(seed, "bounded"));
        double power = StrictMath.pow(load, WAITING_MAX + 1);
        rows.add(Row.mean(
                "M/M/1/10, load 0.8: share dropped",
                (1 - load) * power / (1 - load * power),
                batches(() -> bounded.nextIsDropped() ? 1 : 0)));
        simulated(Keys.of(seed, "simulated"), rows);
        return rows;
    }

    private static Sample batches(DoubleSupplier values) {
        Sample means = new Sample();
        for (int batch = 0; batch < BATCHES; batch++) {
            double sum = 0;
            for (int i = 0; i < FRAMES_PER_BATCH; i++) {
                sum += values.getAsDouble();
            }
            means.add(sum / FRAMES_PER_BATCH);
        }
        return means;
    }

    /** The same in a whole run: messages of equal length at random times, from one node to another. */
    private static void simulated(long seed, List<Row> rows) {
        Waits waits = new Waits();
        Trial.of(SIMULATED).run(seed, waits);
        double service = waits.serviceMillis;
        double load = 80 * service / 1e3;
        rows.add(Row.mean("M/D/1 in a run, 80 messages/s: wait (ms)", load / (1 - load) / 2 * service, waits.means()));
    }

    /** Poisson arrivals at one direction of a link. */
    private static final class Arrivals {
        private final Direction direction;
        private final RandomStream random;
        private final double meanGap;
        private final boolean exponentialLengths;
        private double clock;

        Arrivals(double load, boolean exponentialLengths, QueueLimit queue, long key) {
            LatencySpec latency = LatencySpec.constant(new TimeSpan(1_000_000));
            LinkSettings settings = new LinkSettings(
                    null, latency, null, null, null, null, null, new Bandwidth(BITS_PER_SECOND), queue, null);
            this.direction = new Direction(new LinkModel(settings.over(LinkSettings.DEFAULTS)), Keys.of(key, 0));
            this.random = new RandomStream(Keys.of(key, 1));
            this.meanGap = SERVICE_MILLIS * NANOS_PER_MILLI / load;
            this.exponentialLengths = exponentialLengths;
        }

        /** Sends the next frame; lengths are rounded to bytes. */
        private void sendNext() {
            clock += random.nextExponential() * meanGap;
            double bytes = exponentialLengths ? random.nextExponential() * MEAN_BYTES : MEAN_BYTES;
            direction.transmit((long) clock, (int) (bytes + 0.5));
        }

        double nextWaitMillis() {
            sendNext();
            return direction.queueWaitNanos() / NANOS_PER_MILLI;
        }

        boolean nextIsDropped() {
            sendNext();
            return direction.isDropped();
        }
    }

    /** Measures how long messages wait before their transmission begins. */
    private static final class Waits extends QuietObserver {
        private static final double LATENCY_MILLIS = 1;
        private static final double LINK_BITS_PER_MILLI = 100;

        private final Map<Long, Long> acceptedNanos = new HashMap<>();
        private final Sample batchMeans = new Sample();
        private double serviceMillis;
        private double sum;
        private int count;

        @Override
        public void transmitted(long nowNanos, int node, Message message) {
            if (message instanceof DataMessage) {
                serviceMillis = FrameCodec.frameLengthBytes(message) * 8 / LINK_BITS_PER_MILLI;
            }
        }

        @Override
        public void accepted(long nowNanos, int node, long id, int destination) {
            acceptedNanos.put(id, nowNanos);
        }

        @Override
        public void delivered(long nowNanos, int node, int source, long id, int hops) {
            sum += (nowNanos - acceptedNanos.remove(id)) / NANOS_PER_MILLI - serviceMillis - LATENCY_MILLIS;
            count++;
            if (count % (150_000 / BATCHES) == 0) {
                batchMeans.add(sum / (150_000 / BATCHES));
                sum = 0;
            }
        }

        Sample means() {
            return batchMeans;
        }
    }
}
