package hopscope.network;

import hopscope.document.BadValue;
import hopscope.document.Problems;
import hopscope.document.YamlNode;
import hopscope.network.NodeEntry.Address;
import hopscope.network.NodeEntry.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Reads the entries of the list of nodes, one at a time. */
final class NodeEntryReader {
    private static final List<String> KEYS = List.of("id", "address", "key", "neighbours");
    private static final Pattern FINGERPRINT = Pattern.compile("[0-9a-fA-F]{64}");
    private static final Pattern ID = Pattern.compile("[0-9]{1,9}");
    private static final String ID_EXPECTED = "a whole number from 0 to 65535";
    private static final String KEY_EXPECTED =
            "the 64 hexadecimal digits that 'hopscope identity show' prints as the fingerprint";

    private final Problems problems;

    NodeEntryReader(Problems problems) {
        this.problems = problems;
    }

    /** The reading of one value. */
    private interface Parse<T> {
        T of(String text) throws BadValue;
    }

    /**
     * Reads an entry.
     *
     * @param where its path in messages: {@code nodes.0}
     * @return {@code null} if the node is no mapping
     */
    NodeEntry entry(YamlNode node, String where) {
        if (!(node instanceof YamlNode.Mapping mapping)) {
            problems.add(node.at(), "'" + where + "' is " + node.kindName(), "a mapping with " + keys());
            return null;
        }
        NetworkReader.refuseUnknownKeys(mapping, KEYS, where, problems);
        Place<Integer> id = scalar(mapping, "id", where, ID_EXPECTED, NodeEntryReader::id);
        int port = id == null ? 0 : NetworkNode.DEFAULT_PORT_BASE + id.value();
        Place<Address> address = scalar(
                mapping, "address", where, AddressText.EXPECTED, text -> AddressText.parse(text, port, id != null));
        Place<String> key =
                mapping.has("key") ? scalar(mapping, "key", where, KEY_EXPECTED, NodeEntryReader::key) : null;
        return new NodeEntry(node.at(), id, address, key, neighbours(mapping, where));
    }

    private static String keys() {
        return String.join(", ", KEYS);
    }

    private <T> Place<T> scalar(YamlNode.Mapping mapping, String key, String where, String expected, Parse<T> parse) {
        if (!mapping.has(key)) {
            problems.add(mapping.keyAt(key), "the key '" + key + "' is missing in '" + where + "'", expected);
            return null;
        }
        return read(mapping.value(key), where + "." + key, expected, parse);
    }

    private <T> Place<T> read(YamlNode node, String where, String expected, Parse<T> parse) {
        if (!(node instanceof YamlNode.Scalar scalar)) {
            problems.add(node.at(), "'" + where + "' is " + node.kindName(), expected);
            return null;
        }
        try {
            return new Place<>(node.at(), parse.of(scalar.text()));
        } catch (BadValue e) {
            problems.add(node.at(), "'" + where + "': " + e.getMessage());
            return null;
        }
    }

    private List<Place<Integer>> neighbours(YamlNode.Mapping mapping, String where) {
        List<Place<Integer>> neighbours = new ArrayList<>();
        String expected = "a list of node ids, such as [1, 2]";
        if (!mapping.has("neighbours")) {
            problems.add(mapping.keyAt("neighbours"), "the key 'neighbours' is missing in '" + where + "'", expected);
        } else if (mapping.value("neighbours") instanceof YamlNode.Sequence list) {
            for (int i = 0; i < list.items().size(); i++) {
                Place<Integer> neighbour =
                        read(list.items().get(i), where + ".neighbours." + i, ID_EXPECTED, NodeEntryReader::id);
                if (neighbour != null) {
                    neighbours.add(neighbour);
                }
            }
        } else {
            YamlNode value = mapping.value("neighbours");
            problems.add(value.at(), "'" + where + ".neighbours' is " + value.kindName(), expected);
        }
        return List.copyOf(neighbours);
    }

    private static Integer id(String text) throws BadValue {
        if (!ID.matcher(text).matches() || Integer.parseInt(text) > NetworkNode.MAX_ID) {
            throw new BadValue(AddressText.quoted(text) + " is no node id", ID_EXPECTED);
        }
        return Integer.parseInt(text);
    }

    private static String key(String text) throws BadValue {
        if (!FINGERPRINT.matcher(text).matches()) {
            throw new BadValue(AddressText.quoted(text) + " is no fingerprint", KEY_EXPECTED);
        }
        return text.toLowerCase(Locale.ROOT);
    }
}
