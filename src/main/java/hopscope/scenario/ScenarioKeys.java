package hopscope.scenario;

import hopscope.document.Suggestion;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The keys of a scenario file, derived from the records. */
final class ScenarioKeys {
    /** Records that are mappings in the file; all others are written as one value or a list. */
    private static final Set<Class<?>> MAPPINGS = Set.of(
            Scenario.class,
            TopologySpec.class,
            LinksSpec.class,
            LatencySpec.class,
            RoutingSpec.class,
            ProtocolEntry.class,
            PluginEntry.class,
            ReliabilitySpec.class,
            TrafficSpec.class,
            FaultSpec.class,
            FlapSpec.class,
            DegradeSpec.class,
            ChurnSpec.class,
            LifetimeSpec.class,
            ClockSkewSpec.class,
            ClockStepSpec.class,
            SessionSpec.class,
            WarmUpSpec.class,
            ChartSpec.class,
            JitterSpec.class,
            LossSpec.class,
            LinkMatch.class,
            LinkClass.class,
            LinkSelector.class,
            SingleLink.class);

    /** Reflection on records is slow, and a class never changes. */
    private static final ClassValue<List<ScenarioKey>> KEYS = new ClassValue<>() {
        @Override
        protected List<ScenarioKey> computeValue(Class<?> type) {
            return Arrays.stream(type.getRecordComponents())
                    .filter(component -> !component.isAnnotationPresent(Loaded.class))
                    .flatMap(ScenarioKeys::keysOf)
                    .toList();
        }
    };

    /** Key → the mappings it may stand in, as dotted paths from the top. */
    private static final Map<String, List<String>> PLACES = places();

    private ScenarioKeys() {}

    /** Whether the keys of a record stand among those of the record that holds it. */
    static boolean isInlined(Class<?> type) {
        return type == LinkSettings.class;
    }

    private static Stream<ScenarioKey> keysOf(RecordComponent component) {
        return isInlined(component.getType())
                ? keys(component.getType()).stream().map(key -> key.within(component))
                : Stream.of(ScenarioKey.of(component));
    }

    /** Whether a type is written as a mapping. */
    static boolean isMapping(Class<?> type) {
        return MAPPINGS.contains(type) || type.isRecord() && ProtocolSettings.class.isAssignableFrom(type);
    }

    /** The keys of a mapping, in order. */
    static List<ScenarioKey> keys(Class<?> type) {
        return KEYS.get(type);
    }

    /** The names of the keys of a mapping, in order. */
    static List<String> of(Class<?> type) {
        return keys(type).stream().map(ScenarioKey::name).toList();
    }

    /** What to say about a key that has no meaning where it stands. */
    static String hint(String key, Class<?> type) {
        String exact = Suggestion.plain(key);
        String near = Suggestion.hint(key, of(type));
        if (of(type).contains(exact + "s")) {
            return near;
        }
        if (PLACES.containsKey(exact) && !of(type).contains(exact)) {
            String belongs = "'" + exact + "' belongs " + under(PLACES.get(exact));
            return near.isEmpty() ? "; " + belongs : near + " " + belongs;
        }
        if (!near.isEmpty()) {
            return near;
        }
        return Suggestion.closest(key, PLACES.keySet())
                .map(word -> "; did you mean '" + word + "'? It belongs " + under(PLACES.get(word)))
                .orElse("");
    }

    private static String under(List<String> places) {
        String sections = String.join(
                " or ", places.stream().filter(place -> !place.isEmpty()).toList());
        if (places.contains("")) {
            return sections.isEmpty() ? "at the top level" : "at the top level or under " + sections;
        }
        return "under " + sections;
    }

    private static Map<String, List<String>> places() {
        Map<String, List<String>> places = new TreeMap<>();
        collect(Scenario.class, "", places);
        return places;
    }

    private static void collect(Class<?> type, String path, Map<String, List<String>> places) {
        for (ScenarioKey key : keys(type)) {
            places.computeIfAbsent(key.name(), k -> new ArrayList<>()).add(path);
            if (isMapping(key.element())) {
                collect(key.element(), path.isEmpty() ? key.name() : path + "." + key.name(), places);
            }
        }
    }

    /** The type of a value, or of the items of a list. */
    static Class<?> element(Type type) {
        return type instanceof ParameterizedType list ? (Class<?>) list.getActualTypeArguments()[0] : (Class<?>) type;
    }
}
