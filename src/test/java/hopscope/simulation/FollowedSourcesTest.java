package hopscope.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import hopscope.metrics.RunMetrics;
import hopscope.protocol.message.Message;
import hopscope.scenario.LoadedScenario;
import hopscope.scenario.Metric;
import hopscope.scenario.Protocol;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FollowedSourcesTest {
    private static final String FEW = "routing.source-routing.followed-sources=";

    /** Everything that happens but what is told of routes. */
    private static final class Course extends QuietObserver {
        private final List<String> events = new ArrayList<>();
        private final List<Integer> followed = new ArrayList<>();

        @Override
        public void begin(NetworkView network) {
            for (int node = 0; node < network.topology().nodeCount(); node++) {
                if (network.isFollowed(node)) {
                    followed.add(node);
                }
            }
        }

        @Override
        public void routeChanged(
                long nowNanos, int node, int destination, int oldVia, int oldDistance, int via, int distance) {
            assertThat(followed).contains(node);
        }

        @Override
        public void transmitted(long nowNanos, int node, Message message) {
            events.add(nowNanos + " " + node + " sends " + message.type() + " " + message.bodyLengthBytes());
        }

        @Override
        public void accepted(long nowNanos, int node, long id, int destination) {
            events.add(nowNanos + " " + node + " accepts " + id + " for " + destination);
        }

        @Override
        public void delivered(long nowNanos, int node, int source, long id, int hops) {
            events.add(nowNanos + " " + node + " gets " + id + " over " + hops);
        }

        @Override
        public void abandoned(long nowNanos, int node, long id) {
            events.add(nowNanos + " " + node + " gives up " + id);
        }
    }

    private static Course course(LoadedScenario loaded, long seed) {
        Course course = new Course();
        Runs.run(loaded, Protocol.SOURCE_ROUTING, seed, course);
        return course;
    }

    @Test
    void takeTheSameCourseWhetherRoutesAreKeptOrSought() {
        int delivered = 0;
        for (long seed = 0; seed < 60; seed++) {
            String text = seed % 2 == 0 ? RandomScenarios.text(seed, 9_000) : RandomScenarios.withSilentFaults(seed);
            String perMessage = "routing.source-routing.equal-cost=" + (seed % 3 == 0 ? "per-message" : "smallest-id");
            Course all = course(Runs.load(text, perMessage), seed);
            Course one = course(Runs.load(text, perMessage, FEW + 1), seed);
            assertThat(one.events).as("seed %d%n%s", seed, text).isEqualTo(all.events);
            assertThat(one.followed).hasSize(1);
            delivered +=
                    (int) all.events.stream().filter(e -> e.contains("gets")).count();
        }
        assertThat(delivered).isGreaterThan(1_000);
    }

    @Test
    void areDrawnBySeedAndAreAllIfThereAreNotMore() {
        String text = """
                name: drawn
                duration: 1s
                topology: {generate: ring, nodes: 50}
                """;
        List<Integer> first = course(Runs.load(text, FEW + 10), 1).followed;
        assertThat(first).hasSize(10);
        assertThat(course(Runs.load(text, FEW + 10), 1).followed).isEqualTo(first);
        assertThat(course(Runs.load(text, FEW + 10), 2).followed).isNotEqualTo(first);
        assertThat(course(Runs.load(text, FEW + 50), 1).followed).hasSize(50);
        assertThat(course(Runs.load(text, FEW + 1000), 1).followed).hasSize(50);
        assertThat(course(Runs.load(text), 1).followed).hasSize(50);
    }

    @Test
    void areAnnouncedWhereNobodyAskedForThem() {
        String text = """
                name: large
                duration: 1s
                protocols: [distance-vector, source-routing]
                topology: {generate: ring, nodes: 20001}
                """;
        assertThat(Runs.load(text).warnings())
                .singleElement()
                .satisfies(warning -> assertThat(warning.toString())
                        .startsWith("test.yaml:3:30: of 20,001 nodes the routes of 256,"));
        assertThat(Runs.load(text, FEW + 300).warnings()).isEmpty();
        assertThat(Runs.load(text, "topology.nodes=20000").warnings()).isEmpty();
    }

    @Test
    void estimateTheConvergenceOfAll() {
        String text = """
                name: estimate
                duration: 60s
                topology: {generate: barabasi-albert, nodes: 60, attach: 2}
                faults: [{at: 40s, link-down: [0, 2]}]
                """;
        double all = blackHolePairSeconds(Runs.load(text)) / (60 * 59);
        double half = blackHolePairSeconds(Runs.load(text, FEW + 30)) / (30 * 59);
        assertThat(all).isPositive();
        assertThat(half).isBetween(all / 2, all * 2);
    }

    private static double blackHolePairSeconds(LoadedScenario loaded) {
        RunMetrics metrics = new RunMetrics(loaded.scenario());
        Simulation simulation = Runs.run(loaded, Protocol.SOURCE_ROUTING, 1, metrics);
        return metrics.measurements(simulation).value(Metric.BLACK_HOLE_PAIR_SECONDS);
    }
}
