package hopscope.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import hopscope.random.RandomStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScenarioWriterTest {
    @Test
    void printsEveryDefaultWithItsUnit() throws Exception {
        assertThat(ScenarioWriter.toYaml(Scenarios.load(Scenarios.SMALL).scenario()))
                .isEqualTo("""
                        name: small
                        description: ""
                        seed: 1
                        duration: 60s
                        replications: 1
                        topology:
                          generate: ring
                          nodes: 6
                        links:
                          latency:
                            distribution: constant
                            value: 10ms
                          loss: 0%
                        protocols: [source-routing, distance-vector]
                        routing:
                          hop-limit: 32
                          source-routing:
                            interval: 1s
                            fanout: 1
                            metric: hops
                            jitter: 10%
                            spread: push-pull
                            max-age: 0s
                            refresh: 0s
                            equal-cost: smallest-id
                            route-errors: enabled
                            stable-sequence: enabled
                            start: drawn
                          distance-vector:
                            interval: 1s
                            fanout: 1
                            jitter: 10%
                            start: drawn
                          distance-vector-rip:
                            interval: 1s
                            jitter: 10%
                            updates: triggered
                            infinity: 16
                            split-horizon: poisoned
                            timeout: 6s
                            garbage: 4s
                            start: drawn
                          distance-vector-feasible:
                            interval: 1s
                            jitter: 10%
                            timeout: 6s
                          link-state:
                            interval: 1s
                            fanout: 1
                            metric: hops
                            jitter: 10%
                            spread: push-pull
                            max-age: 0s
                            refresh: 0s
                            equal-cost: smallest-id
                            stable-sequence: enabled
                            start: drawn
                        reliability:
                          window: 64
                          timeout: 500ms
                          backoff: 2
                          retries: 6
                          retain: 120s
                          jitter: 10%
                        traffic: []
                        faults: []
                        expect: []
                        wire: reference
                        settle: 10s
                        """);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"null", "Null", "true", "1.0", "a b", "- x", "a: b", "#", "é", "\"", "\\", "~", "'", "ü\n\t"})
    void quotesNamesThatYamlWouldReadOtherwise(String name) throws Exception {
        EdgeSpec edge = new EdgeSpec(new NodeRef(name), new NodeRef("b"), null);
        Scenario scenario = ScenarioDraws.withTopology(ScenarioDraws.ofEdges(edge));
        assertThat(Scenarios.load(ScenarioWriter.toYaml(scenario)).scenario()).isEqualTo(scenario);
    }

    @Test
    void printsWhatLoadsAsTheSameScenario() throws Exception {
        for (long seed = 0; seed < 500; seed++) {
            Scenario scenario = new ScenarioDraws(new RandomStream(seed)).scenario();
            String text = ScenarioWriter.toYaml(scenario);
            try {
                assertThat(Scenarios.load(text).scenario()).as("seed %d", seed).isEqualTo(scenario);
            } catch (ScenarioException e) {
                throw new AssertionError("seed " + seed + ":\n" + text, e);
            }
        }
    }
}
