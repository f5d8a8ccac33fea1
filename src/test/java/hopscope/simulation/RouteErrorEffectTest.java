package hopscope.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import hopscope.metrics.Measurements;
import hopscope.metrics.RunMetrics;
import hopscope.scenario.LoadedScenario;
import hopscope.scenario.Metric;
import hopscope.scenario.Protocol;
import org.junit.jupiter.api.Test;

/** What a whole run gains by route errors: a ring is cut in the middle of a flow, and gossip is slow to tell of it. */
class RouteErrorEffectTest {
    /** From 0 to 4 the short way leads over the link that is cut, two links from the source. */
    private static final String SCENARIO = """
            name: cut-flow
            duration: 200s
            topology: {generate: ring, nodes: 10}
            links: {latency: 5ms}
            routing: {source-routing: {interval: 10s, jitter: 0%%, route-errors: %s}}
            reliability: {timeout: %s, backoff: 1, retries: %d, jitter: 0%%}
            traffic:
              - {from: 0, to: 4, start: 120s, every: 100ms, count: 60}
            faults:
              - {at: 122s, link-down: [2, 3]}
            """;

    private static Measurements run(String routeErrors, String timeout, int retries, long seed) {
        LoadedScenario loaded = Runs.load(SCENARIO.formatted(routeErrors, timeout, retries));
        RunMetrics metrics = new RunMetrics(loaded.scenario());
        return metrics.measurements(Runs.run(loaded, Protocol.SOURCE_ROUTING, seed, metrics));
    }

    @Test
    void deliversWhatWouldBeGivenUpWithoutThem() {
        for (long seed = 1; seed <= 5; seed++) {
            Measurements with = run("enabled", "500ms", 2, seed);
            Measurements without = run("disabled", "500ms", 2, seed);
            assertThat(with.value(Metric.DELIVERY_RATIO)).as("seed %d", seed).isEqualTo(1.0);
            assertThat(without.value(Metric.DELIVERY_RATIO)).as("seed %d", seed).isLessThan(0.96);
            assertThat(without.value(Metric.GIVEN_UP)).as("seed %d", seed).isGreaterThan(3);
        }
    }

    @Test
    void repairsTheRouteOfTheSourceAtTheCostOfOneErrorPerMessageUnderWay() {
        for (long seed = 1; seed <= 5; seed++) {
            Measurements with = run("enabled", "2s", 30, seed);
            Measurements without = run("disabled", "2s", 30, seed);
            // Both deliver all in the end; the one sends each lost message once more, the other until gossip comes.
            assertThat(without.value(Metric.DELIVERY_RATIO)).isEqualTo(1.0);
            assertThat(with.value(Metric.RETRANSMISSIONS)).as("seed %d", seed).isLessThanOrEqualTo(4);
            assertThat(without.value(Metric.RETRANSMISSIONS))
                    .as("seed %d", seed)
                    .isGreaterThan(20);
            assertThat(with.value(Metric.LATENCY_P95_MS)).isLessThan(150);
            assertThat(without.value(Metric.LATENCY_P95_MS)).isGreaterThan(400);
        }
    }
}
