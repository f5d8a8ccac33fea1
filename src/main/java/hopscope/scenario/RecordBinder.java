package hopscope.scenario;

import hopscope.document.BadValue;
import hopscope.document.Problems;
import hopscope.document.YamlNode;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Makes records of mappings and goes on after every error, so that one pass finds all of them. Remembers what became of
 * each mapping for the checks that follow.
 */
final class RecordBinder {
    private final Problems problems;
    private final Path baseFolder;

    /** The scenario's section, which entries of {@code protocols} build upon; may be {@code null}. */
    private YamlNode routing;

    private final Map<YamlNode, Object> soundValues = new IdentityHashMap<>();

    /** Files that were read, or are about to be. */
    private final Set<Path> inputs = new TreeSet<>();

    /** @param baseFolder that files named in the mappings are relative to */
    RecordBinder(Problems problems, Path baseFolder) {
        this.problems = problems;
        this.baseFolder = baseFolder;
    }

    /** Takes down a file that the scenario names and that is there. */
    void noteInput(Path file) {
        inputs.add(file);
    }

    /** The files that were taken down, each once, in order. */
    List<Path> inputs() {
        return List.copyOf(inputs);
    }

    /** The record made of a mapping, if the mapping had no error. */
    <T> Optional<T> sound(YamlNode node, Class<T> type) {
        Object value = soundValues.get(node);
        return type.isInstance(value) ? Optional.of(type.cast(value)) : Optional.empty();
    }

    /**
     * Binds a mapping.
     *
     * @param where the mapping's path for messages, empty at the top
     * @return {@code null} if the node is no mapping
     */
    <T> T bind(YamlNode node, Class<T> type, String where) {
        if (!(node instanceof YamlNode.Mapping mapping)) {
            String what = where.isEmpty() ? "the file" : "'" + where + "'";
            problems.add(node.at(), what + " is " + node.kindName(), LeafReader.describe(type));
            return null;
        }
        if (type == Scenario.class) {
            routing = mapping.value("routing");
        }
        int reportsBefore = problems.reports();
        refuseUnknownKeys(mapping, type, where);
        List<ScenarioKey> keys = ScenarioKeys.keys(type);
        Object[] values = new Object[keys.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = keyValue(mapping, keys.get(i), where);
        }
        T bound = construct(type, Arrays.asList(values).iterator());
        if (bound instanceof LatencySpec latency && latency.file() != null) {
            bound = type.cast(withContent(latency, mapping));
        }
        if (problems.reports() == reportsBefore) {
            soundValues.put(node, bound);
        }
        return bound;
    }

    private void refuseUnknownKeys(YamlNode.Mapping mapping, Class<?> type, String where) {
        List<String> allowed = ScenarioKeys.of(type);
        mapping.entries().forEach((key, entry) -> {
            if (allowed.contains(key)) {
                return;
            }
            String place = where.isEmpty() ? "" : " in '" + where + "'";
            String shown = "unknown key '" + QuantityParser.shortened(key) + "'" + place;
            problems.add(
                    entry.keyAt(),
                    shown + "; expected one of " + String.join(", ", allowed) + ScenarioKeys.hint(key, type));
        });
    }

    private Object keyValue(YamlNode.Mapping mapping, ScenarioKey key, String where) {
        YamlNode node = mapping.value(key.name());
        boolean emptyScalar = node instanceof YamlNode.Scalar scalar
                && scalar.isNull()
                && scalar.text().isEmpty();
        if (node == null || node.isNull() && !(emptyScalar && key.needsValue())) {
            if (key.setting().required()) {
                String place = where.isEmpty() ? "the scenario" : "'" + where + "'";
                problems.add(
                        node == null ? mapping.at() : node.at(),
                        "the key '" + key.name() + "' is missing in " + place,
                        LeafReader.describe(key.element()));
            }
            return null;
        }
        String path = where.isEmpty() ? key.name() : where + "." + key.name();
        return value(node, key.type(), key.setting(), path);
    }

    private Object value(YamlNode node, Type type, Setting setting, String where) {
        if (type instanceof ParameterizedType) {
            return list(node, ScenarioKeys.element(type), setting, where);
        }
        Class<?> plain = (Class<?>) type;
        if (node instanceof YamlNode.Scalar && ShortForms.has(plain)) {
            Object value = leaf(node, ShortForms.leaf(plain), setting, where);
            return value == null ? null : ShortForms.expand(plain, value);
        }
        if (plain == ProtocolSpec.class) {
            return new ProtocolBinder(this, problems, routing).bind(node, setting, where);
        }
        return ScenarioKeys.isMapping(plain) ? bind(node, plain, where) : leaf(node, plain, setting, where);
    }

    private List<Object> list(YamlNode node, Class<?> element, Setting setting, String where) {
        if (!(node instanceof YamlNode.Sequence sequence)) {
            problems.add(
                    node.at(),
                    "'" + where + "' is " + node.kindName(),
                    "a list; each item: " + LeafReader.describe(element));
            return null;
        }
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < sequence.items().size(); i++) {
            Object value = value(sequence.items().get(i), element, setting, where + "." + i);
            if (value != null) {
                values.add(value);
            }
        }
        return values;
    }

    Object leaf(YamlNode node, Class<?> type, Setting setting, String where) {
        try {
            Object value = LeafReader.read(node, type);
            checkRange(value, node, type, setting);
            return value;
        } catch (BadValue e) {
            problems.add(node.at(), "'" + where + "': " + e.getMessage());
            return null;
        }
    }

    private static void checkRange(Object value, YamlNode node, Class<?> type, Setting setting) throws BadValue {
        BigDecimal size = size(value);
        boolean low = !setting.min().isEmpty() && size.compareTo(limit(setting.min(), type)) < 0;
        boolean high = !setting.max().isEmpty() && size.compareTo(limit(setting.max(), type)) > 0;
        if (low || high) {
            throw new BadValue(written(node) + (low ? " is too small" : " is too large"), range(setting));
        }
    }

    /** The range that a setting allows, in words. */
    private static String range(Setting setting) {
        if (setting.max().isEmpty()) {
            return "at least " + setting.min();
        }
        return setting.min().isEmpty() ? "at most " + setting.max() : setting.min() + " to " + setting.max();
    }

    private static BigDecimal limit(String text, Class<?> type) throws BadValue {
        return switch (type.getSimpleName()) {
            case "TimeSpan" -> size(QuantityParser.timeSpan(text));
            case "Share" -> size(QuantityParser.share(text));
            default -> new BigDecimal(text);
        };
    }

    private static BigDecimal size(Object value) {
        if (value instanceof TimeSpan span) {
            return BigDecimal.valueOf(span.nanos());
        }
        if (value instanceof Share share) {
            return BigDecimal.valueOf(share.ppm());
        }
        return value instanceof Number ? new BigDecimal(value.toString()) : BigDecimal.ZERO;
    }

    private static String written(YamlNode node) {
        return node instanceof YamlNode.Scalar scalar ? "'" + scalar.text() + "'" : "this";
    }

    private LatencySpec withContent(LatencySpec latency, YamlNode.Mapping mapping) {
        Optional<EmpiricalLatency> content =
                EmpiricalFile.read(latency.file(), mapping.valueAt("file"), baseFolder, problems);
        content.ifPresent(read -> noteInput(baseFolder.resolve(latency.file())));
        return content.map(latency::with).orElse(latency);
    }

    /** @param values one for each key of the record, in order */
    private static <T> T construct(Class<T> type, Iterator<Object> values) {
        try {
            RecordComponent[] components = type.getRecordComponents();
            Class<?>[] types =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            Object[] arguments = new Object[components.length];
            for (int i = 0; i < arguments.length; i++) {
                if (ScenarioKeys.isInlined(types[i])) {
                    arguments[i] = construct(types[i], values);
                } else if (!components[i].isAnnotationPresent(Loaded.class)) {
                    arguments[i] = values.next();
                }
            }
            Constructor<T> constructor = type.getDeclaredConstructor(types);
            return constructor.newInstance(arguments);
        } catch (InvocationTargetException e) {
            // Only settings of plugins refuse what they are given.
            throw new RefusedSettings(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new AssertionError("the record " + type + " cannot be made", e);
        }
    }
}
