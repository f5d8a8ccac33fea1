package hopscope.protocol.session;

import static org.assertj.core.api.Assertions.assertThat;

import hopscope.protocol.Deadline;
import hopscope.protocol.message.Keepalive;
import hopscope.protocol.message.Message;
import hopscope.protocol.message.SessionMessage.Hello;
import hopscope.protocol.message.SessionMessage.Welcome;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeepaliveTest {
    private static final long MS = SessionPair.MS;

    private final List<Message> out = new ArrayList<>();

    private Session established(long keepaliveNanos, long deadAfterNanos) {
        SessionConfig config =
                new SessionConfig(1, 1, 0, 0, "hopscope", 250 * MS, 4_000 * MS, keepaliveNanos, deadAfterNanos);
        Session session = new Session(0, 1, 2, config, out::add);
        session.receive(new Hello(2, 1, 1, 0, "hopscope"), out::add);
        session.receive(new Welcome(2, 1, 0), out::add);
        assertThat(session.state()).isEqualTo(Session.State.ESTABLISHED);
        session.noteSent(0);
        session.noteHeard(0, true);
        out.clear();
        return session;
    }

    @Test
    void breaksItsOwnSilence() {
        Session session = established(100 * MS, 0);
        assertThat(session.deadlineNanos()).isEqualTo(100 * MS);
        session.expire(100 * MS - 1, out::add);
        assertThat(out).isEmpty();
        session.expire(100 * MS, out::add);
        assertThat(out).containsExactly(Keepalive.INSTANCE);
        assertThat(session.deadlineNanos()).isEqualTo(200 * MS);
    }

    @Test
    void saysNothingMoreWhereOtherThingsAreSent() {
        Session session = established(100 * MS, 0);
        session.noteSent(90 * MS);
        session.expire(100 * MS, out::add);
        assertThat(out).isEmpty();
        assertThat(session.deadlineNanos()).isEqualTo(190 * MS);
    }

    @Test
    void endsWhenThePeerIsSilentTooLong() {
        Session session = established(0, 300 * MS);
        session.noteHeard(100 * MS, false);
        session.expire(300 * MS, out::add);
        assertThat(session.state()).isEqualTo(Session.State.ESTABLISHED);
        session.expire(400 * MS, out::add);
        assertThat(session.state()).isEqualTo(Session.State.SILENT);
        assertThat(session.deadlineNanos()).isEqualTo(Deadline.NONE);
        session.receive(new Hello(2, 1, 1, 0, "hopscope"), out::add);
        assertThat(session.state()).isEqualTo(Session.State.SILENT);
        assertThat(out).isEmpty();
    }

    @Test
    void isOffUnlessConfigured() {
        assertThat(established(0, 0).deadlineNanos()).isEqualTo(Deadline.NONE);
        assertThat(SessionConfig.DEFAULT.keepaliveNanos()).isZero();
        assertThat(SessionConfig.DEFAULT.deadAfterNanos()).isZero();
    }
}
