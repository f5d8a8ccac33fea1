package hopscope.selftest;

import hopscope.random.Keys;
import hopscope.simulation.QuietObserver;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Messages over a link that loses frames in bursts; each is sent once, and none is gossip. */
final class BurstLossCase implements Case {
    private static final int MESSAGES = 100_000;

    private static final String BURSTS = """
            name: burst-loss
            duration: 1100s
            topology: {generate: line, nodes: 2}
            links:
              latency: 1ms
              loss: {p: %s%%, r: %s%%, good: %s%%, bad: %s%%}
            protocols: [distance-vector]
            routing:
              distance-vector: {interval: 24h}
            reliability: {window: 65536, timeout: 60s, retries: 0}
            traffic:
              - {from: 0, to: 1, start: 50s, every: 10ms, count: 100000}
            """;

    /** A chain of two states; all in per cent. */
    private record Chain(double toBad, double toGood, double lossGood, double lossBad) {
        String label() {
            return "p " + toBad + " %, r " + toGood + " %, loss " + lossGood + " and " + lossBad + " %: ";
        }

        double badShare() {
            return toBad / (toBad + toGood);
        }

        double mean() {
            return (badShare() * lossBad + (1 - badShare()) * lossGood) / 100;
        }

        /** That two frames in a row are lost. */
        double twice() {
            double afterBad = (1 - toGood / 100) * lossBad + toGood / 100 * lossGood;
            double afterGood = toBad / 100 * lossBad + (1 - toBad / 100) * lossGood;
            return (badShare() * lossBad * afterBad + (1 - badShare()) * lossGood * afterGood) / 1e4;
        }

        /** A burst ends when a lost frame is followed by one that arrives. */
        double meanBurst() {
            return mean() / (mean() - twice());
        }

        /** Variance of the mean times the number of frames: independent draws, and what their states have in common. */
        double variance() {
            double memory = 1 - (toBad + toGood) / 100;
            double states = badShare() * (1 - badShare()) * (lossBad - lossGood) * (lossBad - lossGood) / 1e4;
            return mean() * (1 - mean()) + 2 * states * memory / (1 - memory);
        }
    }

    private static final List<Chain> CHAINS =
            List.of(new Chain(1, 25, 0, 100), new Chain(5, 20, 0, 50), new Chain(2, 10, 1, 60));

    @Override
    public Description describe() {
        return new Description(
                "burst-loss",
                "Share of the frames lost by the chain of Gilbert and Elliott, and mean length of its bursts.",
                "Gilbert 1960, Elliott 1963; stationary distribution of the chain");
    }

    @Override
    public List<Row> run(long seed) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < CHAINS.size(); i++) {
            Chain chain = CHAINS.get(i);
            Losses losses = new Losses();
            Trial.of(BURSTS, chain.toBad(), chain.toGood(), chain.lossGood(), chain.lossBad())
                    .run(Keys.of(seed, i), losses);
            rows.add(Row.exact(chain.label() + "frames", MESSAGES, losses.accepted));
            rows.add(Row.mean(chain.label() + "share lost", chain.mean(), losses.share(), chain.variance(), MESSAGES));
            rows.add(Row.mean(chain.label() + "mean burst (frames)", chain.meanBurst(), losses.bursts()));
        }
        return rows;
    }

    /** Notes which of the messages arrived, in the order in which they were sent. */
    private static final class Losses extends QuietObserver {
        private final Map<Long, Integer> indexById = new HashMap<>();
        private final BitSet arrived = new BitSet();
        private int accepted;

        @Override
        public void accepted(long nowNanos, int node, long id, int destination) {
            indexById.put(id, accepted++);
        }

        @Override
        public void delivered(long nowNanos, int node, int source, long id, int hops) {
            arrived.set(indexById.get(id));
        }

        double share() {
            return 1 - (double) arrived.cardinality() / accepted;
        }

        Sample bursts() {
            Sample bursts = new Sample();
            int from = arrived.nextClearBit(0);
            while (from < accepted) {
                int to = arrived.nextSetBit(from);
                if (to < 0) {
                    break;
                }
                bursts.add(to - from);
                from = arrived.nextClearBit(to);
            }
            return bursts;
        }
    }
}
