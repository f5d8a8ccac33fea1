package hopscope.scenario;

import hopscope.document.Problems;
import hopscope.document.Suggestion;
import hopscope.document.YamlNode;
import hopscope.document.YamlNode.Mapping;
import hopscope.document.YamlNode.Scalar;
import hopscope.document.YamlNode.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Lets an override name entries of the scenario's {@code protocols}: {@code protocols=[dv-fast]} keeps that entry. */
final class ProtocolChoice {
    /** The key whose list is chosen from. */
    static final String KEY = "protocols";

    private ProtocolChoice() {}

    /**
     * The list of an override with each name of an entry replaced by the entry itself; all else as it is.
     *
     * @param problems receives names that are neither an entry's nor a protocol's
     */
    static YamlNode of(YamlNode document, YamlNode value, Problems problems) {
        Map<String, Mapping> entries = entries(document);
        if (entries.isEmpty() || !(value instanceof Sequence list)) {
            return value;
        }
        Set<String> known = new LinkedHashSet<>(entries.keySet());
        known.addAll(Labels.of(Protocol.class));
        if (list.items().stream().anyMatch(item -> item instanceof Scalar word && !known.contains(word.text()))) {
            addPlugins(known, list, problems);
        }
        List<YamlNode> chosen = new ArrayList<>();
        for (YamlNode item : list.items()) {
            if (item instanceof Scalar word && !known.contains(word.text())) {
                problems.add(
                        word.at(),
                        "unknown protocol '" + QuantityParser.shortened(word.text()) + "'; expected one of "
                                + String.join(", ", known) + Suggestion.hint(word.text(), known));
            } else {
                Mapping entry = item instanceof Scalar word ? entries.get(word.text()) : null;
                chosen.add(entry == null ? item : new Mapping(item.at(), entry.entries()));
            }
        }
        return new Sequence(list.at(), List.copyOf(chosen));
    }

    private static void addPlugins(Set<String> known, Sequence list, Problems problems) {
        try {
            known.addAll(Plugins.labels());
        } catch (IllegalArgumentException e) {
            problems.add(list.at(), e.getMessage());
        }
    }

    /** The document's entries that are mappings, by name. */
    private static Map<String, Mapping> entries(YamlNode document) {
        Map<String, Mapping> entries = new LinkedHashMap<>();
        if (document instanceof Mapping root && root.value(KEY) instanceof Sequence list) {
            for (YamlNode item : list.items()) {
                if (item instanceof Mapping entry
                        && entry.value(entry.has("name") ? "name" : "use") instanceof Scalar name) {
                    entries.putIfAbsent(name.text(), entry);
                }
            }
        }
        return entries;
    }
}
