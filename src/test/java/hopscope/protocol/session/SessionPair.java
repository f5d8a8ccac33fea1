package hopscope.protocol.session;

import hopscope.protocol.Deadline;
import hopscope.protocol.message.SessionMessage;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.IntPredicate;

/** Both ends of a handshake over a link with a fixed delay, in virtual time; frames are lost by their number. */
final class SessionPair {
    static final long MS = 1_000_000;
    static final int FIRST = 10;
    static final int SECOND = 20;

    private static final int STEP_LIMIT = 10_000;

    private record Flight(long arrivalNanos, boolean toFirst, SessionMessage message) {}

    final Session first;
    final Session second;

    /** Every message sent, in order: time in ms, sender, message. */
    final List<String> sent = new ArrayList<>();

    private final long delayNanos;
    private final IntPredicate lost;
    private final Deque<Flight> flights = new ArrayDeque<>();
    private long now;

    SessionPair(SessionConfig firstConfig, SessionConfig secondConfig, long delayNanos, IntPredicate lost) {
        this.delayNanos = delayNanos;
        this.lost = lost;
        first = new Session(now, FIRST, SECOND, firstConfig, message -> send(false, message));
        second = new Session(now, SECOND, FIRST, secondConfig, message -> send(true, message));
    }

    static SessionPair withLoss(IntPredicate lost) {
        return new SessionPair(SessionConfig.DEFAULT, SessionConfig.DEFAULT, 10 * MS, lost);
    }

    private void send(boolean toFirst, SessionMessage message) {
        if (!lost.test(sent.size())) {
            flights.add(new Flight(now + delayNanos, toFirst, message));
        }
        sent.add(now / MS + " " + message.nodeId() + " " + message.type());
    }

    /** Runs until nothing is to be waited for any more. */
    SessionPair run() {
        for (int step = 0; step < STEP_LIMIT; step++) {
            long deadline = Math.min(first.deadlineNanos(), second.deadlineNanos());
            long arrival = flights.isEmpty() ? Deadline.NONE : flights.peek().arrivalNanos();
            if (Math.min(deadline, arrival) == Deadline.NONE) {
                return this;
            }
            now = Math.min(deadline, arrival);
            if (arrival == now) {
                Flight flight = flights.remove();
                Session receiver = flight.toFirst() ? first : second;
                receiver.receive(flight.message(), reply -> send(!flight.toFirst(), reply));
            } else {
                first.expire(now, message -> send(false, (SessionMessage) message));
                second.expire(now, message -> send(true, (SessionMessage) message));
            }
        }
        throw new AssertionError("the handshake does not end");
    }

    boolean established() {
        return first.state() == Session.State.ESTABLISHED && second.state() == Session.State.ESTABLISHED;
    }

    long nowNanos() {
        return now;
    }
}
