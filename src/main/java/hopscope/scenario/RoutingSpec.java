package hopscope.scenario;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Settings of the routing protocols.
 *
 * @param hopLimit links that a message may cross, 1 … 255; default 32
 * @param sourceRouting settings of source routing
 * @param distanceVector settings of the distance-vector table
 */
public record RoutingSpec(
        @Setting(about = "Links that a message may cross.", min = "1", max = "255", byDefault = "32")
        Integer hopLimit,

        @Setting(about = "Settings of source routing.") SourceRouting sourceRouting,

        @Setting(about = "Settings of the distance-vector table.")
        DistanceVector distanceVector) {
    private static final int DEFAULT_HOP_LIMIT = 32;
    static final TimeSpan DEFAULT_INTERVAL = new TimeSpan(1_000_000_000L);
    private static final int DEFAULT_FANOUT = 1;
    private static final Share DEFAULT_JITTER = new Share(100_000);

    /** Every setting at its default. */
    public static final RoutingSpec DEFAULT = new RoutingSpec(null, null, null);

    public RoutingSpec {
        hopLimit = hopLimit == null ? DEFAULT_HOP_LIMIT : hopLimit;
        sourceRouting = sourceRouting == null ? new SourceRouting(null, null, null, null) : sourceRouting;
        distanceVector = distanceVector == null ? new DistanceVector(null, null, null) : distanceVector;
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

    /**
     * Source routing.
     *
     * @param interval between a node's gossip rounds; default 1 s
     * @param fanout neighbours asked each round, at least 1; default 1
     * @param metric what a shortest path minimises; default hops
     * @param jitter each wait is drawn from interval·(1 ± jitter); default 10 %
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
            Share jitter)
            implements ProtocolSettings {
        public SourceRouting {
            interval = interval == null ? DEFAULT_INTERVAL : interval;
            fanout = fanout == null ? DEFAULT_FANOUT : fanout;
            metric = metric == null ? PathMetric.HOPS : metric;
            jitter = jitter == null ? DEFAULT_JITTER : jitter;
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
            Share jitter)
            implements ProtocolSettings {
        public DistanceVector {
            interval = interval == null ? DEFAULT_INTERVAL : interval;
            fanout = fanout == null ? DEFAULT_FANOUT : fanout;
            jitter = jitter == null ? DEFAULT_JITTER : jitter;
        }
    }
}
