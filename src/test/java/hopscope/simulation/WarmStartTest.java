package hopscope.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import hopscope.metrics.RunMetrics;
import hopscope.metrics.Verdict;
import hopscope.protocol.message.LinkStateGossip;
import hopscope.protocol.message.Message;
import hopscope.protocol.routing.RouteView;
import hopscope.protocol.routing.linkstate.LinkStateCore;
import hopscope.scenario.LoadedScenario;
import hopscope.scenario.Protocol;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WarmStartTest {
    private static final String SCENARIO = """
            name: warm
            duration: 90s
            topology: {generate: barabasi-albert, nodes: 40, attach: 2}
            links: {latency: {distribution: uniform, min: 2ms, max: 20ms}}
            routing:
              source-routing: {interval: 1s, metric: latency}
              link-state: {interval: 1s, metric: latency}
            """;

    private static final String FAULTS = """
            faults:
              - {at: 20s, link-down: [0, 2]}
              - {at: 22s, node-down: 1}
              - {at: 30s, node-up: 1}
            """;

    /** Keeps the network, to be looked at after the run. */
    private static final class Keeper extends QuietObserver {
        private NetworkView network;

        @Override
        public void begin(NetworkView view) {
            network = view;
        }
    }

    private static NetworkView end(LoadedScenario loaded, Protocol protocol) {
        Keeper keeper = new Keeper();
        Runs.run(loaded, protocol, 3, keeper);
        return keeper.network;
    }

    private static String[] warm(Protocol protocol, String... more) {
        List<String> overrides = new ArrayList<>(List.of(more));
        overrides.add("routing." + protocol.label() + ".warm-start=enabled");
        return overrides.toArray(new String[0]);
    }

    private static void assertSameRoutes(NetworkView actual, NetworkView expected) {
        int nodes = expected.topology().nodeCount();
        for (int node = 0; node < nodes; node++) {
            RouteView routes = actual.routes(node);
            RouteView wanted = expected.routes(node);
            assertThat(routes.entryCount()).isEqualTo(wanted.entryCount());
            for (int other = 0; other < nodes; other++) {
                if (other != node) {
                    String pair = node + " to " + other;
                    assertThat(routes.via(other)).as(pair).isEqualTo(wanted.via(other));
                    assertThat(routes.distance(other)).as(pair).isEqualTo(wanted.distance(other));
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"SOURCE_ROUTING, push-pull", "SOURCE_ROUTING, flooding", "LINK_STATE, pull", "LINK_STATE, push"})
    void isWhatALongColdStartWithoutLossEndsIn(Protocol protocol, String spread) {
        String override = "routing." + protocol.label() + ".spread=" + spread;
        NetworkView cold = end(Runs.load(SCENARIO, override), protocol);
        NetworkView warm = end(Runs.load(SCENARIO, warm(protocol, override, "duration=1ns", "settle=1ns")), protocol);

        assertSameRoutes(warm, cold);
        for (int node = 0; node < cold.topology().nodeCount(); node++) {
            for (int origin = 0; origin < cold.topology().nodeCount(); origin++) {
                assertThat(((LinkStateCore) warm.routes(node)).record(origin))
                        .isEqualTo(((LinkStateCore) cold.routes(node)).record(origin));
            }
        }
    }

    @Test
    void leavesNothingToTellAsLongAsNothingHappens() {
        List<Message> told = new ArrayList<>();
        Runs.run(Runs.load(SCENARIO, warm(Protocol.SOURCE_ROUTING)), Protocol.SOURCE_ROUTING, 3, new QuietObserver() {
            @Override
            public void transmitted(long nowNanos, int node, Message message) {
                told.add(message);
            }
        });
        assertThat(told)
                .hasSizeGreaterThan(1_000)
                .allSatisfy(message ->
                        assertThat(((LinkStateGossip) message).recordCount()).isZero());
    }

    @ParameterizedTest
    @CsvSource({"SOURCE_ROUTING, push-pull", "SOURCE_ROUTING, flooding", "LINK_STATE, push-pull"})
    void comesThroughFaultsToTheRoutesOfAColdStart(Protocol protocol, String spread) {
        String override = "routing." + protocol.label() + ".spread=" + spread;
        NetworkView cold = end(Runs.load(SCENARIO + FAULTS, override), protocol);
        NetworkView warm = end(Runs.load(SCENARIO + FAULTS, warm(protocol, override)), protocol);
        assertSameRoutes(warm, cold);
    }

    @Test
    void isOptimalFromTheFirstInstantAndRenewsWhatAges() {
        LoadedScenario loaded =
                Runs.load(SCENARIO, warm(Protocol.SOURCE_ROUTING, "routing.source-routing.max-age=20s"));
        RunMetrics metrics = new RunMetrics(loaded.scenario());
        Simulation simulation = Runs.run(loaded, Protocol.SOURCE_ROUTING, 3, metrics);
        assertThat(metrics.measurements(simulation).verdict()).isEqualTo(Verdict.CORRECT);
        assertThat(metrics.optimalSinceNanos()).isZero();
    }

    @Test
    void isTheSameWithEncodedFrames() {
        LoadedScenario byReference = Runs.load(SCENARIO + FAULTS, warm(Protocol.SOURCE_ROUTING));
        LoadedScenario encoded = Runs.load(SCENARIO + FAULTS, warm(Protocol.SOURCE_ROUTING, "wire=encoded"));
        assertThat(Runs.fingerprint(encoded, Protocol.SOURCE_ROUTING, 3))
                .isEqualTo(Runs.fingerprint(byReference, Protocol.SOURCE_ROUTING, 3));
    }
}
