package hopscope.scenario;

import hopscope.scenario.RoutingSpec.PathMetric;

/**
 * Link-state routing hop by hop.
 *
 * @param interval between a node's gossip rounds; default 1 s
 * @param fanout neighbours asked each round, at least 1; default 1
 * @param metric what a shortest path minimises; default hops
 * @param jitter each wait is drawn from interval·(1 ± jitter); default 10 %
 * @param spread how records spread; default push-pull
 * @param maxAge at which a record ceases to count, 0 for never; default 0
 * @param refresh after which a node renews its own record; default a third of {@code maxAge}
 * @param equalCost which of several shortest paths a message takes; default smallest-id
 * @param stableSequence whether sequence numbers survive a restart; default enabled
 * @param start when the first round is due; default drawn
 * @param warmStart enabled if every node begins with the records of all, else {@code null}
 */
public record LinkState(
        @Setting(about = "Time between a node's gossip rounds.", min = "1us", max = "24h", byDefault = "1s")
        TimeSpan interval,

        @Setting(about = "Neighbours asked each round.", min = "1", max = "1000", byDefault = "1")
        Integer fanout,

        @Setting(about = "What a shortest path minimises.", byDefault = "hops")
        PathMetric metric,

        @Setting(
                about = "Each wait is drawn from interval (1 - jitter) to interval (1 + jitter).",
                max = "90%",
                byDefault = "10%")
        Share jitter,

        @Setting(about = "How records spread.", byDefault = "push-pull")
        SpreadMode spread,

        @Setting(about = "Age at which a record ceases to count; 0s for never.", max = "24h", byDefault = "0s")
        TimeSpan maxAge,

        @Setting(about = "After this time a node renews its own record; a third of max-age if not given.", max = "24h")
        TimeSpan refresh,

        @Setting(about = "Which of several shortest paths a message takes.", byDefault = "smallest-id")
        EqualCostRule equalCost,

        @Setting(about = "Whether sequence numbers survive a restart.", byDefault = "enabled")
        Switch stableSequence,

        @Setting(about = "The first round: at a drawn part of the interval, or after a whole one.", byDefault = "drawn")
        RoutingSpec.Start start,

        @Setting(
                about =
                        "Whether nodes begin with every session up and every record known, as after a long calm; not if not given.")
        Switch warmStart)
        implements LinkStateSettings {
    /** Every setting at its default. */
    public static LinkState defaults() {
        return new LinkState(null, null, null, null, null, null, null, null, null, null, null);
    }

    public LinkState {
        interval = interval == null ? RoutingSpec.DEFAULT_INTERVAL : interval;
        fanout = fanout == null ? RoutingSpec.DEFAULT_FANOUT : fanout;
        metric = metric == null ? PathMetric.HOPS : metric;
        jitter = jitter == null ? RoutingSpec.DEFAULT_JITTER : jitter;
        spread = spread == null ? SpreadMode.PUSH_PULL : spread;
        maxAge = maxAge == null ? new TimeSpan(0) : maxAge;
        refresh = refresh == null ? LinkStateSettings.refreshFor(maxAge) : refresh;
        equalCost = equalCost == null ? EqualCostRule.SMALLEST_ID : equalCost;
        stableSequence = stableSequence == null ? Switch.ON : stableSequence;
        start = start == null ? RoutingSpec.Start.DRAWN : start;
        warmStart = warmStart == Switch.OFF ? null : warmStart;
    }
}
