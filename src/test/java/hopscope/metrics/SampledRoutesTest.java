package hopscope.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import hopscope.scenario.LoadedScenario;
import hopscope.scenario.Protocol;
import hopscope.simulation.NetworkView;
import hopscope.simulation.ObserverPair;
import hopscope.simulation.RandomScenarios;
import hopscope.simulation.Runs;
import org.junit.jupiter.api.Test;

class SampledRoutesTest {
    /** Feeds both ways of following all routes and compares their counts after each event. */
    private static final class BothWays extends hopscope.simulation.QuietObserver {
        private RouteTracker pairByPair;
        private SampledRoutes bySource;
        private int comparisons;
        private int wrong;
        private boolean changed;

        @Override
        public void begin(NetworkView network) {
            pairByPair = new RouteTracker(network);
            bySource = new SampledRoutes(network);
        }

        @Override
        public void linkChanged(long nowNanos, int link, boolean live) {
            pairByPair.linkChanged(link, live);
            bySource.linkChanged(link, live);
            changed = true;
        }

        @Override
        public void nodeChanged(long nowNanos, int node, boolean up) {
            pairByPair.nodeChanged(node);
            bySource.nodeChanged(node);
            changed = true;
        }

        @Override
        public void routeChanged(
                long nowNanos, int node, int destination, int oldVia, int oldDistance, int via, int distance) {
            pairByPair.routeChanged(node, destination, oldDistance, via, distance);
            bySource.routeChanged(node, destination, oldDistance, via, distance);
            changed = true;
        }

        @Override
        public void eventDone(long nowNanos) {
            if (!changed) {
                return;
            }
            changed = false;
            pairByPair.settle();
            bySource.settle();
            assertThat(figures(bySource.counts())).isEqualTo(figures(pairByPair.counts()));
            comparisons++;
            wrong += pairByPair.counts().blackHoles() > 0 ? 1 : 0;
        }

        private static long[] figures(PairCounts counts) {
            return new long[] {
                counts.viewWrong(), counts.reachWrong(), counts.optimalWrong(), counts.blackHoles(), counts.stale()
            };
        }
    }

    @Test
    void countTheSameAsPairByPairAfterEveryEvent() {
        int comparisons = 0;
        int wrong = 0;
        for (long seed = 0; seed < 80; seed++) {
            String text = seed % 2 == 0 ? RandomScenarios.text(seed, 3_000) : RandomScenarios.withSilentFaults(seed);
            LoadedScenario loaded = Runs.load(text);
            BothWays both = new BothWays();
            try {
                Runs.run(
                        loaded,
                        Protocol.SOURCE_ROUTING,
                        seed,
                        new ObserverPair(new RunMetrics(loaded.scenario()), both));
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError("seed " + seed + ":\n" + text, e);
            }
            comparisons += both.comparisons;
            wrong += both.wrong;
        }
        assertThat(comparisons).isGreaterThan(2_000);
        assertThat(wrong).isGreaterThan(100);
    }
}
