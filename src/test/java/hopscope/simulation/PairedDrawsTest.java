package hopscope.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import hopscope.protocol.message.DataMessage;
import hopscope.protocol.message.Message;
import hopscope.scenario.LoadedScenario;
import hopscope.scenario.Protocol;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Both protocols meet the same arrivals and faults, and what is added elsewhere changes none of them. */
class PairedDrawsTest {
    private static final String SCENARIO = """
            name: paired
            duration: 30s
            topology: {edges: [[0, 1], [1, 2], [2, 3], [3, 0], [3, 4]]}
            links: {latency: {distribution: exponential, mean: 20ms}, loss: 10%}
            reliability: {window: 65536}
            traffic:
              - {from: any, to: any, start: 1s, rate: 40/s}
              - {from: 0, to: [2, 4], start: 2s, rate: 10/s, count: 100}
              - {from: each, to: 1, start: 3s, every: 500ms, count: 20}
            faults:
              - {at: 10s, link-down: [0, 1]}
              - {at: 12s, node-down: 4}
              - {at: 20s, link-up: [0, 1]}
              - {at: 21s, node-up: 4}
            """;

    /** What comes from outside, not from the protocols. */
    private static final class OutsideWorld extends QuietObserver {
        private final List<String> events = new ArrayList<>();

        @Override
        public void disturbed(long nowNanos) {
            events.add(nowNanos + " fault");
        }

        @Override
        public void linkChanged(long nowNanos, int link, boolean live) {
            events.add(nowNanos + " link " + link + " " + live);
        }

        @Override
        public void nodeChanged(long nowNanos, int node, boolean up) {
            events.add(nowNanos + " node " + node + " " + up);
        }

        @Override
        public void accepted(long nowNanos, int node, long id, int destination) {
            events.add(nowNanos + " message " + node + " → " + destination);
        }
    }

    private static List<String> outsideWorld(LoadedScenario loaded, Protocol protocol, long seed) {
        OutsideWorld world = new OutsideWorld();
        Runs.run(loaded, protocol, seed, world);
        return world.events;
    }

    @Test
    void meetTheSameArrivalsAndFaultsUnderBothProtocols() {
        LoadedScenario loaded = Runs.load(SCENARIO);
        for (long seed = 1; seed <= 5; seed++) {
            List<String> one = outsideWorld(loaded, Protocol.SOURCE_ROUTING, seed);
            assertThat(one).hasSizeGreaterThan(1_000);
            assertThat(outsideWorld(loaded, Protocol.DISTANCE_VECTOR, seed)).isEqualTo(one);
            assertThat(outsideWorld(loaded, Protocol.SOURCE_ROUTING, seed + 100))
                    .isNotEqualTo(one);
        }
    }

    @Test
    void meetTheSameArrivalsWhenALinkOrASettingIsAdded() {
        List<String> before = outsideWorld(Runs.load(SCENARIO), Protocol.DISTANCE_VECTOR, 3);
        String widened = SCENARIO.replace("[3, 4]]", "[3, 4], [0, 2], [1, 4]]");
        List<String> after = outsideWorld(Runs.load(widened, "links.loss=0%"), Protocol.DISTANCE_VECTOR, 3);
        assertThat(messages(after)).isEqualTo(messages(before)).hasSizeGreaterThan(1_000);
    }

    @Test
    void meetTheSameArrivalsOfAFlowWhenANodeOrAFlowIsAdded() {
        LoadedScenario small = Runs.load(SCENARIO);
        LoadedScenario large = Runs.load(SCENARIO.replace("[3, 4]]", "[3, 4], [4, 5]]")
                .replace("count: 20}", "count: 20}\n  - {from: 5, to: any, rate: 3/s}"));
        TrafficPlan before = new TrafficPlan(small.scenario(), small.topology(), 9);
        TrafficPlan after = new TrafficPlan(large.scenario(), large.topology(), 9);
        // Flow 0 draws among all nodes, one more now, but at the same times; 1 and 2 go from 0 to 2 and 4.
        assertThat(times(after.flow(0))).isEqualTo(times(before.flow(0))).hasSizeGreaterThan(500);
        assertThat(times(after.flow(1))).isEqualTo(times(before.flow(1))).hasSize(100);
        assertThat(times(after.flow(2))).isEqualTo(times(before.flow(2))).hasSize(100);
        assertThat(times(new TrafficPlan(large.scenario(), large.topology(), 9).flow(1)))
                .isNotEqualTo(times(new TrafficPlan(large.scenario(), large.topology(), 9).flow(2)));
    }

    private static List<String> messages(List<String> events) {
        return events.stream().filter(event -> event.contains("message")).toList();
    }

    private static List<Long> times(TrafficPlan.Flow flow) {
        List<Long> times = new ArrayList<>();
        while (flow.nextNanos() != TrafficPlan.Flow.OVER) {
            times.add(flow.nextNanos());
            flow.advance();
        }
        return times;
    }

    /** A frame that is on a link when it is cut is lost, even if the link is whole again before it would arrive. */
    @Test
    void loseFramesInFlightOnACutLink() {
        LoadedScenario loaded = Runs.load("""
                name: in-flight
                duration: 30s
                topology: {edges: [[0, 1]]}
                links: {latency: 2s}
                reliability: {timeout: 20s, retries: 0}
                traffic:
                  - {from: 0, to: 1, start: 9s, every: 200ms, count: 12}
                faults:
                  - {at: 10s, link-down: [0, 1]}
                  - {at: 10100ms, link-up: [0, 1]}
                """);
        for (Protocol protocol : Protocol.values()) {
            List<Long> sent = new ArrayList<>();
            List<Long> delivered = new ArrayList<>();
            long[] beforeSession = new long[1];
            Runs.run(loaded, protocol, 1, new QuietObserver() {
                private NetworkView network;

                @Override
                public void begin(NetworkView view) {
                    network = view;
                }

                @Override
                public void end(long nowNanos) {
                    beforeSession[0] = network.counters(1).framesBeforeSession();
                }

                @Override
                public void transmitted(long nowNanos, int node, Message message) {
                    if (message instanceof DataMessage) {
                        sent.add(nowNanos);
                    }
                }

                @Override
                public void delivered(long nowNanos, int node, int source, long id, int hops) {
                    delivered.add(nowNanos);
                }
            });
            // Five or six leave before the cut and take two seconds; afterwards the handshake takes four.
            assertThat(sent).hasSizeGreaterThanOrEqualTo(5);
            assertThat(delivered).isEmpty();
            // Had one of them arrived, it would have come before that handshake was over.
            assertThat(beforeSession[0]).isZero();
        }
    }

    @Test
    void deliverFramesInFlightWhenAnotherLinkIsCut() {
        LoadedScenario loaded = Runs.load("""
                name: elsewhere
                duration: 30s
                topology: {edges: [[0, 1], [1, 2]]}
                links: {latency: 2s}
                reliability: {timeout: 20s, retries: 0}
                traffic:
                  - {from: 0, to: 1, start: 9s, every: 200ms, count: 4}
                faults:
                  - {at: 10s, link-down: [1, 2]}
                """);
        for (Protocol protocol : Protocol.values()) {
            List<Long> delivered = new ArrayList<>();
            Runs.run(loaded, protocol, 1, new QuietObserver() {
                @Override
                public void delivered(long nowNanos, int node, int source, long id, int hops) {
                    delivered.add(nowNanos);
                }
            });
            assertThat(delivered).containsExactly(11_000_000_000L, 11_200_000_000L, 11_400_000_000L, 11_600_000_000L);
        }
    }
}
