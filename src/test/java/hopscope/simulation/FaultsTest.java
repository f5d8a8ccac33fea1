package hopscope.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import hopscope.metrics.FaultOutcome;
import hopscope.metrics.Measurements;
import hopscope.metrics.RunMetrics;
import hopscope.metrics.Verdict;
import hopscope.protocol.message.Message;
import hopscope.protocol.reliability.SnowflakeIds;
import hopscope.scenario.LoadedScenario;
import hopscope.scenario.Metric;
import hopscope.scenario.Protocol;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What each kind of fault does to a run. */
class FaultsTest {
    private static final String SQUARE = """
            name: square
            duration: 100s
            topology: {generate: ring, nodes: 4}
            links: {latency: 5ms}
            session: {keepalive: 500ms, dead-after: 2s}
            """;

    /** Strikes and changes of links and nodes, by second and what. */
    private static final class Course extends QuietObserver {
        private final List<String> strikes = new ArrayList<>();
        private final List<String> changes = new ArrayList<>();
        private final List<Long> ids = new ArrayList<>();

        @Override
        public void struck(long nowNanos, FaultStrike strike) {
            strikes.add(nowNanos / 1_000_000 + " " + strike.fault() + "." + strike.occurrence() + " " + strike.kind()
                    + " " + strike.status().label());
        }

        @Override
        public void linkChanged(long nowNanos, int link, boolean live) {
            changes.add(nowNanos / 1_000_000 + " link " + link + " " + live);
        }

        @Override
        public void nodeChanged(long nowNanos, int node, boolean up) {
            changes.add(nowNanos / 1_000_000 + " node " + node + " " + up);
        }

        @Override
        public void accepted(long nowNanos, int node, long id, int destination) {
            ids.add(id);
        }
    }

    private static Course course(String text, Protocol protocol, long seed) {
        Course course = new Course();
        Runs.run(Runs.load(text), protocol, seed, course);
        return course;
    }

    private static Measurements measure(String text, Protocol protocol) {
        LoadedScenario loaded = Runs.load(text);
        RunMetrics metrics = new RunMetrics(loaded.scenario());
        return metrics.measurements(Runs.run(loaded, protocol, 1, metrics));
    }

    @Test
    void findsASilentCutByKeepaliveAndComesBackByItself() {
        Measurements measured = measure(SQUARE + """
                faults:
                  - {at: 30s, link-down: [0, 1], silent: true}
                  - {at: 60s, link-up: [0, 1]}
                """, Protocol.SOURCE_ROUTING);
        FaultOutcome cut = measured.faults().get(0);
        // The last frame came less than a keepalive before the cut, so the session ends 1.5 s to 2 s after it.
        assertThat(cut.value(Metric.RECONVERGENCE_OPTIMAL_S)).isBetween(1.5, 20.0);
        assertThat(cut.value(Metric.STALE_ROUTE_PAIR_SECONDS)).isGreaterThan(2 * 1.4);
        assertThat(cut.verdict()).isEqualTo(Verdict.CORRECT);
        assertThat(cut.periodNanos()).isEqualTo(30_000_000_000L);
        // HELLO is repeated every 4 s at most.
        FaultOutcome repair = measured.faults().get(1);
        assertThat(repair.value(Metric.RECONVERGENCE_OPTIMAL_S)).isBetween(0.005, 25.0);
        assertThat(measured.verdict()).isEqualTo(Verdict.CORRECT);
    }

    @Test
    void losesASessionAtBothEndsWhenOneDirectionIsDeaf() {
        String oneWay = SQUARE + """
                faults:
                  - {at: 30s, partition: [[0]], one-way: true}
                  - {at: 60s, heal: [[0]]}
                """;
        Course course = course(oneWay, Protocol.SOURCE_ROUTING, 1);
        // Both links of node 0 carry one way only, so neither is live.
        assertThat(course.changes)
                .containsExactly("30000 link 0 false", "30000 link 1 false", "60000 link 0 true", "60000 link 1 true");
        Measurements measured = measure(oneWay, Protocol.SOURCE_ROUTING);
        assertThat(measured.faults().get(1).value(Metric.RECONVERGENCE_OPTIMAL_S))
                .isBetween(0.005, 25.0);
        assertThat(measured.verdict()).isEqualTo(Verdict.CORRECT);
    }

    @Test
    void keepsTheTablesOfANodeThatFreezes() {
        String text = SQUARE + """
                faults:
                  - {at: 30s, node-down: 2%s}
                  - {at: 31s, node-up: 2}
                """;
        int[] entries = new int[2];
        for (int kept = 0; kept < 2; kept++) {
            int which = kept;
            QuietObserver looks = new QuietObserver() {
                private NetworkView network;

                @Override
                public void begin(NetworkView view) {
                    network = view;
                }

                @Override
                public void nodeChanged(long nowNanos, int node, boolean up) {
                    assertThat(network.keepsState(node)).isEqualTo(!up && which == 1);
                    if (up) {
                        entries[which] = network.routes(node).entryCount();
                    }
                }
            };
            Runs.run(Runs.load(text.formatted(kept == 1 ? ", state: kept" : "")), Protocol.SOURCE_ROUTING, 1, looks);
        }
        assertThat(entries[0]).isLessThanOrEqualTo(1);
        assertThat(entries[1]).isEqualTo(4);
    }

    @Test
    void goesOnWithTheWindowAndTheMemoryOfANodeThatFreezes() {
        Measurements measured = measure(SQUARE + """
                reliability: {retries: 10}
                traffic:
                  - {from: 0, to: 2, start: 29s, every: 50ms, count: 30}
                faults:
                  - {at: 30s, node-down: 2, state: kept, silent: true}
                  - {at: 33s, node-up: 2}
                  - {at: 50s, node-down: 0, state: kept}
                  - {at: 55s, node-up: 0}
                """, Protocol.SOURCE_ROUTING);
        assertThat(measured.value(Metric.DELIVERY_RATIO)).isEqualTo(1.0);
        assertThat(measured.value(Metric.GIVEN_UP)).isZero();
        assertThat(measured.value(Metric.HANDLED_DUPLICATES)).isZero();
        assertThat(measured.verdict()).isEqualTo(Verdict.CORRECT);
    }

    @Test
    void recoversFromAPowerCutThatNobodySaw() {
        for (Protocol protocol : List.of(Protocol.SOURCE_ROUTING)) {
            // Back before anybody can have noticed, and long after.
            for (String back : List.of("30100ms", "31s", "50s")) {
                Measurements measured = measure(SQUARE + """
                        faults:
                          - {at: 30s, node-down: 2, silent: true}
                          - {at: %s, node-up: 2}
                        """.formatted(back), protocol);
                assertThat(measured.verdict()).as(back).isEqualTo(Verdict.CORRECT);
            }
        }
    }

    @Test
    void forgetsANodeThatSaysGoodbyeBeforeAnybodyCouldMissIt() {
        String text = SQUARE + """
                faults:
                  - {at: 30s, node-down: 2, silent: true%s}
                """;
        Measurements mute = measure(text.formatted(""), Protocol.SOURCE_ROUTING);
        Measurements polite = measure(text.formatted(", grace: 1s"), Protocol.SOURCE_ROUTING);
        assertThat(polite.faults()).extracting(fault -> fault.strike().kind()).containsExactly("leave", "node-down");
        assertThat(polite.faults().get(1).timeNanos()).isEqualTo(31_000_000_000L);
        // Keepalive finds the mute one after 1.5 s to 2 s; its two neighbours and the node behind them route to it
        // until then.
        assertThat(mute.faults().get(0).value(Metric.STALE_ROUTE_PAIR_SECONDS)).isGreaterThan(2 * 1.4);
        assertThat(polite.faults().get(1).value(Metric.STALE_ROUTE_PAIR_SECONDS))
                .isLessThan(0.5);
        assertThat(polite.verdict()).isEqualTo(Verdict.CORRECT);
    }

    @Test
    void takesNoMessagesOfANodeThatLeavesAndStartsItAgain() {
        Course course = course(SQUARE + """
                traffic:
                  - {from: 2, to: 0, start: 20s, every: 100ms, count: 400}
                faults:
                  - {at: 30s, node-down: 2, grace: 2s}
                  - {at: 40s, node-up: 2}
                """, Protocol.SOURCE_ROUTING, 1);
        assertThat(course.strikes)
                .containsExactly("30000 1.1 leave struck", "32000 1.2 node-down struck", "40000 2.1 node-up struck");
        assertThat(course.changes).contains("32000 node 2 false", "40000 node 2 true");
        assertThat(course.ids).hasSize(300);
    }

    @Test
    void leavesAtTheEndOfASessionAndIsAwayForItsDowntimeAfterThat() {
        String text = SQUARE + """
                faults:
                  - at: 10s%s
                    churn:
                      nodes: [2]
                      session: {distribution: exponential, mean: 10s}
                      downtime: {distribution: exponential, mean: 4s}
                """;
        List<Long> abrupt = times(course(text.formatted(""), Protocol.SOURCE_ROUTING, 3));
        List<Long> polite = times(course(text.formatted("\n    grace: 500ms"), Protocol.SOURCE_ROUTING, 3));
        assertThat(polite.subList(0, 3)).containsExactly(abrupt.get(0), abrupt.get(0) + 500, abrupt.get(1) + 500);
    }

    private static List<Long> times(Course course) {
        return course.strikes.stream()
                .map(strike -> Long.parseLong(strike.split(" ")[0]))
                .toList();
    }

    @Test
    void flapsAsOftenAndAsLongAsSaid() {
        Course course = course(SQUARE + """
                faults:
                  - {at: 10s, flap: {link: [0, 1], period: 10s, duty: 30%, until: 32s}}
                """, Protocol.DISTANCE_VECTOR, 1);
        assertThat(course.strikes)
                .containsExactly(
                        "10000 1.1 link-down struck",
                        "13000 1.2 link-up struck",
                        "20000 1.3 link-down struck",
                        "23000 1.4 link-up struck",
                        "30000 1.5 link-down struck",
                        "32000 1.6 link-up struck");
    }

    @Test
    void repeatsAFaultEveryWhileUpToItsCount() {
        Course course = course(
                SQUARE + """
                faults:
                  - {at: 10s, every: 20s, link-down: [0, 1]}
                  - {at: 15s, every: 20s, count: 2, link-up: [0, 1]}
                """.replace("every: 20s, link-down", "every: 20s, count: 3, link-down"),
                Protocol.DISTANCE_VECTOR,
                1);
        assertThat(course.strikes)
                .containsExactly(
                        "10000 1.1 link-down struck",
                        "15000 2.1 link-up struck",
                        "30000 1.2 link-down struck",
                        "35000 2.2 link-up struck",
                        "50000 1.3 link-down struck");
    }

    @Test
    void drawsTheSameTimesForEveryProtocolAndOthersForEverySeed() {
        String text = SQUARE + """
                faults:
                  - {at: {random: [20s, 40s]}, link-down: [0, 1]}
                  - at: 50s
                    churn:
                      nodes: [2, 3]
                      session: {distribution: exponential, mean: 10s}
                      downtime: {distribution: pareto, shape: 2, min: 1s}
                """;
        List<String> first = course(text, Protocol.DISTANCE_VECTOR, 1).strikes;
        assertThat(course(text, Protocol.SOURCE_ROUTING, 1).strikes).isEqualTo(first);
        assertThat(course(text, Protocol.SOURCE_ROUTING, 2).strikes).isNotEqualTo(first);
        assertThat(first).hasSizeGreaterThan(3);
        long millis = Long.parseLong(first.get(0).split(" ")[0]);
        assertThat(millis).isBetween(20_000L, 40_000L);
    }

    @Test
    void givesEachNodeUnderChurnAStreamOfItsOwn() {
        String text = SQUARE + """
                faults:
                  - at: 10s
                    churn:
                      nodes: %s
                      session: {distribution: exponential, mean: 10s}
                      downtime: {distribution: exponential, mean: 2s}
                """;
        List<String> alone = course(text.formatted("[2]"), Protocol.DISTANCE_VECTOR, 1).changes;
        List<String> both = course(text.formatted("[0, 2]"), Protocol.DISTANCE_VECTOR, 1).changes;
        assertThat(alone.stream().filter(change -> change.contains("node 2")).toList())
                .isNotEmpty()
                .isEqualTo(both.stream()
                        .filter(change -> change.contains("node 2"))
                        .toList());
    }

    @Test
    void waitsUntilTheRoutesHaveBeenAtTheOptimumForSoLong() {
        String text = SQUARE + """
                faults:
                  - {when: converged, after: 5s, link-down: [0, 1]}
                """;
        Measurements measured = measure(text, Protocol.SOURCE_ROUTING);
        FaultOutcome cut = measured.faults().get(0);
        assertThat(cut.timeNanos() / 1e9 - measured.value(Metric.CONVERGENCE_OPTIMAL_S))
                .isCloseTo(5, org.assertj.core.api.Assertions.within(1e-6));
        assertThat(cut.value(Metric.RECONVERGENCE_OPTIMAL_S)).isPositive();
    }

    @Test
    void reportsAFaultThatWaitedInVain() {
        // The rule of the document never forgets the way over the cut link, so it does not converge again.
        Measurements measured = measure(SQUARE + """
                faults:
                  - {at: 30s, node-down: 1}
                  - {at: 31s, when: converged, node-down: 2}
                """, Protocol.DISTANCE_VECTOR);
        FaultOutcome waited = measured.faults().get(1);
        assertThat(waited.strike().status()).isEqualTo(FaultStrike.Status.NOT_FIRED);
        assertThat(waited.verdict()).isNull();
        assertThat(waited.value(Metric.RECONVERGENCE_OPTIMAL_S)).isNaN();
    }

    @Test
    void saysSoWhenAFaultFindsNothingToDo() {
        Course course = course(SQUARE + """
                faults:
                  - {at: 10s, node-down: 1}
                  - {at: {random: [20s, 21s]}, node-down: 1}
                """, Protocol.DISTANCE_VECTOR, 1);
        assertThat(course.strikes.get(1)).endsWith("2.1 node-down no-effect");
        assertThat(course.changes).containsOnlyOnce("10000 node 1 false");
    }

    @Test
    void losesAndDelaysFramesOnDegradedLinksOnly() {
        String text = SQUARE.replace("generate: ring, nodes: 4", "edges: [[0, 1], [2, 3]], component: keep") + """
                traffic:
                  - {from: 0, to: 1, start: 20s, every: 100ms, count: 600}
                  - {from: 2, to: 3, start: 20s, every: 100ms, count: 600}
                faults:
                  - {at: 20s, degrade: {link: [0, 1], loss: 30%, latency-factor: 10, lasting: 30s}}
                """;
        long[] worst = new long[4];
        double[] delivered = new double[4];
        long[] acceptedAt = new long[4];
        QuietObserver latencies = new QuietObserver() {
            @Override
            public void accepted(long nowNanos, int node, long id, int destination) {
                acceptedAt[destination] = nowNanos;
            }

            @Override
            public void delivered(long nowNanos, int node, int source, long id, int hops) {
                delivered[node]++;
                worst[node] = Math.max(worst[node], nowNanos - acceptedAt[node]);
            }
        };
        LoadedScenario loaded = Runs.load(text);
        RunMetrics metrics = new RunMetrics(loaded.scenario());
        Measurements measured = metrics.measurements(
                Runs.run(loaded, Protocol.SOURCE_ROUTING, 1, new ObserverPair(metrics, latencies)));
        assertThat(worst[3]).isEqualTo(5_000_000L);
        assertThat(worst[1]).isGreaterThanOrEqualTo(50_000_000L);
        // 300 messages over a link that loses 30 % each way: about half of the first copies are not acknowledged.
        assertThat(measured.value(Metric.RETRANSMISSIONS)).isBetween(150.0, 500.0);
        assertThat(delivered[3]).isEqualTo(600);
        assertThat(measured.faults()).extracting(fault -> fault.strike().kind()).containsExactly("degrade", "recover");
    }

    @Test
    void changesNoIdTwiceWhenTheWallClockStepsBack() {
        Course course = course(SQUARE + """
                traffic:
                  - {from: 0, to: 1, start: 10s, every: 100ms, count: 100}
                faults:
                  - {at: 12050ms, clock-step: {node: 0, forward: 1h}}
                  - {at: 15050ms, clock-step: {node: 0, back: 2h}}
                """, Protocol.SOURCE_ROUTING, 1);
        assertThat(course.ids).hasSize(100).isSorted();
        Set<Long> distinct = new HashSet<>(course.ids);
        assertThat(distinct).hasSize(100);
        assertThat(SnowflakeIds.millis(course.ids.get(0))).isEqualTo(10_000);
        assertThat(SnowflakeIds.millis(course.ids.get(25))).isEqualTo(3_612_500);
        // After the step back the ids go on from the latest millisecond used.
        assertThat(SnowflakeIds.millis(course.ids.get(99))).isEqualTo(3_615_000);
    }

    @Test
    void gossipsSoMuchOftenerWithAFastClock() {
        String text = SQUARE + "routing: {source-routing: {jitter: 0%}}\n";
        long[] frames = new long[2];
        for (int skewed = 0; skewed < 2; skewed++) {
            int which = skewed;
            QuietObserver counts = new QuietObserver() {
                @Override
                public void transmitted(long nowNanos, int node, Message message) {
                    frames[which] += nowNanos > 20_000_000_000L && node == 0 ? 1 : 0;
                }
            };
            String fault = skewed == 1 ? "faults: [{at: 10s, clock-skew: {node: 0, ppm: 500000}}]\n" : "";
            Runs.run(Runs.load(text + fault), Protocol.DISTANCE_VECTOR, 1, counts);
        }
        assertThat((double) frames[1] / frames[0]).isBetween(1.15, 1.6);
    }

    @Test
    void staysTheSameRunWithEncodedFrames() {
        for (String file : List.of("partition", "silent-cut", "churn")) {
            for (Protocol protocol : List.of(Protocol.SOURCE_ROUTING, Protocol.DISTANCE_VECTOR)) {
                long plain = watched(Runs.loadFile("scenarios/" + file + ".yaml"), protocol);
                long encoded = watched(Runs.loadFile("scenarios/" + file + ".yaml", "wire=encoded"), protocol);
                assertThat(encoded).as(file).isEqualTo(plain);
            }
        }
    }

    private static long watched(LoadedScenario loaded, Protocol protocol) {
        return Runs.run(loaded, protocol, 1, new RunMetrics(loaded.scenario())).fingerprint();
    }
}
