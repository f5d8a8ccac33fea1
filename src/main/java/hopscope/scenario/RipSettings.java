package hopscope.scenario;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Settings of {@code distance-vector-rip}.
 *
 * @param interval between updates that hold every route; default 1 s
 * @param jitter each wait is drawn from interval·(1 ± jitter); default 10 %
 * @param updates when changes are told; default at once
 * @param infinity the distance that means "cannot be reached"; default 16
 * @param splitHorizon what a neighbour is told of routes by way of itself; default that they cannot be reached
 * @param timeout a route that is not confirmed for so long is lost; default six intervals
 * @param garbage a lost route is told to others for so long; default four intervals
 * @param start when the first regular update is due; default drawn
 */
public record RipSettings(
        @Setting(about = "Time between updates that hold every route.", min = "1us", max = "24h", byDefault = "1s")
        TimeSpan interval,

        @Setting(
                about = "Each wait is drawn from interval (1 - jitter) to interval (1 + jitter).",
                max = "90%",
                byDefault = "10%")
        Share jitter,

        @Setting(about = "When neighbours are told of a change.", byDefault = "triggered")
        UpdateRule updates,

        @Setting(
                about = "The distance that means unreachable: more than the longest path of the network.",
                min = "2",
                max = "10000",
                byDefault = "16")
        Integer infinity,

        @Setting(about = "What a neighbour is told of routes by way of itself.", byDefault = "poisoned")
        HorizonRule splitHorizon,

        @Setting(
                about = "A route that its next hop does not confirm for so long is lost; six intervals if not given.",
                min = "1us",
                max = "240h")
        TimeSpan timeout,

        @Setting(
                about = "A lost route is told to others for so long, then forgotten; four intervals if not given.",
                min = "1us",
                max = "240h")
        TimeSpan garbage,

        @Setting(
                about = "The first regular update: at a drawn part of the interval, or after a whole one.",
                byDefault = "drawn")
        RoutingSpec.Start start)
        implements ProtocolSettings {
    private static final int DEFAULT_INFINITY = 16;
    private static final int DEFAULT_TIMEOUT_INTERVALS = 6;
    private static final int DEFAULT_GARBAGE_INTERVALS = 4;

    public RipSettings {
        interval = interval == null ? RoutingSpec.DEFAULT_INTERVAL : interval;
        jitter = jitter == null ? RoutingSpec.DEFAULT_JITTER : jitter;
        updates = updates == null ? UpdateRule.TRIGGERED : updates;
        infinity = infinity == null ? DEFAULT_INFINITY : infinity;
        splitHorizon = splitHorizon == null ? HorizonRule.POISONED : splitHorizon;
        timeout = timeout == null ? new TimeSpan(DEFAULT_TIMEOUT_INTERVALS * interval.nanos()) : timeout;
        garbage = garbage == null ? new TimeSpan(DEFAULT_GARBAGE_INTERVALS * interval.nanos()) : garbage;
        start = start == null ? RoutingSpec.Start.DRAWN : start;
    }

    /** Out of step. */
    public RipSettings(
            TimeSpan interval,
            Share jitter,
            UpdateRule updates,
            Integer infinity,
            HorizonRule splitHorizon,
            TimeSpan timeout,
            TimeSpan garbage) {
        this(interval, jitter, updates, infinity, splitHorizon, timeout, garbage, null);
    }

    /** Every setting at its default. */
    static RipSettings byDefault() {
        return new RipSettings(null, null, null, null, null, null, null);
    }

    /** When neighbours are told of a change. */
    public enum UpdateRule {
        /** At once, and not too often. */
        @JsonProperty("triggered")
        TRIGGERED,
        /** With the next regular update. */
        @JsonProperty("periodic")
        PERIODIC
    }

    /** What a neighbour is told of routes by way of itself. */
    public enum HorizonRule {
        /** The same as everybody else. */
        @JsonProperty("none")
        NONE,
        /** Nothing. */
        @JsonProperty("simple")
        SIMPLE,
        /** That they cannot be reached. */
        @JsonProperty("poisoned")
        POISONED
    }
}
