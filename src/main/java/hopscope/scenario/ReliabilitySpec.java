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
        @Setting(
                about = "Messages a node may have sent and not yet acknowledged.",
                min = "1",
                max = "65536",
                byDefault = "64")
        Integer window,

        @Setting(about = "Wait for the first acknowledgement.", min = "1ns", byDefault = "500ms")
        TimeSpan timeout,

        @Setting(about = "Factor from one wait to the next.", min = "1", max = "16", byDefault = "2")
        Double backoff,

        @Setting(about = "Transmissions after the first.", min = "0", max = "32", byDefault = "6")
        Integer retries,

        @Setting(about = "How long a receiver remembers a handled message.", min = "1ns", byDefault = "120s")
        TimeSpan retain,

        @Setting(
                about = "Each wait is drawn from wait (1 - jitter) to wait (1 + jitter).",
                max = "90%",
                byDefault = "10%")
        Share jitter) {
    public ReliabilitySpec {
        window = window == null ? 64 : window;
        timeout = timeout == null ? new TimeSpan(500_000_000L) : timeout;
        backoff = backoff == null ? 2.0 : backoff;
        retries = retries == null ? 6 : retries;
        retain = retain == null ? new TimeSpan(120_000_000_000L) : retain;
        jitter = jitter == null ? new Share(100_000) : jitter;
    }
}
