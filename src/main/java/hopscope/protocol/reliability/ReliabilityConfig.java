package hopscope.protocol.reliability;

/**
 * How messages are delivered.
 *
 * @param window messages sent and not yet acknowledged, at least 1
 * @param timeoutNanos wait for the first acknowledgement, positive
 * @param backoff factor from one wait to the next, at least 1
 * @param retries transmissions after the first, not negative
 * @param jitter each wait is drawn from wait·(1 ± jitter), 0 … 1
 * @param retainNanos how long a handled message is remembered, positive
 * @param retainLimit handled messages remembered at most; beyond it the oldest are forgotten early, and counted
 */
public record ReliabilityConfig(
        int window, long timeoutNanos, double backoff, int retries, double jitter, long retainNanos, int retainLimit) {
    /** A million handled messages: 32 to 64 MB. */
    public static final int DEFAULT_RETAIN_LIMIT = 1 << 20;

    /** No single wait is longer than a year, whatever the backoff: it must fit a clock of 292 years. */
    private static final long MAX_WAIT_NANOS = 365L * 24 * 3_600 * 1_000_000_000L;

    /**
     * The wait after a transmission, before jitter.
     *
     * @param transmission 0 for the first
     */
    public long waitNanos(int transmission) {
        double wait = timeoutNanos;
        for (int i = 0; i < transmission && wait < MAX_WAIT_NANOS; i++) {
            wait *= backoff;
        }
        return (long) Math.min(wait, MAX_WAIT_NANOS);
    }

    /** The longest time from the first transmission to the last, jitter included. */
    public long longestLifeNanos() {
        double life = 0;
        for (int i = 0; i < retries; i++) {
            life += waitNanos(i) * (1 + jitter);
        }
        return (long) Math.min(life, Long.MAX_VALUE / 2);
    }
}
