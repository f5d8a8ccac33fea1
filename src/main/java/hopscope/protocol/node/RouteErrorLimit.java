package hopscope.protocol.node;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How many route errors a node sends to each source: a token bucket, as RFC 4443, section 2.4 (f), asks of whoever reports
 * errors. A burst of a whole default window passes, since every message in it that is lost wants to be sent again; after that
 * as many each second. So a peer that floods a node with messages for a link that is gone gets no flood back.
 *
 * <p>Remembers a bounded number of sources, the latest ones: who comes back after many others begins anew.
 */
final class RouteErrorLimit {
    /** The default window of a sender. */
    static final int BURST = 64;

    /** Route errors to one source in the long run. */
    static final int PER_SECOND = 64;

    /** Sources remembered; a peer that invents more than these is held by what it can send, as with all else. */
    static final int SOURCES_MAX = 1_024;

    private static final long NANOS_PER_TOKEN = 1_000_000_000L / PER_SECOND;

    /** By source: when its bucket would be full again; in the order of use. */
    private final Map<Integer, Long> fullAtNanos = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, Long> eldest) {
            return size() > SOURCES_MAX;
        }
    };

    /** Whether one more may be sent to a source now; if so it counts as sent. O(1). */
    boolean take(long nowNanos, int source) {
        long fullAt = Math.max(nowNanos, fullAtNanos.getOrDefault(source, nowNanos));
        if (fullAt - nowNanos > (BURST - 1) * NANOS_PER_TOKEN) {
            return false;
        }
        fullAtNanos.put(source, fullAt + NANOS_PER_TOKEN);
        return true;
    }
}
