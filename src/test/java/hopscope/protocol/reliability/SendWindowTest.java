package hopscope.protocol.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import hopscope.protocol.Deadline;
import hopscope.protocol.MemoryStorage;
import hopscope.random.RandomStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SendWindowTest {
    private static final long MS = 1_000_000;
    private static final byte[] PAYLOAD = {1, 2, 3};

    private final List<String> seen = new ArrayList<>();

    private static SendWindow window(int size, double jitter, int retries, long seed) {
        return new SendWindow(
                3,
                new ReliabilityConfig(size, 500 * MS, 2, retries, jitter, 1, 1),
                new RandomStream(seed),
                new MemoryStorage());
    }

    /** Lets every deadline come, and notes what happens when. */
    private void runOut(SendWindow window) {
        while (window.deadlineNanos() != Deadline.NONE) {
            long now = window.deadlineNanos();
            window.expire(now - 1, noting(-1));
            window.expire(now, noting(now));
        }
    }

    private SendWindow.Timeouts noting(long now) {
        return new SendWindow.Timeouts() {
            @Override
            public void retransmit(PendingMessage message) {
                seen.add(now / MS + " retransmit " + message.destination());
            }

            @Override
            public void giveUp(PendingMessage message) {
                seen.add(now / MS + " give up " + message.destination());
            }
        };
    }

    @Test
    void retransmitsWithDoublingWaitsThenGivesUp() {
        SendWindow window = window(1, 0, 3, 1);
        PendingMessage message = window.open(0, 9, PAYLOAD);
        assertThat(message.transmissions()).isEqualTo(1);
        runOut(window);
        assertThat(seen)
                .containsExactly("500 retransmit 9", "1500 retransmit 9", "3500 retransmit 9", "7500 give up 9");
        assertThat(message.transmissions()).isEqualTo(4);
        assertThat(window.size()).isZero();
        assertThat(window.acknowledge(message.id(), 9)).isNull();
    }

    @Test
    void givesUpAfterTheOnlyTransmissionWhenThereAreNoRetries() {
        SendWindow window = window(1, 0, 0, 1);
        window.open(0, 9, PAYLOAD);
        runOut(window);
        assertThat(seen).containsExactly("500 give up 9");
    }

    @Test
    void keepsEveryWaitWithinItsJitter() {
        long shortest = Long.MAX_VALUE;
        long longest = 0;
        for (long seed = 0; seed < 500; seed++) {
            SendWindow window = window(1, 0.2, 2, seed);
            window.open(0, 9, PAYLOAD);
            long last = 0;
            for (int transmission = 0; transmission < 3; transmission++) {
                long wait = window.deadlineNanos() - last;
                double relative = wait / (double) (500 * MS << transmission);
                assertThat(relative).as("seed %d", seed).isBetween(0.8, 1.2);
                shortest = Math.min(shortest, (long) (relative * 1_000));
                longest = Math.max(longest, (long) (relative * 1_000));
                last = window.deadlineNanos();
                window.expire(last, noting(last));
            }
        }
        assertThat(shortest).isLessThan(810);
        assertThat(longest).isGreaterThan(1_190);
    }

    @Test
    void isFullAtItsBoundAndHasRoomAgainAfterAnAcknowledgement() {
        SendWindow window = window(2, 0, 3, 1);
        PendingMessage first = window.open(0, 9, PAYLOAD);
        assertThat(window.isFull()).isFalse();
        window.open(0, 9, PAYLOAD);
        assertThat(window.isFull()).isTrue();
        assertThat(window.acknowledge(first.id(), 9)).isSameAs(first);
        assertThat(window.isFull()).isFalse();
        assertThat(window.size()).isEqualTo(1);
    }

    @Test
    void ignoresAnAcknowledgementFromAnotherNode() {
        SendWindow window = window(2, 0, 3, 1);
        PendingMessage message = window.open(0, 9, PAYLOAD);
        assertThat(window.acknowledge(message.id(), 8)).isNull();
        assertThat(window.acknowledge(message.id() + 1, 9)).isNull();
        assertThat(window.size()).isEqualTo(1);
        assertThat(window.acknowledge(message.id(), 9)).isSameAs(message);
        assertThat(window.acknowledge(message.id(), 9)).isNull();
    }

    @Test
    void handsOverWhatIsDueByDeadline() {
        SendWindow window = window(10, 0, 1, 1);
        window.open(30, 2, PAYLOAD);
        window.open(10, 0, PAYLOAD);
        window.open(20, 1, PAYLOAD);
        assertThat(window.deadlineNanos()).isEqualTo(500 * MS + 10);
        window.expire(500 * MS + 20, noting(0));
        assertThat(seen).containsExactly("0 retransmit 0", "0 retransmit 1");
        assertThat(window.removeFirst().destination()).isEqualTo(2);
    }

    @Test
    void opensNothingWhenNoIdIsLeft() {
        SendWindow window = window(10, 0, 1, 1);
        assertThat(window.open(Long.MAX_VALUE, 9, PAYLOAD)).isNull();
        assertThat(window.size()).isZero();
        assertThat(window.deadlineNanos()).isEqualTo(Deadline.NONE);
    }

    @Test
    void boundsAWaitByAYearHoweverItGrows() {
        ReliabilityConfig config = new ReliabilityConfig(1, 500 * MS, 10, 400, 0, 1, 1);
        assertThat(config.waitNanos(0)).isEqualTo(500 * MS);
        assertThat(config.waitNanos(2)).isEqualTo(50_000 * MS);
        assertThat(config.waitNanos(399)).isEqualTo(365L * 24 * 3_600 * 1_000 * MS);
        assertThat(new ReliabilityConfig(1, 500 * MS, 2, 3, 0.5, 1, 1).longestLifeNanos())
                .isEqualTo(5_250 * MS);
    }
}
