package hopscope.tcp;

import hopscope.protocol.Effects.AbandonReason;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;

/** What a node heard of messages, one by one. Written on its thread; read through the lock. */
final class MessageLedger implements TcpNodeListener {
    /** A delivery: from where, and which number the payload carries. */
    record Delivery(int source, long id, long number) {}

    private final List<Delivery> deliveries = new ArrayList<>();
    private final Map<Long, Integer> acknowledged = new TreeMap<>();
    private final Map<Long, Integer> abandoned = new TreeMap<>();

    /** Places in the window. */
    final Semaphore free = new Semaphore(LoadedNetwork.WINDOW);

    @Override
    public synchronized void delivered(long nowNanos, int source, long id, byte[] payload, int hops) {
        deliveries.add(new Delivery(source, id, ByteBuffer.wrap(payload).getLong()));
    }

    @Override
    public synchronized void acknowledged(long nowNanos, long id, int destination) {
        acknowledged.merge(id, 1, Integer::sum);
        free.release();
    }

    @Override
    public synchronized void abandoned(long nowNanos, long id, int destination, AbandonReason reason) {
        abandoned.merge(id, 1, Integer::sum);
        free.release();
    }

    synchronized List<Delivery> deliveries() {
        return List.copyOf(deliveries);
    }

    /** How often a message of this node was acknowledged. */
    synchronized int acknowledgedTimes(long id) {
        return acknowledged.getOrDefault(id, 0);
    }

    /** How often a message of this node was given up. */
    synchronized int abandonedTimes(long id) {
        return abandoned.getOrDefault(id, 0);
    }

    /** Messages of this node of which something was heard. */
    synchronized int settledCount() {
        return acknowledged.size() + abandoned.size();
    }
}
