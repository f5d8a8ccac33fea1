package hopscope.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import hopscope.protocol.node.NodeCounters;
import hopscope.scenario.LoadedScenario;
import hopscope.scenario.Protocol;
import hopscope.scenario.ReliabilitySpec;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * No message is lost silently and none is handled twice, id by id, under heavy loss, cuts and restarts: each is handled,
 * or reported as given up, or still in its sender's window when the run ends.
 */
class ConservationTest {
    private static final int SEEDS = 200;

    private record Key(int source, long id) {}

    /** A message and all that was seen of it. */
    private static final class Fate {
        private final long acceptedNanos;
        private final int destination;
        private final int senderLife;
        private final Set<Integer> handledInLives = new LinkedHashSet<>();
        private int abandoned;

        Fate(long acceptedNanos, int destination, int senderLife) {
            this.acceptedNanos = acceptedNanos;
            this.destination = destination;
            this.senderLife = senderLife;
        }
    }

    private static final class Ledger extends QuietObserver {
        private final Map<Key, Fate> fates = new LinkedHashMap<>();
        private final long longestLifeNanos;
        private NetworkView network;
        private int[] lives;
        private long refused;
        private long stillOpen;

        Ledger(ReliabilitySpec spec) {
            double wait = spec.timeout().nanos();
            double life = 0;
            for (int i = 0; i <= spec.retries(); i++) {
                life += wait * (1 + spec.jitter().fraction());
                wait *= spec.backoff();
            }
            longestLifeNanos = (long) life + 1;
        }

        @Override
        public void begin(NetworkView view) {
            network = view;
            lives = new int[view.topology().nodeCount()];
        }

        @Override
        public void nodeChanged(long nowNanos, int node, boolean up) {
            if (!up) {
                // A node that stops reports all it had under way; it has none left.
                assertThat(openOf(node)).isZero();
                assertThat(ledgerOpen(node)).isZero();
            } else {
                lives[node]++;
            }
        }

        @Override
        public void windowFull(long nowNanos, int node) {
            refused++;
        }

        @Override
        public void accepted(long nowNanos, int node, long id, int destination) {
            assertThat(fates.put(new Key(node, id), new Fate(nowNanos, destination, lives[node])))
                    .isNull();
        }

        @Override
        public void delivered(long nowNanos, int node, int source, long id, int hops) {
            Fate fate = fates.get(new Key(source, id));
            assertThat(fate).as("handled but never accepted").isNotNull();
            assertThat(node).isEqualTo(fate.destination);
            assertThat(hops).isBetween(1, 16);
            // A node that lost its memory in a crash may handle again what it handled before; no other may.
            assertThat(fate.handledInLives.add(lives[node])).as("handled twice").isTrue();
        }

        @Override
        public void abandoned(long nowNanos, int node, long id) {
            Fate fate = fates.get(new Key(node, id));
            assertThat(fate).as("given up but never accepted").isNotNull();
            assertThat(++fate.abandoned).isEqualTo(1);
            assertThat(nowNanos - fate.acceptedNanos).isLessThanOrEqualTo(longestLifeNanos);
        }

        /** Messages in a node's window, by its own counters. */
        private long openOf(int node) {
            NodeCounters counters = network.counters(node);
            return counters.messagesSent() - counters.acksReceived() - counters.givenUp();
        }

        /** Messages of a node's present life that were neither handled nor given up. */
        private long ledgerOpen(int node) {
            return fates.entrySet().stream()
                    .filter(entry -> entry.getKey().source() == node)
                    .filter(entry -> entry.getValue().senderLife == lives[node])
                    .filter(entry -> isOpen(entry.getValue()))
                    .count();
        }

        private static boolean isOpen(Fate fate) {
            return fate.handledInLives.isEmpty() && fate.abandoned == 0;
        }

        @Override
        public void end(long nowNanos) {
            for (Map.Entry<Key, Fate> entry : fates.entrySet()) {
                if (isOpen(entry.getValue())) {
                    assertThat(nowNanos - entry.getValue().acceptedNanos)
                            .as("message " + entry.getKey() + " is lost without a word")
                            .isLessThan(longestLifeNanos);
                    stillOpen++;
                }
            }
            for (int node = 0; node < lives.length; node++) {
                // What was handled and whose acknowledgement was lost may be in the window as well.
                assertThat(openOf(node)).isGreaterThanOrEqualTo(ledgerOpen(node));
            }
        }
    }

    private long messages;
    private long open;
    private long givenUp;
    private long refused;

    @Test
    void losesNoMessageSilentlyAndHandlesNoneTwice() {
        for (long seed = 0; seed < SEEDS; seed++) {
            // Every other scenario goes on sending up to its end, the others leave time to finish.
            run(1_000_000 + seed, seed % 2 == 0 ? RandomScenarios.DURATION_MILLIS : 8_000);
        }
        assertThat(messages).isGreaterThan(SEEDS * 100L);
        assertThat(open).isPositive();
        assertThat(givenUp).isGreaterThan(SEEDS);
        assertThat(refused).isPositive();
    }

    private void run(long seed, int trafficStopMillis) {
        String text = RandomScenarios.text(seed, trafficStopMillis);
        LoadedScenario loaded = Runs.load(text);
        for (Protocol protocol : Protocol.values()) {
            Ledger ledger = new Ledger(loaded.scenario().reliability());
            try {
                Runs.run(loaded, protocol, seed, ledger);
                if (trafficStopMillis < RandomScenarios.DURATION_MILLIS) {
                    assertThat(ledger.stillOpen).isZero();
                }
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError("seed " + seed + ", " + protocol.label() + ":\n" + text, e);
            }
            messages += ledger.fates.size();
            open += ledger.stillOpen;
            refused += ledger.refused;
            givenUp += ledger.fates.values().stream()
                    .filter(fate -> fate.abandoned > 0)
                    .count();
        }
    }

    /** The id of a message carries the millisecond; a node that crashes and is back within one must not use it again. */
    @Test
    void usesNoMessageIdTwiceWhenANodeIsBackWithinAMillisecond() {
        LoadedScenario loaded = Runs.load("""
                name: quick-restart
                duration: 10s
                topology: {edges: [[0, 1]]}
                links: {latency: 1ms}
                reliability: {window: 10000}
                traffic:
                  - {from: 0, to: 1, start: 5s, every: 10us, count: 200}
                faults:
                  - {at: 5000400us, node-down: 0}
                  - {at: 5000500us, node-up: 0}
                """);
        for (Protocol protocol : Protocol.values()) {
            Ledger ledger = new Ledger(loaded.scenario().reliability());
            Runs.run(loaded, protocol, 1, ledger);
            assertThat(ledger.fates).hasSizeGreaterThan(150);
        }
    }
}
