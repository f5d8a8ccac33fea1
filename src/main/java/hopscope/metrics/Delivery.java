package hopscope.metrics;

import java.util.Arrays;

/**
 * What became of every message, checked independently of the nodes' own bookkeeping: a message handled twice is found
 * here even if the duplicate filter believes otherwise.
 */
final class Delivery {
    private static final int MAX_HOPS = 255;

    /** By source; {@code null} for those that sent nothing. */
    private SentMessages[] messages = new SentMessages[64];

    private final long[] hopCounts = new long[MAX_HOPS + 1];
    private long sent;
    private long delivered;
    private long handledTwice;
    private long givenUp;
    private long windowFull;
    private long hopsSum;
    private double stretchSum;
    private long stretchCount;
    private long[] latenciesNanos = new long[64];

    void accepted(long nowNanos, int source, long id) {
        sent++;
        if (!messagesOf(source).add(id, nowNanos)) {
            throw new IllegalStateException("node " + source + " used message id " + id + " twice");
        }
    }

    private SentMessages messagesOf(int source) {
        if (source >= messages.length) {
            messages = Arrays.copyOf(messages, Math.max(source + 1, 2 * messages.length));
        }
        if (messages[source] == null) {
            messages[source] = new SentMessages();
        }
        return messages[source];
    }

    void windowFull() {
        windowFull++;
    }

    void abandoned() {
        givenUp++;
    }

    /**
     * A message was handled.
     *
     * @param life how often the destination has restarted: a node that crashed has lost its memory of what it handled, so
     *     only a second time in the same life counts as handled twice
     * @param shortestHops hops of the shortest path now, not positive if there is none
     */
    void delivered(long nowNanos, int source, long id, int life, int hops, int shortestHops) {
        SentMessages ofSource = messagesOf(source);
        int index = ofSource.find(id);
        if (index == SentMessages.UNKNOWN) {
            throw new IllegalStateException("a message was delivered that node " + source + " never sent: " + id);
        }
        int lastLife = ofSource.life(index);
        ofSource.setLife(index, life);
        if (lastLife != SentMessages.NOT_DELIVERED) {
            handledTwice += lastLife == life ? 1 : 0;
            return;
        }
        hopCounts[hops]++;
        hopsSum += hops;
        if (shortestHops > 0) {
            stretchSum += (double) hops / shortestHops;
            stretchCount++;
        }
        if (delivered == latenciesNanos.length) {
            latenciesNanos = Arrays.copyOf(latenciesNanos, 2 * latenciesNanos.length);
        }
        latenciesNanos[(int) delivered++] = nowNanos - ofSource.acceptedNanos(index);
    }

    void end() {
        latenciesNanos = Arrays.copyOf(latenciesNanos, (int) delivered);
        Arrays.sort(latenciesNanos);
    }

    long sent() {
        return sent;
    }

    long deliveredCount() {
        return delivered;
    }

    long handledTwice() {
        return handledTwice;
    }

    long givenUp() {
        return givenUp;
    }

    long windowFullCount() {
        return windowFull;
    }

    /** Delivered part of what was sent, or NaN if nothing was. */
    double deliveryRatio() {
        return sent == 0 ? Double.NaN : (double) delivered / sent;
    }

    double hopsMean() {
        return delivered == 0 ? Double.NaN : (double) hopsSum / delivered;
    }

    double hopsMax() {
        return hopsQuantile(1.0);
    }

    /** Nearest-rank quantile of the hop counts, or NaN. */
    double hopsQuantile(double share) {
        long rank = rank(share);
        long seen = 0;
        for (int hops = 0; delivered > 0 && hops < hopCounts.length; hops++) {
            seen += hopCounts[hops];
            if (seen >= rank) {
                return hops;
            }
        }
        return Double.NaN;
    }

    private long rank(double share) {
        return Math.max(1, (long) Math.ceil(share * delivered));
    }

    double stretchMean() {
        return stretchCount == 0 ? Double.NaN : stretchSum / stretchCount;
    }

    /** Nearest-rank quantile of the latencies in milliseconds, or NaN; after {@link #end}. */
    double latencyQuantileMillis(double share) {
        return delivered == 0 ? Double.NaN : latenciesNanos[(int) rank(share) - 1] / 1e6;
    }

    /** Messages by the hops of their first delivery, up to the largest seen. */
    long[] hopCounts() {
        int length = hopCounts.length;
        while (length > 0 && hopCounts[length - 1] == 0) {
            length--;
        }
        return Arrays.copyOf(hopCounts, length);
    }
}
