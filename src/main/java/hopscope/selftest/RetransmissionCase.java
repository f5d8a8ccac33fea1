package hopscope.selftest;

import hopscope.metrics.Measurements;
import hopscope.random.Keys;
import hopscope.scenario.Metric;
import hopscope.selftest.StopAndWait.Moments;
import java.util.ArrayList;
import java.util.List;

/** Reliable messages over links that lose frames: how often they are sent, arrive twice, and are given up. */
final class RetransmissionCase implements Case {
    private static final int MESSAGES = 20_000;

    /** A share is left out if fewer messages than this are expected to count: few events are not near normal. */
    private static final double EVENTS_MIN = 30;

    /** The interval is short and the traffic starts late, so that all routes are known in spite of the loss. */
    private static final String LOSSY = """
            name: retransmission
            duration: 400s
            topology: {generate: line, nodes: %1$d}
            links: {latency: 1ms, loss: %2$d%%}
            protocols: [source-routing]
            reliability: {window: 65536, timeout: 100ms, backoff: 1.5, retries: %3$d}
            traffic:
              - {from: 0, to: %4$d, start: 100s, every: 10ms, count: 20000}
            """;

    /** A path that loses frames. */
    private record Path(int links, int lossPercent, int retries) {
        String label() {
            return (links == 1 ? "1 link" : links + " links") + ", loss " + lossPercent + " %, " + retries
                    + " retries: ";
        }

        /** That a frame does not survive all its links. */
        double lossEndToEnd() {
            return 1 - StrictMath.pow(1 - lossPercent / 100.0, links);
        }
    }

    private static final List<Path> PATHS =
            List.of(new Path(1, 10, 3), new Path(1, 20, 5), new Path(1, 50, 7), new Path(5, 5, 5));

    @Override
    public Description describe() {
        return new Description(
                "retransmission",
                "Transmissions, duplicates and losses per message when frames and acknowledgements are lost.",
                "sum over all courses of stop-and-wait with a bounded number of transmissions");
    }

    @Override
    public List<Row> run(long seed) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < PATHS.size(); i++) {
            addRows(PATHS.get(i), Keys.of(seed, i), rows);
        }
        return rows;
    }

    private static void addRows(Path path, long seed, List<Row> rows) {
        Measurements measured = Trial.of(LOSSY, path.links() + 1, path.lossPercent(), path.retries(), path.links())
                .measure(seed);
        StopAndWait theory = new StopAndWait(path.lossEndToEnd(), path.retries());
        String label = path.label();
        double transmissions = MESSAGES + measured.value(Metric.RETRANSMISSIONS);
        add(label + "transmissions per message", theory.transmissions(), transmissions, rows);
        add(label + "duplicates per message", theory.duplicates(), measured.value(Metric.DUPLICATES_RECEIVED), rows);
        addShare(label + "share given up", theory.givenUp(), measured.value(Metric.GIVEN_UP), rows);
        double lost = MESSAGES - measured.value(Metric.DELIVERED);
        addShare(label + "share not delivered", theory.notDelivered(), lost, rows);
        rows.add(Row.exact(label + "messages handled twice", 0, measured.value(Metric.HANDLED_DUPLICATES)));
    }

    private static void addShare(String what, Moments theory, double total, List<Row> rows) {
        if (theory.mean() * MESSAGES >= EVENTS_MIN) {
            add(what, theory, total, rows);
        }
    }

    private static void add(String what, Moments theory, double total, List<Row> rows) {
        rows.add(Row.mean(what, theory.mean(), total / MESSAGES, theory.variance(), MESSAGES));
    }
}
