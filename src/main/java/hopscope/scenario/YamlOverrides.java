package hopscope.scenario;

import hopscope.document.DocumentText;
import hopscope.document.Position;
import hopscope.document.Problems;
import hopscope.document.YamlNode;
import hopscope.document.YamlNode.Entry;
import hopscope.document.YamlNode.Kind;
import hopscope.document.YamlReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts values from the command line ({@code --set path=value}) into a document. A path names keys and, in lists,
 * positions from 0: {@code traffic.0.count}. Whether the keys make sense is for the binder to say.
 */
public final class YamlOverrides {
    private static final String OPTION = "--set ";
    private static final String FORM = "path=value, such as links.loss=1%";

    private final Problems problems;

    /** @param problems receives what is wrong with paths and values */
    public YamlOverrides(Problems problems) {
        this.problems = problems;
    }

    /** The document with all overrides applied in order; a wrong override changes nothing but is reported. */
    YamlNode apply(YamlNode document, List<String> overrides) {
        YamlNode current = document;
        for (String override : overrides) {
            current = apply(current, override);
        }
        return current;
    }

    private YamlNode apply(YamlNode document, String override) {
        Position at = new Position(OPTION + override, 0, 0);
        int equals = override.indexOf('=');
        String path = equals < 0 ? "" : override.substring(0, equals).strip();
        if (path.isEmpty()) {
            problems.add(at, "the override has no " + (equals < 0 ? "'='" : "path"), FORM);
            return document;
        }
        int reportsBefore = problems.reports();
        Position valueAt = new Position(OPTION + path, 1, 1);
        String text = override.substring(equals + 1);
        if (!DocumentText.isPrintable(valueAt.file(), text, problems)) {
            return document;
        }
        YamlNode value = YamlReader.read(valueAt.file(), text, "a scenario", problems)
                .orElse(new YamlNode.Scalar(valueAt, Kind.NULL, ""));
        if (problems.reports() > reportsBefore) {
            return document;
        }
        YamlNode chosen = path.equals(ProtocolChoice.KEY) ? ProtocolChoice.of(document, value, problems) : value;
        return problems.reports() > reportsBefore
                ? document
                : with(document, List.of(path.split("\\.", -1)), 0, chosen, at);
    }

    /**
     * The document with one value in another place; unchanged, with a problem reported, if there is no such place.
     *
     * @param path keys and list positions with dots between them; missing keys are made
     * @param value keeps its own place for messages
     */
    public YamlNode put(YamlNode document, String path, YamlNode value) {
        return with(document, List.of(path.split("\\.", -1)), 0, value, value.at());
    }

    private YamlNode with(YamlNode node, List<String> path, int depth, YamlNode value, Position at) {
        if (depth == path.size()) {
            return value;
        }
        if (node == null || node.isNull()) {
            return withKey(new YamlNode.Mapping(at, Map.of()), path, depth, value, at);
        }
        if (node instanceof YamlNode.Mapping mapping) {
            return withKey(mapping, path, depth, value, at);
        }
        if (node instanceof YamlNode.Sequence sequence) {
            return withItem(sequence, path, depth, value, at);
        }
        String parent = String.join(".", path.subList(0, depth));
        problems.add(at, "'" + parent + "' is " + node.kindName() + " and has no '" + path.get(depth) + "'", FORM);
        return node;
    }

    private YamlNode withKey(YamlNode.Mapping mapping, List<String> path, int depth, YamlNode value, Position at) {
        String key = path.get(depth);
        Map<String, Entry> entries = new LinkedHashMap<>(mapping.entries());
        Entry old = entries.get(key);
        YamlNode changed = with(old == null ? null : old.value(), path, depth + 1, value, at);
        entries.put(key, new Entry(old == null ? at : old.keyAt(), changed));
        return new YamlNode.Mapping(mapping.at(), Collections.unmodifiableMap(entries));
    }

    private YamlNode withItem(YamlNode.Sequence sequence, List<String> path, int depth, YamlNode value, Position at) {
        String word = path.get(depth);
        int size = sequence.items().size();
        int index = word.matches("[0-9]{1,9}") ? Integer.parseInt(word) : -1;
        if (index < 0 || index >= size) {
            String parent = depth == 0 ? "the file" : "'" + String.join(".", path.subList(0, depth)) + "'";
            problems.add(
                    at,
                    parent + " is a list of " + size + " without a position '" + word + "'",
                    size == 0 ? "a whole list, such as " + path.get(0) + "=[…]" : "a position from 0 to " + (size - 1));
            return sequence;
        }
        List<YamlNode> items = new ArrayList<>(sequence.items());
        items.set(index, with(items.get(index), path, depth + 1, value, at));
        return new YamlNode.Sequence(sequence.at(), Collections.unmodifiableList(items));
    }
}
