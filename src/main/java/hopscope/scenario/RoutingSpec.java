package hopscope.scenario;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Settings of the routing protocols.
 *
 * @param hopLimit links that a message may cross, 1 … 255; default 32
 * @param sourceRouting settings of source routing
 * @param distanceVector settings of the distance-vector table
 * @param distanceVectorRip settings of the routing information protocol
 * @param distanceVectorFeasible settings of the feasible distance-vector protocol
 * @param linkState settings of link-state routing
 */
public record RoutingSpec(
        @Setting(about = "Links that a message may cross.", min = "1", max = "255", byDefault = "32")
        Integer hopLimit,

        @Setting(about = "Settings of source routing.") SourceRouting sourceRouting,

        @Setting(about = "Settings of the distance-vector table.")
        DistanceVector distanceVector,

        @Setting(about = "Settings of the routing information protocol.")
        RipSettings distanceVectorRip,

        @Setting(about = "Settings of the feasible distance-vector protocol.")
        FeasibleSettings distanceVectorFeasible,

        @Setting(about = "Settings of link-state routing hop by hop.")
        LinkState linkState) {
    private static final int DEFAULT_HOP_LIMIT = 32;
    static final TimeSpan DEFAULT_INTERVAL = new TimeSpan(1_000_000_000L);
    static final int DEFAULT_FANOUT = 1;
    static final Share DEFAULT_JITTER = new Share(100_000);

    /** Every setting at its default. */
    public static final RoutingSpec DEFAULT = new RoutingSpec(null, null, null, null, null, null);

    public RoutingSpec {
        hopLimit = hopLimit == null ? DEFAULT_HOP_LIMIT : hopLimit;
        sourceRouting = sourceRouting == null ? SourceRouting.defaults() : sourceRouting;
        distanceVector = distanceVector == null ? new DistanceVector(null, null, null) : distanceVector;
        distanceVectorRip = distanceVectorRip == null ? RipSettings.byDefault() : distanceVectorRip;
        distanceVectorFeasible = distanceVectorFeasible == null ? FeasibleSettings.byDefault() : distanceVectorFeasible;
        linkState = linkState == null ? LinkState.defaults() : linkState;
    }

    /** What a shortest path minimises. */
    public enum PathMetric {
        /** Number of links. */
        @JsonProperty("hops")
        HOPS,
        /** Sum of the links' nominal latencies. */
        @JsonProperty("latency")
        LATENCY
    }

    /** When a node's first gossip round is due. */
    public enum Start {
        /** At a drawn part of the interval, so that nodes are out of step. */
        @JsonProperty("drawn")
        DRAWN,
        /** After one whole interval, so that nodes that start together act together. */
        @JsonProperty("together")
        TOGETHER
    }

    /**
     * Source routing.
     *
     * @param interval between a node's gossip rounds; default 1 s
     * @param fanout neighbours asked each round, at least 1; default 1
     * @param metric what a shortest path minimises; default hops
     * @param jitter each wait is drawn from interval·(1 ± jitter); default 10 %
     * @param spread how records spread; default push-pull
     * @param maxAge at which a record ceases to count, 0 for never; default 0
     * @param refresh after which a node renews its own record; default a third of {@code maxAge}
     * @param equalCost which of several shortest paths a message takes; default smallest-id
     * @param routeErrors whether a forwarder whose next link is gone tells the source; default enabled
     * @param stableSequence whether sequence numbers survive a restart; default enabled
     * @param start when the first round is due; default drawn
     * @param warmStart enabled if every node begins with the records of all, else {@code null}
     * @param followedSources nodes whose routes are kept and followed, or {@code null} for as many as {@link
     *     #followedSourcesOf} says
     */
    public record SourceRouting(
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

            @Setting(
                    about = "After this time a node renews its own record; a third of max-age if not given.",
                    max = "24h")
            TimeSpan refresh,

            @Setting(about = "Which of several shortest paths a message takes.", byDefault = "smallest-id")
            EqualCostRule equalCost,

            @Setting(about = "Whether a forwarder whose next link is gone tells the source.", byDefault = "enabled")
            Switch routeErrors,

            @Setting(about = "Whether sequence numbers survive a restart.", byDefault = "enabled")
            Switch stableSequence,

            @Setting(
                    about = "The first round: at a drawn part of the interval, or after a whole one.",
                    byDefault = "drawn")
            Start start,

            @Setting(
                    about =
                            "Whether nodes begin with every session up and every record known, as after a long calm; not if not given.")
            Switch warmStart,

            @Setting(
                    about =
                            "Nodes, drawn by the seed, whose routes are kept and followed for the convergence metrics; the others seek a route when they need it. All in networks of up to 20000 nodes, else 256, if not given.",
                    min = "1")
            Integer followedSources)
            implements LinkStateSettings {
        /** Beyond this, what the metrics need for all pairs would be gigabytes. */
        private static final int ALL_FOLLOWED_NODES = 20_000;

        /** A share of a million pairs or more is known to a tenth of a percent. */
        private static final int USUAL_SAMPLE = 256;

        /** Every setting at its default. A method, since a constant here and one in {@link RoutingSpec} would need each other. */
        public static SourceRouting defaults() {
            return new SourceRouting(null, null, null, null, null, null, null, null, null, null, null);
        }

        public SourceRouting {
            interval = interval == null ? DEFAULT_INTERVAL : interval;
            fanout = fanout == null ? DEFAULT_FANOUT : fanout;
            metric = metric == null ? PathMetric.HOPS : metric;
            jitter = jitter == null ? DEFAULT_JITTER : jitter;
            spread = spread == null ? SpreadMode.PUSH_PULL : spread;
            maxAge = maxAge == null ? new TimeSpan(0) : maxAge;
            refresh = refresh == null ? LinkStateSettings.refreshFor(maxAge) : refresh;
            equalCost = equalCost == null ? EqualCostRule.SMALLEST_ID : equalCost;
            routeErrors = routeErrors == null ? Switch.ON : routeErrors;
            stableSequence = stableSequence == null ? Switch.ON : stableSequence;
            start = start == null ? Start.DRAWN : start;
            warmStart = warmStart == Switch.OFF ? null : warmStart;
        }

        /** From a cold start, followed as usual. */
        public SourceRouting(
                TimeSpan interval,
                Integer fanout,
                PathMetric metric,
                Share jitter,
                SpreadMode spread,
                TimeSpan maxAge,
                TimeSpan refresh,
                EqualCostRule equalCost,
                Switch routeErrors,
                Switch stableSequence,
                Start start) {
            this(
                    interval,
                    fanout,
                    metric,
                    jitter,
                    spread,
                    maxAge,
                    refresh,
                    equalCost,
                    routeErrors,
                    stableSequence,
                    start,
                    null,
                    null);
        }

        /** How many nodes' routes are followed in a network of so many. */
        public int followedSourcesOf(int nodes) {
            int usual = nodes <= ALL_FOLLOWED_NODES ? nodes : USUAL_SAMPLE;
            return followedSources == null ? usual : Math.min(followedSources, nodes);
        }

        @Override
        public boolean carriesPath() {
            return true;
        }
    }

    /**
     * The distance-vector table.
     *
     * @param interval between a node's gossip rounds; default 1 s
     * @param fanout neighbours asked each round, at least 1; default 1
     * @param jitter each wait is drawn from interval·(1 ± jitter); default 10 %
     * @param start when the first round is due; default drawn
     */
    public record DistanceVector(
            @Setting(about = "Time between a node's gossip rounds.", min = "1us", max = "24h", byDefault = "1s")
            TimeSpan interval,

            @Setting(about = "Neighbours asked each round.", min = "1", max = "1000", byDefault = "1")
            Integer fanout,

            @Setting(
                    about = "Each wait is drawn from interval (1 - jitter) to interval (1 + jitter).",
                    max = "90%",
                    byDefault = "10%")
            Share jitter,

            @Setting(
                    about = "The first round: at a drawn part of the interval, or after a whole one.",
                    byDefault = "drawn")
            Start start)
            implements ProtocolSettings {
        public DistanceVector {
            interval = interval == null ? DEFAULT_INTERVAL : interval;
            fanout = fanout == null ? DEFAULT_FANOUT : fanout;
            jitter = jitter == null ? DEFAULT_JITTER : jitter;
            start = start == null ? Start.DRAWN : start;
        }

        /** Out of step. */
        public DistanceVector(TimeSpan interval, Integer fanout, Share jitter) {
            this(interval, fanout, jitter, null);
        }
    }
}
