package hopscope.metrics;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** Every message of a run in the order of acceptance, so that those after a warm-up can be told apart once it is known. */
final class MessageLog {
    private static final int NOT_DELIVERED = -1;

    /** By source, then by message id: the position in the arrays. */
    private final Map<Integer, Map<Long, Integer>> positions = new HashMap<>();

    private int count;
    private long[] acceptedNanos = new long[64];
    private long[] latencyNanos = new long[64];
    private int[] hops = new int[64];
    private int[] shortestHops = new int[64];
    private boolean[] abandoned = new boolean[64];

    void accepted(long nowNanos, int source, long id) {
        if (count == acceptedNanos.length) {
            int capacity = 2 * count;
            acceptedNanos = Arrays.copyOf(acceptedNanos, capacity);
            latencyNanos = Arrays.copyOf(latencyNanos, capacity);
            hops = Arrays.copyOf(hops, capacity);
            shortestHops = Arrays.copyOf(shortestHops, capacity);
            abandoned = Arrays.copyOf(abandoned, capacity);
        }
        positions.computeIfAbsent(source, key -> new HashMap<>()).put(id, count);
        acceptedNanos[count] = nowNanos;
        latencyNanos[count] = NOT_DELIVERED;
        count++;
    }

    /** A message was handled; only the first time counts. */
    void delivered(long nowNanos, int source, long id, int linkCount, int shortest) {
        int at = positions.get(source).get(id);
        if (latencyNanos[at] == NOT_DELIVERED) {
            latencyNanos[at] = nowNanos - acceptedNanos[at];
            hops[at] = linkCount;
            shortestHops[at] = shortest;
        }
    }

    void abandoned(int source, long id) {
        abandoned[positions.get(source).get(id)] = true;
    }

    /** The delivered ones from a moment on, in order. */
    private IntStream deliveredFrom(long fromNanos) {
        return acceptedFrom(fromNanos).filter(at -> latencyNanos[at] != NOT_DELIVERED);
    }

    private IntStream acceptedFrom(long fromNanos) {
        return IntStream.range(0, count).filter(at -> acceptedNanos[at] >= fromNanos);
    }

    /** Latencies in milliseconds of the delivered ones that were accepted from a moment on, in order. */
    double[] latenciesMillis(long fromNanos) {
        return series(deliveredFrom(fromNanos), at -> latencyNanos[at] / 1e6);
    }

    /** Their links crossed. */
    double[] hops(long fromNanos) {
        return series(deliveredFrom(fromNanos), at -> hops[at]);
    }

    /** Their links crossed, divided by the fewest possible; without those to which there was no path any more. */
    double[] stretches(long fromNanos) {
        return series(
                deliveredFrom(fromNanos).filter(at -> shortestHops[at] > 0),
                at -> (double) hops[at] / shortestHops[at]);
    }

    /** 1 for each that was delivered, 0 for each that was not, of those that were accepted from a moment on. */
    double[] arrivals(long fromNanos) {
        return series(acceptedFrom(fromNanos), at -> latencyNanos[at] == NOT_DELIVERED ? 0 : 1);
    }

    private static double[] series(IntStream positions, IntToDoubleFunction value) {
        return positions.mapToDouble(value).toArray();
    }

    /** When the delivered message was accepted that a number of delivered ones precede. */
    long acceptedNanosAfter(int deliveredCount) {
        return acceptedNanos[deliveredFrom(0).skip(deliveredCount).findFirst().orElseThrow()];
    }

    /** What became of those that were accepted from a moment on, by the same rules as of all. */
    Delivery from(long fromNanos) {
        Delivery delivery = new Delivery();
        acceptedFrom(fromNanos).forEach(at -> {
            delivery.accepted(acceptedNanos[at], 0, at);
            if (latencyNanos[at] != NOT_DELIVERED) {
                long arrival = acceptedNanos[at] + latencyNanos[at];
                delivery.delivered(arrival, 0, at, 0, hops[at], shortestHops[at]);
            }
            if (abandoned[at]) {
                delivery.abandoned();
            }
        });
        delivery.end();
        return delivery;
    }
}
