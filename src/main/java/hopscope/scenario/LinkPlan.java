package hopscope.scenario;

import hopscope.topology.LinkFacts;
import hopscope.topology.Topology;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What each direction of each link does to frames. Settings come in layers, and each setting is the one of the last layer
 * that gives it: the built-in defaults, {@code links}, the network's own (the file's attributes, or the latency beside an
 * edge), classes, selectors, single links; within each list the later entry is the later layer. A preset counts as a value
 * for every setting of its layer that the layer does not give itself.
 *
 * <p>A direction is the number {@code 2·link} from the smaller end to the larger, {@code 2·link + 1} back.
 */
public final class LinkPlan {
    /** Path of the layer that is the network's own. */
    public static final String TOPOLOGY = "topology";

    private final LinksSpec spec;
    private final Topology topology;
    private final LinkSettings defaults;
    private final List<LinkMatcher> classes = new ArrayList<>();
    private final List<LinkMatcher> selectors = new ArrayList<>();
    private final Map<Integer, List<Integer>> singleByDirection = new HashMap<>();
    private final boolean uniform;

    /**
     * Settings at one place of the scenario.
     *
     * @param path of that place, such as {@code links.classes.0}
     * @param settings given there
     */
    public record Layer(String path, LinkSettings settings) {}

    /**
     * One setting of a direction.
     *
     * @param name as in a scenario
     * @param text its value as in a scenario
     * @param path of the value or of the preset that stands for it; {@link #TOPOLOGY} for the network's own; empty for a
     *     built-in default
     */
    public record Origin(String name, String text, String path) {}

    /** The plan of a network; O(nodes + rules). */
    public LinkPlan(LinksSpec spec, Topology topology) {
        this.spec = spec;
        this.topology = topology;
        this.defaults = spec.defaults();
        spec.classes().forEach(entry -> classes.add(LinkMatcher.of(entry, topology)));
        spec.selectors().forEach(entry -> selectors.add(new LinkMatcher(entry.match(), topology)));
        for (int i = 0; i < spec.single().size(); i++) {
            indexSingle(spec.single().get(i), i);
        }
        this.uniform = spec.classes().isEmpty()
                && selectors.isEmpty()
                && singleByDirection.isEmpty()
                && topology.facts() == LinkFacts.NONE;
    }

    private void indexSingle(SingleLink entry, int index) {
        LinkRef ends = entry.link() == null ? entry.direction() : entry.link();
        int from = topology.indexOf(ends.a().name());
        int link = topology.linkBetween(from, topology.indexOf(ends.b().name()));
        int direction = topology.endA(link) == from ? 2 * link : 2 * link + 1;
        singleByDirection.computeIfAbsent(direction, key -> new ArrayList<>()).add(index);
        if (entry.link() != null) {
            singleByDirection
                    .computeIfAbsent(direction ^ 1, key -> new ArrayList<>())
                    .add(index);
        }
    }

    /** Everything that a direction does to frames; no setting is {@code null}. O(rules). */
    public LinkSettings settings(int direction) {
        if (uniform && topology.latencyNanos(direction >> 1) == Topology.NO_LATENCY) {
            return defaults;
        }
        LinkSettings settings = LinkSettings.DEFAULTS;
        for (Layer layer : layers(direction)) {
            settings = layer.settings().over(settings);
        }
        return settings;
    }

    /** Position in {@link LinksSpec#classes} of the last class that a direction belongs to, or -1; O(classes). */
    public int classIndex(int direction) {
        for (int i = classes.size() - 1; i >= 0; i--) {
            if (classes.get(i).matches(direction)) {
                return i;
            }
        }
        return -1;
    }

    /** Name of the last class that a direction belongs to. */
    public String className(int direction) {
        int index = classIndex(direction);
        return index < 0 ? LinkClass.DEFAULT : spec.classes().get(index).name();
    }

    /** Whether a selector means any direction of the network; O(links). */
    boolean selectorMatchesAny(int index) {
        return selectors.get(index).matchesAny();
    }

    /** Whether any direction of the network belongs to a class; O(links). */
    boolean classMatchesAny(int index) {
        return classes.get(index).matchesAny();
    }

    /** The layers of a direction, the last one goes first; O(rules). */
    public List<Layer> layers(int direction) {
        List<Layer> layers = new ArrayList<>();
        layers.add(new Layer("links", spec.settings()));
        LinkSettings own = own(direction >> 1);
        if (own != LinkSettings.NONE) {
            layers.add(new Layer(TOPOLOGY, own));
        }
        for (int i = 0; i < classes.size(); i++) {
            if (classes.get(i).matches(direction)) {
                layers.add(new Layer("links.classes." + i, spec.classes().get(i).settings()));
            }
        }
        for (int i = 0; i < selectors.size(); i++) {
            if (selectors.get(i).matches(direction)) {
                layers.add(new Layer(
                        "links.selectors." + i, spec.selectors().get(i).settings()));
            }
        }
        for (int i : singleByDirection.getOrDefault(direction, List.of())) {
            layers.add(new Layer("links.single." + i, spec.single().get(i).settings()));
        }
        return layers;
    }

    private LinkSettings own(int link) {
        long latency = topology.latencyNanos(link);
        LinkFacts facts = topology.facts();
        long jitter = facts.jitterNanos(link);
        int loss = facts.lossPpm(link);
        long bandwidth = facts.bandwidthBps(link);
        if (latency == Topology.NO_LATENCY && jitter < 0 && loss < 0 && bandwidth < 0) {
            return LinkSettings.NONE;
        }
        return new LinkSettings(
                null,
                latency == Topology.NO_LATENCY ? null : LatencySpec.constant(new TimeSpan(latency)),
                jitter < 0 ? null : new JitterSpec(new TimeSpan(jitter), null),
                loss < 0 ? null : LossSpec.independent(new Share(loss)),
                null,
                null,
                null,
                bandwidth < 0 ? null : new Bandwidth(bandwidth),
                null,
                null);
    }

    /** Every setting of a direction and what set it, in the order of {@link LinkSettings}. */
    public List<Origin> origins(int direction) {
        List<Layer> layers = layers(direction);
        LinkSettings settings = settings(direction);
        List<Origin> origins = new ArrayList<>();
        for (ScenarioKey key : ScenarioKeys.keys(LinkSettings.class)) {
            Object value = key.valueIn(settings);
            if (value != null) {
                origins.add(new Origin(key.name(), ScenarioWriter.flow(value), origin(key, layers)));
            }
        }
        return origins;
    }

    private static String origin(ScenarioKey key, List<Layer> layers) {
        for (int i = layers.size() - 1; i >= 0; i--) {
            Layer layer = layers.get(i);
            if (key.valueIn(layer.settings()) != null) {
                return layer.path().equals(TOPOLOGY) ? TOPOLOGY : layer.path() + "." + key.name();
            }
            if (layer.settings().preset() != null) {
                return layer.path() + ".preset";
            }
        }
        return "";
    }
}
