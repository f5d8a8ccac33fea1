package hopscope.scenario;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Optional;

/**
 * One experiment: a network, its links, the protocols to compare, what is sent and what breaks. Every optional part is
 * filled with its default here, so that a scenario in memory is always complete; {@code null} in the constructor means
 * "not given".
 *
 * @param name names the result folder: letters, digits, {@code . _ -}
 * @param description what the scenario shows; default empty
 * @param seed all randomness of all replications derives from it
 * @param duration virtual time of each run
 * @param replications runs per protocol, each with a seed of its own
 * @param topology the network
 * @param links latency and loss of its links
 * @param protocols the protocols to compare, each under a name of its own
 * @param routing settings of the protocols, where an entry has none of its own
 * @param reliability settings of message delivery
 * @param traffic what is sent
 * @param faults what breaks, in the order written
 * @param expect what must hold for the run to pass
 * @param wire how frames cross simulated links
 * @param groups named groups of nodes that faults refer to, or {@code null}
 * @param session how sessions notice silence, or {@code null} for not at all; default on if a fault is silent
 * @param settle how long nothing may change before a run counts as settled; default ten of the longest routing interval
 * @param warmUp what of a run is left out before anything but convergence is measured, or {@code null} for nothing
 * @param batchMeans batches that each run is divided into for confidence intervals of its own; {@code null} for none,
 *     default 20 with a warm-up
 * @param charts charts drawn beside the usual ones; no part of what a run does
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
    "groups",
    "session",
    "traffic",
    "faults",
    "expect",
    "wire",
    "settle",
    "warm-up",
    "batch-means",
    "charts"
})
public record Scenario(
        @Setting(about = "Names the result folder: letters, digits, dot, underscore, hyphen.", required = true)
        String name,

        @Setting(about = "What the scenario shows.") String description,

        @Setting(about = "All randomness of all replications derives from it.", byDefault = "1")
        Long seed,

        @Setting(about = "Virtual time of each run.", required = true, min = "1ns")
        TimeSpan duration,

        @Setting(about = "Runs per protocol, each with a seed of its own.", min = "1", max = "100000", byDefault = "1")
        Integer replications,

        @Setting(about = "The network: exactly one of edges, generate and file.", required = true)
        TopologySpec topology,

        @Setting(about = "What the links do to frames.") LinksSpec links,

        @Setting(about = "The protocols to compare; source-routing and distance-vector if not given.")
        List<ProtocolSpec> protocols,

        @Setting(about = "Settings of the protocols, where an entry has none of its own.")
        RoutingSpec routing,

        @Setting(about = "Settings of message delivery.") ReliabilitySpec reliability,

        @Setting(about = "Named groups of nodes that faults refer to.")
        NodeGroups groups,

        @Setting(about = "How sessions find silent faults; on by default if there are some, else off.")
        SessionSpec session,

        @Setting(about = "What is sent.") List<TrafficSpec> traffic,
        @Setting(about = "What breaks and is mended.") List<FaultSpec> faults,

        @Setting(about = "What must hold for the run to pass: [protocol.][fault[N].]metric[.statistic] op number.")
        List<Expectation> expect,

        @Setting(about = "How frames cross simulated links; must not change the outcome.", byDefault = "reference")
        WireMode wire,

        @Setting(
                about =
                        "How long nothing may change before a run counts as settled; ten of the longest routing interval if not given.",
                min = "1ns")
        TimeSpan settle,

        @Setting(
                about =
                        "What of each run is left out before messages, cost and wrong routes are measured; nothing if not given.")
        WarmUpSpec warmUp,

        @Setting(
                about = "Batches that each run is divided into for confidence intervals of its own; 20 with a warm-up,"
                        + " else none if not given.",
                min = "2",
                max = "500")
        Integer batchMeans,

        @Setting(about = "Charts to draw beside the usual ones, with the words of `hopscope chart`.")
        List<ChartSpec> charts) {

    /** Within the 10 to 30 that Schmeiser (1982) found enough whatever the length of a run. */
    private static final int USUAL_BATCHES = 20;

    /** Ten intervals: with one random partner an interval, a pair of neighbours that could still learn rarely waits longer. */
    private static final int SETTLE_INTERVALS = 10;

    public Scenario {
        description = description == null ? "" : description;
        seed = seed == null ? 1L : seed;
        replications = replications == null ? 1 : replications;
        links = links == null ? new LinksSpec(null, null) : links;
        routing = routing == null ? RoutingSpec.DEFAULT : routing;
        protocols = protocols == null ? byDefault(routing) : List.copyOf(protocols);
        reliability = reliability == null ? new ReliabilitySpec(null, null, null, null, null, null) : reliability;
        traffic = traffic == null ? List.of() : List.copyOf(traffic);
        faults = faults == null ? List.of() : List.copyOf(faults);
        session = session == null && faults.stream().anyMatch(FaultSpec::isSilent)
                ? new SessionSpec(null, null)
                : session;
        expect = expect == null ? List.of() : List.copyOf(expect);
        wire = wire == null ? WireMode.REFERENCE : wire;
        settle = settle == null ? new TimeSpan(SETTLE_INTERVALS * longestIntervalNanos(protocols)) : settle;
        batchMeans = batchMeans == null && warmUp != null ? (Integer) USUAL_BATCHES : batchMeans;
        charts = charts == null ? List.of() : List.copyOf(charts);
    }

    private static List<ProtocolSpec> byDefault(RoutingSpec routing) {
        return Protocol.BY_DEFAULT.stream()
                .map(use -> ProtocolSpec.of(use, routing))
                .toList();
    }

    private static long longestIntervalNanos(List<ProtocolSpec> protocols) {
        return protocols.stream()
                .mapToLong(protocol -> protocol.settings().interval().nanos())
                .max()
                .orElse(RoutingSpec.DEFAULT_INTERVAL.nanos());
    }

    /** The longest routing interval of the protocols compared. */
    public TimeSpan longestInterval() {
        return new TimeSpan(longestIntervalNanos(protocols));
    }

    /** The names of the protocols compared, in order. */
    public List<String> protocolNames() {
        return protocols.stream().map(ProtocolSpec::name).toList();
    }

    /** The same experiment with any build of its plugins: for what is to be compared across builds. */
    public Scenario withoutBuilds() {
        return with(protocols.stream().map(ProtocolSpec::withoutBuild).toList(), charts);
    }

    /** The same experiment without its charts, which say nothing of what happens. */
    public Scenario withoutCharts() {
        return with(protocols, List.of());
    }

    private Scenario with(List<ProtocolSpec> otherProtocols, List<ChartSpec> otherCharts) {
        return new Scenario(
                name,
                description,
                seed,
                duration,
                replications,
                topology,
                links,
                otherProtocols,
                routing,
                reliability,
                groups,
                session,
                traffic,
                faults,
                expect,
                wire,
                settle,
                warmUp,
                batchMeans,
                otherCharts);
    }

    /** The entry with a name, if there is one. */
    public Optional<ProtocolSpec> protocol(String entry) {
        return protocols.stream().filter(p -> p.name().equals(entry)).findFirst();
    }
}
