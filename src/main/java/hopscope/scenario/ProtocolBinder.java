package hopscope.scenario;

import hopscope.document.Problems;
import hopscope.document.Suggestion;
import hopscope.document.YamlNode;
import hopscope.document.YamlNode.Entry;
import hopscope.document.YamlNode.Mapping;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes the entries of {@code protocols}: a bare word, or a mapping with settings over those under {@code routing}. */
final class ProtocolBinder {
    private static final List<String> OWN_KEYS = ScenarioKeys.of(ProtocolEntry.class);
    private static final List<String> PLUGIN_KEYS = ScenarioKeys.of(PluginEntry.class);

    private final RecordBinder binder;
    private final Problems problems;
    private final YamlNode routing;

    /** @param routing the scenario's section; may be {@code null} */
    ProtocolBinder(RecordBinder binder, Problems problems, YamlNode routing) {
        this.binder = binder;
        this.problems = problems;
        this.routing = routing;
    }

    /** {@code null} if the entry is of no use. */
    ProtocolSpec bind(YamlNode node, Setting setting, String where) {
        Plugin plugin = plugin(node);
        if (plugin != null) {
            return bindPlugin(node, plugin, where);
        }
        if (isUnknown(node, where)) {
            return null;
        }
        if (node instanceof Mapping mapping) {
            return bindMapping(mapping, where);
        }
        Protocol use = (Protocol) binder.leaf(node, Protocol.class, setting, where);
        return use == null ? null : new ProtocolSpec(use.label(), use, settings(use, Map.of(), node));
    }

    /** Whether an entry names a protocol that there is not, and that was said. */
    private boolean isUnknown(YamlNode node, String where) {
        YamlNode use = node instanceof Mapping mapping ? mapping.value("use") : node;
        if (!(use instanceof YamlNode.Scalar word)
                || word.isNull()
                || Labels.constant(Protocol.class, word.text()).isPresent()) {
            return false;
        }
        String name = QuantityParser.shortened(word.text());
        if (node instanceof Mapping mapping && mapping.value("plugin") instanceof YamlNode.Scalar build) {
            problems.add(
                    use.at(),
                    "'" + name + "' is a protocol of a plugin, and that is not loaded",
                    "--plugin JAR with the build " + QuantityParser.shortened(build.text()));
            return true;
        }
        List<String> known = new ArrayList<>(Labels.of(Protocol.class));
        known.addAll(loaded());
        String similar = Suggestion.hint(word.text(), known);
        problems.add(
                use.at(),
                "'" + (node == use ? where : where + ".use") + "': unknown word '" + name + "'; expected one of "
                        + String.join(", ", known)
                        + (similar.isEmpty() ? "; --plugin JAR brings others along" : similar));
        return true;
    }

    private static List<String> loaded() {
        try {
            return Plugins.labels();
        } catch (IllegalArgumentException e) {
            return List.of(); // was said where the plugin was looked for
        }
    }

    /** The plugin that an entry names, or {@code null}; plugins are looked for only where no protocol of ours is meant. */
    private Plugin plugin(YamlNode node) {
        YamlNode use = node instanceof Mapping mapping ? mapping.value("use") : node;
        boolean isForeign = use instanceof YamlNode.Scalar word
                && Labels.constant(Protocol.class, word.text()).isEmpty();
        try {
            return isForeign ? Plugins.find(((YamlNode.Scalar) use).text()).orElse(null) : null;
        } catch (IllegalArgumentException e) {
            problems.add(use.at(), e.getMessage());
            return null;
        }
    }

    private ProtocolSpec bindPlugin(YamlNode node, Plugin plugin, String where) {
        Map<String, Entry> own = new LinkedHashMap<>();
        String name = plugin.label();
        if (node instanceof Mapping mapping) {
            own.putAll(mapping.entries());
            own.keySet().removeAll(PLUGIN_KEYS);
            Map<String, Entry> head = new LinkedHashMap<>(mapping.entries());
            head.keySet().retainAll(PLUGIN_KEYS);
            PluginEntry entry = binder.bind(new Mapping(mapping.at(), head), PluginEntry.class, where);
            name = entry.name() == null ? name : entry.name();
            if (entry.plugin() != null && !Optional.of(entry.plugin()).equals(plugin.build())) {
                problems.add(
                        mapping.valueAt("plugin"),
                        "this is of another build of the plugin",
                        plugin.build().orElse("none") + " as it is loaded, or no key 'plugin'");
            }
            refuseKeysOfOthers(own, plugin, PLUGIN_KEYS, where);
        }
        int reportsBefore = problems.reports();
        try {
            ProtocolSettings settings = binder.bind(new Mapping(node.at(), own), plugin.settingsType(), where);
            if (problems.reports() == reportsBefore) {
                plugin.checkAnswers(settings);
            }
            return new ProtocolSpec(name, plugin, settings);
        } catch (RefusedSettings refused) {
            problems.add(node.at(), refused.told(plugin));
            return null;
        } catch (PluginFailure failure) {
            problems.add(node.at(), failure.getMessage());
            return null;
        }
    }

    private ProtocolSpec bindMapping(Mapping mapping, String where) {
        Map<String, Entry> head = new LinkedHashMap<>(mapping.entries());
        head.keySet().retainAll(OWN_KEYS);
        ProtocolEntry entry = binder.bind(new Mapping(mapping.at(), head), ProtocolEntry.class, where);
        if (entry.use() == null) {
            return null;
        }
        Map<String, Entry> own = new LinkedHashMap<>(mapping.entries());
        own.keySet().removeAll(OWN_KEYS);
        refuseKeysOfOthers(own, entry.use(), OWN_KEYS, where);
        binder.bind(new Mapping(mapping.at(), own), entry.use().settingsType(), where);
        String name = entry.name() == null ? entry.use().label() : entry.name();
        return new ProtocolSpec(name, entry.use(), settings(entry.use(), own, mapping));
    }

    /** Removes the keys that it has complained of. */
    private void refuseKeysOfOthers(Map<String, Entry> own, RoutingAlgorithm use, List<String> ownKeys, String where) {
        List<String> allowed = new ArrayList<>(ownKeys);
        allowed.addAll(ScenarioKeys.of(use.settingsType()));
        own.entrySet().removeIf(setting -> {
            String key = setting.getKey();
            if (allowed.contains(key)) {
                return false;
            }
            problems.add(
                    setting.getValue().keyAt(),
                    "unknown key '" + QuantityParser.shortened(key) + "' in '" + where + "' (" + use.label()
                            + "); expected one of " + String.join(", ", allowed) + hint(key, allowed));
            return true;
        });
    }

    private static String hint(String key, List<String> allowed) {
        List<String> owners = Arrays.stream(Protocol.values())
                .filter(protocol -> ScenarioKeys.of(protocol.settingsType()).contains(key))
                .map(Protocol::label)
                .toList();
        return owners.isEmpty()
                ? Suggestion.hint(key, allowed)
                : "; '" + key + "' is a setting of " + String.join(", ", owners);
    }

    /** The own keys laid over those under routing; what is wrong with either was said where it was read first. */
    private ProtocolSettings settings(Protocol use, Map<String, Entry> own, YamlNode node) {
        Map<String, Entry> all = new LinkedHashMap<>();
        if (routing instanceof Mapping sections && sections.value(use.label()) instanceof Mapping section) {
            all.putAll(section.entries());
        }
        own.forEach((key, entry) -> {
            if (!entry.value().isNull()) {
                all.put(key, entry);
            }
        });
        Problems known = new Problems(node.at().file());
        return new RecordBinder(known, Path.of("")).bind(new Mapping(node.at(), all), use.settingsType(), "");
    }
}
