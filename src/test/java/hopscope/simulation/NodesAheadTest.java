package hopscope.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import hopscope.protocol.routing.RouteView;
import hopscope.scenario.LoadedScenario;
import hopscope.scenario.Protocol;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** That reading ahead changes nothing. */
class NodesAheadTest {
    /** Enough nodes for it to be done. The fingerprint is that of a program that did not do it. */
    @Test
    void leavesARunOfALargeNetworkAsItIs() {
        LoadedScenario loaded = Runs.load("""
                name: ahead
                duration: 2500ms
                topology: {generate: ring, nodes: 4200}
                links: {latency: 10ms, jitter: 5ms, loss: 2%}
                faults:
                  - {at: 1s, node-down: 7}
                  - {at: 2s, node-up: 7}
                """);
        assertThat(Runs.fingerprint(loaded, Protocol.DISTANCE_VECTOR, 1)).isEqualTo(0x9D3E8834C440D1F2L);
    }

    /** Reads what there is of all nodes after every event. */
    private static final class Reader extends QuietObserver {
        private final List<RouteView> routes = new ArrayList<>();
        private long sum;

        @Override
        public void begin(NetworkView network) {
            for (int node = 0; node < network.topology().nodeCount(); node++) {
                routes.add(network.routes(node));
            }
        }

        @Override
        public void eventDone(long nowNanos) {
            for (RouteView view : routes) {
                sum += view.touch(0) + view.touch(1) + view.touch(2) + view.likelyPeer();
            }
        }
    }

    @Test
    void changesNoNodeByReadingIt() {
        for (int seed = 0; seed < 20; seed++) {
            LoadedScenario loaded = Runs.load(RandomScenarios.text(seed, 3_000));
            for (Protocol protocol : Protocol.values()) {
                Reader reader = new Reader();
                long read = Runs.run(loaded, protocol, seed, reader).fingerprint();
                assertThat(read)
                        .as("seed %d, %s, read %d", seed, protocol.label(), reader.sum)
                        .isEqualTo(Runs.fingerprint(loaded, protocol, seed));
            }
        }
    }
}
