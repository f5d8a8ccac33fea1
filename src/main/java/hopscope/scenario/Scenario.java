package hopscope.scenario;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;

/**
 * One experiment: a network, its links, the protocols to compare, what is sent and what breaks. Every optional part is
 * filled with its default here, so that a scenario in memory is always complete; {@code null} in the constructor means
 * "not given".
 *
 * @param name names the result folder: letters, digits, {@code . _ -}
 * @param seed all randomness of all replications derives from it
 * @param duration virtual time of each run
 * @param replications runs per protocol, each with a seed of its own
 * @param topology the network
 * @param links latency and loss of its links
 * @param protocols the protocols to compare, each once
 * @param routing settings of the protocols
 * @param reliability settings of message delivery
 * @param traffic what is sent
 * @param faults what breaks, ordered by time
 * @param expect what must hold for the run to pass
 * @param wire how frames cross simulated links
 * @param settle how long nothing may change before a run counts as settled; default ten routing intervals
 */
@JsonPropertyOrder({
    "name",
    "description",
    "seed",
    "duration",
    "replications",
    "topology",
    "links",
    "protocols",
    "routing",
    "reliability",
    "traffic",
    "faults",
    "expect",
    "wire",
    "settle"
})
public record Scenario(
        String name,
        String description,
        Long seed,
        TimeSpan duration,
        Integer replications,
        TopologySpec topology,
        LinksSpec links,
        List<Protocol> protocols,
        RoutingSpec routing,
        ReliabilitySpec reliability,
        List<TrafficSpec> traffic,
        List<FaultSpec> faults,
        List<Expectation> expect,
        WireMode wire,
        TimeSpan settle) {

    /** Ten intervals: with one random partner an interval, a pair of neighbours that could still learn rarely waits longer. */
    private static final int SETTLE_INTERVALS = 10;

    public Scenario {
        description = description == null ? "" : description;
        seed = seed == null ? 1L : seed;
        replications = replications == null ? 1 : replications;
        links = links == null ? new LinksSpec(null, null) : links;
        protocols = protocols == null ? List.of(Protocol.values()) : List.copyOf(protocols);
        routing = routing == null ? new RoutingSpec(null, null, null) : routing;
        reliability = reliability == null ? new ReliabilitySpec(null, null, null, null, null, null) : reliability;
        traffic = traffic == null ? List.of() : List.copyOf(traffic);
        faults = faults == null ? List.of() : List.copyOf(faults);
        expect = expect == null ? List.of() : List.copyOf(expect);
        wire = wire == null ? WireMode.REFERENCE : wire;
        settle = settle == null ? new TimeSpan(SETTLE_INTERVALS * routing.longestIntervalNanos()) : settle;
    }
}
