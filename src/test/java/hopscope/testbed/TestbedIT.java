package hopscope.testbed;

import static org.assertj.core.api.Assertions.assertThat;

import hopscope.metrics.Measurements;
import hopscope.metrics.RunMetrics;
import hopscope.metrics.Verdict;
import hopscope.protocol.message.DataMessage;
import hopscope.protocol.message.Message;
import hopscope.scenario.LoadedScenario;
import hopscope.scenario.Metric;
import hopscope.scenario.Protocol;
import hopscope.scenario.ProtocolSpec;
import hopscope.simulation.Runs;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Nodes on real sockets, some seconds each; nothing here depends on how fast the machine is. */
class TestbedIT {
    private static final long SEED = 1;

    private static final String HEAD = """
            name: short
            duration: 6s
            topology:
              edges: [[0, 4], [0, 1], [0, 2], [1, 3], [1, 4], [2, 3], [2, 5], [3, 5]]
            links: {latency: 2ms}
            routing:
              source-routing: {interval: 150ms}
              distance-vector: {interval: 150ms}
              link-state: {interval: 150ms}
            """;

    private static Measurements run(LoadedScenario loaded, Protocol protocol, TestbedOptions options) {
        RunMetrics metrics = new RunMetrics(loaded.scenario());
        ProtocolSpec entry = ProtocolSpec.of(protocol, loaded.scenario().routing());
        TestbedRun run = new TestbedRun(loaded.scenario(), loaded.topology(), entry, SEED, metrics, options);
        run.run();
        return metrics.measurements(run.eventCount(), Testbed.NO_FINGERPRINT);
    }

    /** The payloads that were delivered, in any order; each message once, as the node's own listener hears it. */
    private static final class Payloads extends hopscope.simulation.QuietObserver {
        private final List<byte[]> sent = Collections.synchronizedList(new ArrayList<>());
        private final List<Integer> deliveredAt = Collections.synchronizedList(new ArrayList<>());

        @Override
        public void transmitted(long nowNanos, int node, Message message) {
            if (message instanceof DataMessage data) {
                sent.add(data.payload());
            }
        }

        @Override
        public void delivered(long nowNanos, int node, int source, long id, int hops) {
            assertThat(source).isEqualTo(4);
            deliveredAt.add(node);
        }
    }

    @ParameterizedTest
    @EnumSource(Protocol.class)
    void deliversOneTwoThreeFromFourToFive(Protocol protocol) {
        LoadedScenario loaded =
                Runs.load(HEAD + "traffic: [{from: 4, to: 5, start: 3s, count: 1, payload: [1, 2, 3]}]\n");
        Payloads observer = new Payloads();
        ProtocolSpec entry = ProtocolSpec.of(protocol, loaded.scenario().routing());
        new TestbedRun(loaded.scenario(), loaded.topology(), entry, SEED, observer, TestbedOptions.DEFAULT).run();
        assertThat(observer.deliveredAt).containsExactly(5);
        assertThat(observer.sent)
                .isNotEmpty()
                .allSatisfy(payload -> assertThat(payload).containsExactly(1, 2, 3));
    }

    @ParameterizedTest
    @EnumSource(Protocol.class)
    void survivesLossACutLinkAndACrash(Protocol protocol) {
        LoadedScenario loaded =
                Runs.load(HEAD.replace("6s", "9s").replace("latency: 2ms", "latency: 2ms, loss: 5%") + """
                reliability: {timeout: 100ms, backoff: 1, retries: 8, retain: 20s}
                traffic: [{from: 4, to: 5, start: 1s, every: 20ms, count: 200}]
                faults:
                  - {at: 2s, link-down: [2, 5]}
                  - {at: 3s, node-down: 1}
                  - {at: 4s, link-up: [2, 5]}
                  - {at: 4500ms, node-up: 1}
                """);
        Measurements measured = run(loaded, protocol, TestbedOptions.DEFAULT);
        assertThat(measured.value(Metric.SENT) + measured.value(Metric.WINDOW_FULL))
                .isEqualTo(200);
        assertThat(measured.value(Metric.HANDLED_DUPLICATES)).isZero();
        assertThat(measured.value(Metric.DELIVERED)).isPositive();
        assertThat(measured.value(Metric.RETRANSMISSIONS)).isPositive();
        assertThat(measured.value(Metric.DELIVERED) + measured.value(Metric.GIVEN_UP))
                .isGreaterThanOrEqualTo(measured.value(Metric.SENT));
    }

    @Test
    void convergesOverTls() {
        LoadedScenario loaded = Runs.load(HEAD);
        Measurements measured = run(loaded, Protocol.SOURCE_ROUTING, new TestbedOptions(true, false, null));
        assertThat(measured.verdict()).isEqualTo(Verdict.CORRECT);
        assertThat(measured.value(Metric.CONVERGENCE_OPTIMAL_S)).isPositive();
        assertThat(measured.value(Metric.TABLE_ENTRIES_MEAN)).isEqualTo(6);
    }

    @Test
    void noticesALinkThatSwallowsEverything() {
        LoadedScenario loaded =
                Runs.load(HEAD.replace("6s", "8s") + "faults: [{at: 2s, link-down: [2, 5]}]\nsettle: 1s\n");
        Measurements measured = run(loaded, Protocol.SOURCE_ROUTING, new TestbedOptions(false, true, null));
        assertThat(measured.value(Metric.RECONVERGENCE_OPTIMAL_S)).isPositive();
    }

    @Test
    void runsEveryNodeInAProcessOfItsOwn() {
        LoadedScenario loaded = Runs.load(HEAD + """
                traffic: [{from: 4, to: 5, start: 3s, every: 100ms, count: 10}]
                faults: [{at: 2s, node-down: 1}]
                """);
        Measurements measured =
                run(loaded, Protocol.DISTANCE_VECTOR, new TestbedOptions(true, false, java.nio.file.Path.of(".")));
        assertThat(measured.value(Metric.SENT)).isEqualTo(10);
        assertThat(measured.value(Metric.DELIVERED)).isPositive();
        assertThat(measured.value(Metric.CONTROL_BYTES)).isPositive();
    }
}
