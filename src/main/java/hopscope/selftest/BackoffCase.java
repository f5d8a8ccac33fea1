package hopscope.selftest;

import hopscope.protocol.message.DataMessage;
import hopscope.protocol.message.Message;
import hopscope.random.Keys;
import hopscope.simulation.QuietObserver;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** When a message is sent again: each wait is the one before times the factor. */
final class BackoffCase implements Case {
    private static final double MILLI = 1e6;

    /** The middle of the line may not pass anything on, so that every transmission is in vain. */
    private static final String IN_VAIN = """
            name: backoff
            duration: 100s
            topology: {generate: line, nodes: 3}
            protocols: [distance-vector]
            routing: {hop-limit: 1}
            reliability: {timeout: %dms, backoff: %s, retries: %d, jitter: 0%%}
            traffic:
              - {from: 0, to: 2, start: 10s, count: 1}
            """;

    private static final String LOSSY = """
            name: backoff-delay
            duration: 600s
            topology: {generate: line, nodes: 2}
            links: {latency: %dms, loss: %d%%}
            protocols: [distance-vector]
            reliability: {window: 65536, timeout: %dms, backoff: 2, retries: %d, jitter: 0%%}
            traffic:
              - {from: 0, to: 1, start: 60s, every: 20ms, count: 20000}
            """;

    /** Settings of reliable messages. */
    private record Setting(int timeoutMillis, double backoff, int retries) {
        /** When a transmission begins after the first one, in ms; the last plus one is when the message is given up. */
        double sentMillis(int transmission) {
            double time = 0;
            double wait = timeoutMillis;
            for (int i = 0; i < transmission; i++) {
                time += wait;
                wait *= backoff;
            }
            return time;
        }
    }

    /** A link that loses frames, and what it does to the time until a message arrives. */
    private record Lossy(int latencyMillis, int lossPercent, Setting setting) {}

    private static final List<Setting> SETTINGS = List.of(new Setting(1_000, 2, 5), new Setting(1_000, 1.5, 3));
    private static final List<Lossy> LINKS =
            List.of(new Lossy(50, 10, new Setting(1_000, 2, 5)), new Lossy(40, 20, new Setting(500, 2, 5)));

    @Override
    public Description describe() {
        return new Description(
                "backoff",
                "Times of retransmission and of giving up, and the mean time until delivery over a link with loss.",
                "geometric series of waits; first success of independent trials");
    }

    @Override
    public List<Row> run(long seed) {
        List<Row> rows = new ArrayList<>();
        for (Setting setting : SETTINGS) {
            addTimes(setting, seed, rows);
        }
        for (int i = 0; i < LINKS.size(); i++) {
            addDelay(LINKS.get(i), Keys.of(seed, i), rows);
        }
        return rows;
    }

    private static void addTimes(Setting setting, long seed, List<Row> rows) {
        Transmissions sent = new Transmissions();
        Trial.of(IN_VAIN, setting.timeoutMillis(), setting.backoff(), setting.retries())
                .run(seed, sent);
        String label = "timeout " + setting.timeoutMillis() + " ms, factor " + setting.backoff() + ": ";
        rows.add(Row.exact(label + "transmissions", setting.retries() + 1.0, sent.millis.size()));
        for (int i = 1; i < sent.millis.size(); i++) {
            rows.add(Row.exact(
                    label + "retransmission " + i + " (ms)",
                    setting.sentMillis(i),
                    sent.millis.get(i) - sent.millis.get(0)));
        }
        rows.add(Row.exact(
                label + "given up (ms)",
                setting.sentMillis(setting.retries() + 1),
                sent.abandonedMillis - sent.millis.get(0)));
    }

    private static void addDelay(Lossy link, long seed, List<Row> rows) {
        Setting setting = link.setting();
        Delays delays = new Delays();
        Trial.of(LOSSY, link.latencyMillis(), link.lossPercent(), setting.timeoutMillis(), setting.retries())
                .run(seed, delays);
        double loss = link.lossPercent() / 100.0;
        double reached = 0;
        double sum = 0;
        double probability = 1 - loss;
        for (int i = 0; i <= setting.retries(); i++) {
            reached += probability;
            sum += probability * setting.sentMillis(i);
            probability *= loss;
        }
        rows.add(Row.mean(
                "loss " + link.lossPercent() + " %, timeout " + setting.timeoutMillis() + " ms: time to delivery (ms)",
                sum / reached + link.latencyMillis(),
                delays.millis));
    }

    /** Notes when node 0 sends data and when it gives up. */
    private static final class Transmissions extends QuietObserver {
        private final List<Double> millis = new ArrayList<>();
        private double abandonedMillis = Double.NaN;

        @Override
        public void transmitted(long nowNanos, int node, Message message) {
            if (node == 0 && message instanceof DataMessage) {
                millis.add(nowNanos / MILLI);
            }
        }

        @Override
        public void abandoned(long nowNanos, int node, long id) {
            abandonedMillis = nowNanos / MILLI;
        }
    }

    /** Measures the time from a node's acceptance of a message to its delivery. */
    private static final class Delays extends QuietObserver {
        private final Map<Long, Long> acceptedNanos = new HashMap<>();
        private final Sample millis = new Sample();

        @Override
        public void accepted(long nowNanos, int node, long id, int destination) {
            acceptedNanos.put(id, nowNanos);
        }

        @Override
        public void delivered(long nowNanos, int node, int source, long id, int hops) {
            millis.add((nowNanos - acceptedNanos.get(id)) / MILLI);
        }
    }
}
