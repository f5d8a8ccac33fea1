package hopscope.protocol.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import hopscope.protocol.Deadline;
import hopscope.protocol.message.Message;
import hopscope.protocol.message.SessionMessage;
import hopscope.protocol.message.SessionMessage.Hello;
import hopscope.protocol.message.SessionMessage.Reject;
import hopscope.protocol.message.SessionMessage.RejectReason;
import hopscope.protocol.message.SessionMessage.Welcome;
import java.util.ArrayList;
import java.util.List;

/** A session whose peer says anything at any time: it stands only after a good HELLO and a good WELCOME. */
class SessionFuzz {
    private static final int SELF = 3;
    private static final int PEER = 7;
    private static final long MS = 1_000_000L;
    private static final SessionConfig CONFIG =
            new SessionConfig(2, 4, 1, 1, "fuzzed", 250 * MS, 4_000 * MS, 1_000 * MS, 3_000 * MS);

    @FuzzTest(maxDuration = "10s")
    void staysInOrder(FuzzedDataProvider data) {
        List<Message> sent = new ArrayList<>();
        long now = 0;
        Session session = new Session(now, SELF, PEER, CONFIG, sent::add);
        boolean goodHello = false;
        boolean goodWelcome = false;
        while (data.remainingBytes() > 0) {
            if (data.consumeBoolean()) {
                now += data.consumeLong(0, 5_000 * MS);
                session.expire(now, sent::add);
            } else {
                SessionMessage message = message(data);
                goodHello |= message instanceof Hello hello && isGood(hello);
                goodWelcome |= message instanceof Welcome welcome
                        && welcome.nodeId() == PEER
                        && welcome.version() >= 2
                        && welcome.version() <= 4;
                session.noteHeard(now, true);
                session.receive(message, sent::add);
            }
            assertThat(session.state() != Session.State.ESTABLISHED || goodHello && goodWelcome)
                    .as("established after %s", sent)
                    .isTrue();
            assertThat(session.deadlineNanos() == Deadline.NONE || session.deadlineNanos() > now - 5_000 * MS)
                    .isTrue();
        }
        // One answer for each message and one frame for each passing of time, at most.
        assertThat(sent).hasSizeLessThan(100_000);
    }

    private static boolean isGood(Hello hello) {
        return hello.nodeId() == PEER
                && hello.minVersion() <= 4
                && hello.maxVersion() >= 2
                && (hello.features() & 1) == 1;
    }

    private static SessionMessage message(FuzzedDataProvider data) {
        int id = data.consumeBoolean() ? PEER : data.consumeInt(0, 10);
        return switch (data.consumeInt(0, 2)) {
            case 0 -> {
                int min = data.consumeInt(1, 255);
                yield new Hello(id, min, data.consumeInt(min, 255), data.consumeInt(), "peer");
            }
            case 1 -> new Welcome(id, data.consumeInt(1, 255), data.consumeInt());
            default -> new Reject(id, data.pickValue(RejectReason.values()));
        };
    }
}
