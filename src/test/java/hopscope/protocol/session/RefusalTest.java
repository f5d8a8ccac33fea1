package hopscope.protocol.session;

import static org.assertj.core.api.Assertions.assertThat;

import hopscope.protocol.Deadline;
import hopscope.protocol.message.Message;
import hopscope.protocol.message.SessionMessage.Hello;
import hopscope.protocol.message.SessionMessage.Reject;
import hopscope.protocol.message.SessionMessage.RejectReason;
import hopscope.protocol.message.SessionMessage.Welcome;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class RefusalTest {
    private static final int SELF = 1;
    private static final int PEER = 2;

    /** Speaks 2 to 4, demands the features 1 and 4. */
    private static final SessionConfig DEMANDING =
            new SessionConfig(2, 4, 0b0111, 0b0101, "hopscope", 250_000_000, 4_000_000_000L);

    private final List<Message> out = new ArrayList<>();
    private final Session session = new Session(0, SELF, PEER, DEMANDING, message -> {});

    static Stream<Arguments> badHellos() {
        return Stream.of(
                Arguments.of(new Hello(PEER, 1, 1, 0b0101, "hopscope"), RejectReason.VERSION_MISMATCH),
                Arguments.of(new Hello(PEER, 5, 9, 0b0101, "hopscope"), RejectReason.VERSION_MISMATCH),
                Arguments.of(new Hello(3, 2, 4, 0b0101, "hopscope"), RejectReason.WRONG_IDENTITY),
                Arguments.of(new Hello(SELF, 2, 4, 0b0101, "hopscope"), RejectReason.SELF_CONNECTION),
                Arguments.of(new Hello(PEER, 2, 4, 0b1110, "hopscope"), RejectReason.FEATURE_MISSING),
                Arguments.of(new Hello(PEER, 2, 4, 0, "hopscope"), RejectReason.FEATURE_MISSING),
                // Who somebody is comes before what he can.
                Arguments.of(new Hello(SELF, 9, 9, 0, "hopscope"), RejectReason.SELF_CONNECTION),
                Arguments.of(new Hello(3, 9, 9, 0, "hopscope"), RejectReason.WRONG_IDENTITY));
    }

    @ParameterizedTest
    @MethodSource("badHellos")
    void refusesABadHelloWithItsReason(Hello hello, RejectReason reason) {
        session.receive(hello, out::add);
        assertThat(out).containsExactly(new Reject(SELF, reason));
        assertThat(session.state()).isEqualTo(Session.State.REJECTED_BY_US);
        assertThat(session.rejectReason()).isEqualTo(reason);
        assertThat(session.deadlineNanos()).isEqualTo(Deadline.NONE);
    }

    @Test
    void acceptsTheBordersOfItsDemands() {
        session.receive(new Hello(PEER, 1, 2, 0b1101, "hopscope"), out::add);
        assertThat(out).containsExactly(new Welcome(SELF, 2, 0b0101));
        session.receive(new Hello(PEER, 4, 9, 0b0101, "hopscope"), out::add);
        assertThat(out).hasSize(2).last().isEqualTo(new Welcome(SELF, 4, 0b0101));
    }

    @ParameterizedTest
    @EnumSource
    void endsWhenThePeerRefusesForAnyReason(RejectReason reason) {
        session.receive(new Reject(PEER, reason), out::add);
        assertThat(session.state()).isEqualTo(Session.State.REJECTED_BY_PEER);
        assertThat(session.rejectReason()).isEqualTo(reason);
        assertThat(session.deadlineNanos()).isEqualTo(Deadline.NONE);
        assertThat(out).isEmpty();
    }

    @Test
    void onlyRepeatsItselfAfterARefusal() {
        session.receive(new Hello(3, 2, 4, 0b0101, "hopscope"), out::add);
        out.clear();
        session.receive(new Hello(PEER, 2, 4, 0b0101, "hopscope"), out::add);
        session.receive(new Welcome(PEER, 3, 0), out::add);
        session.receive(new Reject(PEER, RejectReason.VERSION_MISMATCH), out::add);
        session.expire(60_000_000_000L, out::add);
        assertThat(session.state()).isEqualTo(Session.State.REJECTED_BY_US);
        assertThat(session.rejectReason()).isEqualTo(RejectReason.WRONG_IDENTITY);
        assertThat(out).containsExactly(new Reject(SELF, RejectReason.WRONG_IDENTITY));
    }

    @Test
    void ignoresAWelcomeFromElsewhereOrOfAVersionItDoesNotSpeak() {
        session.receive(new Hello(PEER, 2, 4, 0b0101, "hopscope"), out::add);
        for (Welcome welcome : List.of(new Welcome(3, 3, 0), new Welcome(PEER, 1, 0), new Welcome(PEER, 5, 0))) {
            session.receive(welcome, out::add);
            assertThat(session.state()).as("%s", welcome).isEqualTo(Session.State.CONNECTING);
        }
        session.receive(new Welcome(PEER, 4, 0), out::add);
        assertThat(session.state()).isEqualTo(Session.State.ESTABLISHED);
    }

    @Test
    void endsAStandingSessionWhenThePeerComesBackAsSomebodyElse() {
        session.receive(new Hello(PEER, 2, 4, 0b0101, "hopscope"), out::add);
        session.receive(new Welcome(PEER, 4, 0), out::add);
        assertThat(session.state()).isEqualTo(Session.State.ESTABLISHED);
        session.receive(new Hello(3, 2, 4, 0b0101, "hopscope"), out::add);
        assertThat(session.state()).isEqualTo(Session.State.REJECTED_BY_US);
    }

    @Test
    void leavesBothEndsWithoutASessionWhenTheyShareNoVersion() {
        SessionConfig old = new SessionConfig(1, 1, 0, 0, "hopscope", 250_000_000, 4_000_000_000L);
        SessionConfig young = new SessionConfig(2, 2, 0, 0, "hopscope", 250_000_000, 4_000_000_000L);
        SessionPair pair = new SessionPair(old, young, SessionPair.MS, frame -> false).run();
        assertThat(pair.first.state()).isEqualTo(Session.State.REJECTED_BY_US);
        assertThat(pair.second.state()).isEqualTo(Session.State.REJECTED_BY_US);
        assertThat(pair.first.rejectReason()).isEqualTo(RejectReason.VERSION_MISMATCH);
    }

    @Test
    void repeatsTheRefusalWhenItWasLost() {
        SessionConfig modest = new SessionConfig(2, 4, 0, 0, "hopscope", 250_000_000, 4_000_000_000L);
        SessionPair pair = new SessionPair(DEMANDING, modest, SessionPair.MS, frame -> frame == 3).run();
        assertThat(pair.sent.get(3)).endsWith("10 REJECT");
        assertThat(pair.first.state()).isEqualTo(Session.State.REJECTED_BY_US);
        assertThat(pair.second.state()).isEqualTo(Session.State.REJECTED_BY_PEER);
        assertThat(pair.second.rejectReason()).isEqualTo(RejectReason.FEATURE_MISSING);
    }
}
