package hopscope.scenario;

/**
 * Settings of {@code distance-vector-feasible}.
 *
 * @param interval between updates that hold every route; default 1 s
 * @param jitter each wait is drawn from interval·(1 ± jitter); default 10 %
 * @param timeout the routes of a neighbour that did not send all of them for so long are lost; default six intervals
 */
public record FeasibleSettings(
        @Setting(about = "Time between updates that hold every route.", min = "1us", max = "24h", byDefault = "1s")
        TimeSpan interval,

        @Setting(
                about = "Each wait is drawn from interval (1 - jitter) to interval (1 + jitter).",
                max = "90%",
                byDefault = "10%")
        Share jitter,

        @Setting(
                about =
                        "The routes of a neighbour that did not send all of them for so long are lost; six intervals if "
                                + "not given.",
                min = "1us",
                max = "240h")
        TimeSpan timeout)
        implements ProtocolSettings {
    private static final int DEFAULT_TIMEOUT_INTERVALS = 6;

    public FeasibleSettings {
        interval = interval == null ? RoutingSpec.DEFAULT_INTERVAL : interval;
        jitter = jitter == null ? RoutingSpec.DEFAULT_JITTER : jitter;
        timeout = timeout == null ? new TimeSpan(DEFAULT_TIMEOUT_INTERVALS * interval.nanos()) : timeout;
    }

    /** Every setting at its default. */
    static FeasibleSettings byDefault() {
        return new FeasibleSettings(null, null, null);
    }
}
