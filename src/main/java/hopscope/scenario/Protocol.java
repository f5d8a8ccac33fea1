package hopscope.scenario;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The routing protocols there are: which algorithm, not with which settings. What a scenario compares are
 * {@link ProtocolSpec} entries, each of which uses one of these.
 */
public enum Protocol implements RoutingAlgorithm {
    /** Link-state records by gossip, shortest path by Dijkstra, the message carries its path. */
    @JsonProperty("source-routing")
    SOURCE_ROUTING("source-routing", RoutingSpec.SourceRouting.class, RoutingSpec::sourceRouting),

    /** A table {@code <dst, next, distance>} that neighbours merge push-pull. */
    @JsonProperty("distance-vector")
    DISTANCE_VECTOR("distance-vector", RoutingSpec.DistanceVector.class, RoutingSpec::distanceVector),

    /** The routing information protocol: the next hop's word counts, whatever it says. */
    @JsonProperty("distance-vector-rip")
    DISTANCE_VECTOR_RIP("distance-vector-rip", RipSettings.class, RoutingSpec::distanceVectorRip),

    /** Distances with sequence numbers, of which only those are taken that cannot lead back: never a loop. */
    @JsonProperty("distance-vector-feasible")
    DISTANCE_VECTOR_FEASIBLE("distance-vector-feasible", FeasibleSettings.class, RoutingSpec::distanceVectorFeasible),

    /** The records and paths of source routing, but every node forwards by its own tree and messages carry no path. */
    @JsonProperty("link-state")
    LINK_STATE("link-state", LinkState.class, RoutingSpec::linkState);

    /** What a scenario compares that does not say: the two protocols of the document. */
    static final List<Protocol> BY_DEFAULT = List.of(SOURCE_ROUTING, DISTANCE_VECTOR);

    private final String label;
    private final Class<? extends ProtocolSettings> settingsType;
    private final Function<RoutingSpec, ProtocolSettings> settings;

    Protocol(
            String label,
            Class<? extends ProtocolSettings> settingsType,
            Function<RoutingSpec, ProtocolSettings> settings) {
        this.label = label;
        this.settingsType = settingsType;
        this.settings = settings;
    }

    /** All names, in the order of the constants. */
    public static List<String> labels() {
        return Arrays.stream(values()).map(Protocol::label).toList();
    }

    /** The protocol of this name, if there is one; a plugin's is none. */
    public static Optional<Protocol> named(String label) {
        return Arrays.stream(values())
                .filter(protocol -> protocol.label.equals(label))
                .findFirst();
    }

    /** The name in scenario files and results; also of its section under {@code routing}. */
    @Override
    public String label() {
        return label;
    }

    /** The record that holds its settings. */
    @Override
    public Class<? extends ProtocolSettings> settingsType() {
        return settingsType;
    }

    /** Its section of {@code routing}: the settings of every entry that does not say otherwise. */
    public ProtocolSettings settings(RoutingSpec routing) {
        return settings.apply(routing);
    }
}
