package hopscope.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import hopscope.protocol.message.Keepalive;
import hopscope.protocol.wire.FrameCodec;
import hopscope.scenario.Bandwidth;
import hopscope.scenario.JitterSpec;
import hopscope.scenario.LatencySpec;
import hopscope.scenario.LatencySpec.Distribution;
import hopscope.scenario.LinkSettings;
import hopscope.scenario.LossSpec;
import hopscope.scenario.QueueLimit;
import hopscope.scenario.Share;
import hopscope.scenario.Size;
import hopscope.scenario.TimeSpan;
import org.junit.jupiter.api.Test;

class DirectionTest {
    private static final long MILLI = 1_000_000;
    private static final Share SOME = new Share(200_000);
    private static final LatencySpec SPREAD =
            new LatencySpec(Distribution.UNIFORM, null, new TimeSpan(MILLI), new TimeSpan(100 * MILLI), null, null);

    private static Direction direction(LinkSettings settings) {
        return new Direction(new LinkModel(settings.over(LinkSettings.DEFAULTS)), 5);
    }

    private static LinkSettings limited(String bandwidth, QueueLimit queue, Size mtu) {
        long bits = Long.parseLong(bandwidth);
        LatencySpec none = LatencySpec.constant(new TimeSpan(0));
        return new LinkSettings(null, none, null, null, null, null, null, new Bandwidth(bits), queue, mtu);
    }

    /** 8,000 bit/s: a byte a millisecond. */
    @Test
    void sendsOneFrameAfterAnother() {
        Direction direction = direction(limited("8000", null, null));
        assertThat(direction.transmit(0, 10)).isEqualTo(10 * MILLI);
        assertThat(direction.transmit(0, 5)).isEqualTo(15 * MILLI);
        assertThat(direction.queueWaitNanos()).isEqualTo(10 * MILLI);
        assertThat(direction.transmit(14 * MILLI, 1)).isEqualTo(16 * MILLI);
        assertThat(direction.transmit(99 * MILLI, 1)).isEqualTo(100 * MILLI);
        assertThat(direction.queueWaitNanos()).isZero();
    }

    @Test
    void dropsWhatFindsTheQueueFull() {
        Direction direction = direction(limited("8000", QueueLimit.ofFrames(2), null));
        for (int k = 1; k <= 3; k++) {
            assertThat(direction.transmit(0, 10)).isEqualTo(k * 10 * MILLI);
        }
        assertThat(direction.transmit(9 * MILLI, 10)).isEqualTo(Direction.LOST);
        assertThat(direction.isDropped()).isTrue();
        assertThat(direction.transmit(10 * MILLI, 10))
                .as("one is being sent now")
                .isEqualTo(40 * MILLI);
        assertThat(direction.isDropped()).isFalse();
    }

    @Test
    void limitsTheQueueInBytes() {
        Direction direction = direction(limited("8000", QueueLimit.ofBytes(25), null));
        assertThat(direction.transmit(0, 100))
                .as("whatever its size, it need not wait")
                .isEqualTo(100 * MILLI);
        assertThat(direction.transmit(0, 20)).isEqualTo(120 * MILLI);
        assertThat(direction.transmit(0, 6)).isEqualTo(Direction.LOST);
        assertThat(direction.transmit(0, 5)).isEqualTo(125 * MILLI);
    }

    @Test
    void keepsItsQueueThroughLongBursts() {
        Direction direction = direction(limited("8000", QueueLimit.UNLIMITED, null));
        long last = 0;
        for (int k = 0; k < 1_000; k++) {
            last = direction.transmit(k % 7 == 0 ? k * MILLI / 2 : k / 7 * 7 * MILLI / 2, 1 + k % 3);
        }
        int bytes = 0;
        for (int k = 0; k < 1_000; k++) {
            bytes += 1 + k % 3;
        }
        assertThat(last).isEqualTo(bytes * MILLI);
    }

    @Test
    void paysForTheHeadersOfEverySegment() {
        Direction direction = direction(limited("8000", null, new Size(140)));
        assertThat(direction.transmit(0, 100)).isEqualTo(140 * MILLI);
        assertThat(direction.transmit(1_000 * MILLI, 101)).isEqualTo((1_000 + 101 + 80) * MILLI);
    }

    @Test
    void forgetsItsQueueWhenTheLinkIsCut() {
        Direction direction = direction(limited("8000", null, null));
        direction.transmit(0, 1_000);
        direction.wipe();
        assertThat(direction.transmit(1, 10)).isEqualTo(10 * MILLI + 1);
    }

    /** Each feature draws from streams of its own: switching it on changes nothing of what the others decide. */
    @Test
    void meetsTheSameLossAndLatencyWhateverElseIsSwitchedOn() {
        LinkSettings plain =
                new LinkSettings(null, SPREAD, null, LossSpec.independent(SOME), null, null, null, null, null, null);
        LinkSettings busy = new LinkSettings(
                null,
                SPREAD,
                JitterSpec.NONE,
                LossSpec.independent(SOME),
                SOME,
                SOME,
                SOME,
                new Bandwidth(1_000_000_000_000_000L),
                null,
                new Size(1_500));
        Direction first = direction(plain);
        Direction second = direction(busy);
        for (int k = 0; k < 1_000; k++) {
            long now = k * 1_000 * MILLI;
            long expected = first.transmit(now, 100);
            long arrival = second.transmit(now, 100);
            assertThat(arrival == Direction.LOST).isEqualTo(expected == Direction.LOST);
            assertThat(Math.abs(arrival - expected)).isLessThan(10);
        }
    }

    @Test
    void keepsFramesAndTheirCopiesInOrderUnlessTheyAreFree() {
        LinkSettings settings = new LinkSettings(null, SPREAD, null, null, SOME, SOME, null, null, null, null);
        Direction direction = direction(settings);
        long last = 0;
        int overtakers = 0;
        for (int k = 0; k < 5_000; k++) {
            long arrival = direction.transmit(k * 5 * MILLI, 100);
            if (direction.isFree()) {
                overtakers += arrival < last ? 1 : 0;
                continue;
            }
            assertThat(arrival).isGreaterThanOrEqualTo(last);
            last = arrival;
            if (direction.copyArrivalNanos() != Direction.LOST) {
                assertThat(direction.copyArrivalNanos()).isGreaterThanOrEqualTo(arrival);
                last = direction.copyArrivalNanos();
            }
        }
        assertThat(overtakers).isGreaterThan(100);
    }

    @Test
    void damagesFramesSoThatTheCodecNotices() {
        LinkSettings settings =
                new LinkSettings(null, SPREAD, null, null, null, null, new Share(1_000_000), null, null, null);
        Direction direction = direction(settings);
        FrameCodec codec = new FrameCodec();
        for (int k = 0; k < 5_000; k++) {
            direction.transmit(k, 12);
            assertThat(direction.isDamaged()).isTrue();
            byte[] frame = codec.encode(Keepalive.INSTANCE);
            direction.damage(frame);
            assertThat(codec.decode(frame).message()).isNull();
        }
    }

    @Test
    void remembersItsBadState() {
        Direction direction = direction(new LinkSettings(
                null, SPREAD, null, LossSpec.bursts(new Share(500_000), 1e5), null, null, null, null, null, null));
        int changes = 0;
        boolean before = direction.transmit(0, 1) == Direction.LOST;
        for (int k = 1; k < 2_000; k++) {
            boolean lost = direction.transmit(k * 1_000 * MILLI, 1) == Direction.LOST;
            changes += lost != before ? 1 : 0;
            before = lost;
        }
        assertThat(changes).isLessThan(3);
    }
}
