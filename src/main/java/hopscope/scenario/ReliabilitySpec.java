package hopscope.scenario;

/**
 * Settings of reliable messages.
 *
 * @param window messages a node may have sent and not yet acknowledged, 1 … 65,536; default 64
 * @param timeout wait for the first acknowledgement; default 500 ms
 * @param backoff factor from one wait to the next, at least 1; default 2
 * @param retries transmissions after the first, 0 … 32; default 6
 * @param retain how long a receiver remembers a handled message; default 120 s
 * @param jitter each wait is drawn from wait·(1 ± jitter); default 10 %
 */
public record ReliabilitySpec(
        Integer window, TimeSpan timeout, Double backoff, Integer retries, TimeSpan retain, Share jitter) {
    public ReliabilitySpec {
        window = window == null ? 64 : window;
        timeout = timeout == null ? new TimeSpan(500_000_000L) : timeout;
        backoff = backoff == null ? 2.0 : backoff;
        retries = retries == null ? 6 : retries;
        retain = retain == null ? new TimeSpan(120_000_000_000L) : retain;
        jitter = jitter == null ? new Share(100_000) : jitter;
    }
}
