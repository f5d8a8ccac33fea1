package hopscope.protocol.session;

import static org.assertj.core.api.Assertions.assertThat;

import hopscope.protocol.Deadline;
import hopscope.protocol.message.Message;
import hopscope.protocol.message.SessionMessage.Hello;
import hopscope.protocol.message.SessionMessage.Welcome;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HandshakeTest {
    private static final long MS = SessionPair.MS;

    @Test
    void takesOneRoundTrip() {
        SessionPair pair = SessionPair.withLoss(frame -> false).run();
        assertThat(pair.established()).isTrue();
        assertThat(pair.nowNanos()).isEqualTo(20 * MS);
        assertThat(pair.sent).containsExactly("0 10 HELLO", "0 20 HELLO", "10 20 WELCOME", "10 10 WELCOME");
        assertThat(pair.first.rejectReason()).isNull();
        assertThat(pair.first.deadlineNanos()).isEqualTo(Deadline.NONE);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void survivesTheLossOfAnySingleFrame(int index) {
        SessionPair pair = SessionPair.withLoss(frame -> frame == index).run();
        assertThat(pair.established()).isTrue();
        assertThat(pair.nowNanos()).isEqualTo(270 * MS);
    }

    @Test
    void survivesTheLossOfAnySubsetOfTheFirstFrames() {
        for (int mask = 0; mask < 1 << 12; mask++) {
            int lost = mask;
            SessionPair pair = SessionPair.withLoss(frame -> frame < 12 && (lost >> frame & 1) == 1)
                    .run();
            assertThat(pair.established())
                    .as("lost frames %s", Integer.toBinaryString(mask))
                    .isTrue();
        }
    }

    @Test
    void isNoSessionYetWhenOnlyOneHasWelcomedTheOther() {
        List<Message> out = new ArrayList<>();
        Session session = new Session(0, 1, 2, SessionConfig.DEFAULT, out::add);
        session.receive(new Hello(2, 1, 1, 0, "hopscope"), out::add);
        assertThat(session.state()).isEqualTo(Session.State.CONNECTING);
        assertThat(session.deadlineNanos()).isEqualTo(250 * MS);

        Session other = new Session(0, 1, 2, SessionConfig.DEFAULT, out::add);
        other.receive(new Welcome(2, 1, 0), out::add);
        assertThat(other.state()).isEqualTo(Session.State.CONNECTING);
        assertThat(other.deadlineNanos()).isEqualTo(Deadline.NONE);
    }

    @Test
    void repeatsHelloWithDoublingWaitsThenAtASteadyPaceForEver() {
        SessionConfig config = new SessionConfig(1, 1, 0, 0, "hopscope", 100 * MS, 350 * MS);
        List<Long> times = new ArrayList<>();
        Session session = new Session(0, 1, 2, config, hello -> times.add(0L));
        while (times.size() < 6) {
            long now = session.deadlineNanos();
            session.expire(now - 1, hello -> times.add(-1L));
            session.expire(now, hello -> times.add(now / MS));
        }
        assertThat(times).containsExactly(0L, 100L, 300L, 650L, 1_000L, 1_350L);
        assertThat(session.state()).isEqualTo(Session.State.CONNECTING);
        assertThat(session.deadlineNanos()).isEqualTo(1_700 * MS);
    }

    @Test
    void succeedsHoweverLongThePeerWasSilent() {
        List<Message> out = new ArrayList<>();
        Session session = new Session(0, 1, 2, SessionConfig.DEFAULT, out::add);
        for (int i = 0; i < 1_000; i++) {
            session.expire(session.deadlineNanos(), out::add);
        }
        session.receive(new Hello(2, 1, 1, 0, "hopscope"), out::add);
        session.receive(new Welcome(2, 1, 0), out::add);
        assertThat(session.state()).isEqualTo(Session.State.ESTABLISHED);
        assertThat(session.deadlineNanos()).isEqualTo(Deadline.NONE);
        assertThat(session.peerSoftware()).isEqualTo("hopscope");
    }

    @Test
    void answersARepeatedHelloAgainAlsoWhenTheSessionStands() {
        List<Message> out = new ArrayList<>();
        Session session = new Session(0, 1, 2, SessionConfig.DEFAULT, out::add);
        session.receive(new Hello(2, 1, 1, 0, "hopscope"), out::add);
        session.receive(new Hello(2, 1, 1, 0, "hopscope"), out::add);
        session.receive(new Welcome(2, 1, 0), out::add);
        assertThat(session.state()).isEqualTo(Session.State.ESTABLISHED);
        session.receive(new Hello(2, 1, 1, 0, "hopscope"), out::add);
        assertThat(session.state()).isEqualTo(Session.State.ESTABLISHED);
        Welcome welcome = new Welcome(1, 1, 0);
        assertThat(out).containsExactly(new Hello(1, 1, 1, 0, "hopscope"), welcome, welcome, welcome);
    }

    @Test
    void computesTheSameVersionAndFeaturesAtBothEnds() {
        for (int ranges = 0; ranges < 4 * 4 * 4 * 4; ranges++) {
            int[] ends = {1 + (ranges & 3), 1 + (ranges >> 2 & 3), 1 + (ranges >> 4 & 3), 1 + (ranges >> 6 & 3)};
            if (ends[0] > ends[1] || ends[2] > ends[3]) {
                continue;
            }
            SessionPair pair = new SessionPair(
                            speaking(ends[0], ends[1], 0b0110), speaking(ends[2], ends[3], 0b1011), MS, frame -> false)
                    .run();
            int highestOfBoth = Math.min(ends[1], ends[3]);
            boolean common = highestOfBoth >= Math.max(ends[0], ends[2]);
            assertThat(pair.established()).isEqualTo(common);
            if (common) {
                assertThat(List.of(pair.first.version(), pair.second.version())).containsOnly(highestOfBoth);
                assertThat(List.of(pair.first.features(), pair.second.features()))
                        .containsOnly(0b0010);
            }
        }
    }

    private static SessionConfig speaking(int minVersion, int maxVersion, int features) {
        return new SessionConfig(minVersion, maxVersion, features, 0, "hopscope", 250 * MS, 4_000 * MS);
    }
}
