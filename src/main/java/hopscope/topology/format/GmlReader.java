package hopscope.topology.format;

import hopscope.topology.TopologyFormatException;
import hopscope.topology.format.NetworkContent.Link;
import hopscope.topology.format.NetworkContent.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the Graph Modelling Language (Himsolt 1997), tolerantly: ids of any kind, characters beyond ASCII, parallel
 * links without a declaration, unknown keys. Attributes of links are those of {@link LinkAttributes}.
 */
final class GmlReader implements TopologyReader {
    private static final Pattern GRAPH = Pattern.compile("(?m)^\\s*graph\\s*\\[");
    private static final Pattern ENTITY = Pattern.compile("&(?:#(\\d{1,7})|(amp|lt|gt|quot|apos));");
    private static final int DEPTH_MAX = 100;

    @Override
    public TopologyFormat format() {
        return TopologyFormat.GML;
    }

    @Override
    public String expected() {
        return "a GML file";
    }

    @Override
    public boolean recognises(String name, String head) {
        return GRAPH.matcher(head).find();
    }

    @Override
    public boolean usualName(String name) {
        return name.endsWith(".gml");
    }

    /** A key and its value: a word, or a list of pairs. */
    private record Pair(Word key, Word value, List<Pair> list) {}

    @Override
    public NetworkContent read(NetworkFile file, ReadSettings settings) throws TopologyFormatException {
        SignScanner scanner = new SignScanner(file.text(), "[]", false, false);
        NetworkContent content = new NetworkContent("the id of a node");
        boolean graphSeen = false;
        for (Word key = scanner.next(); key != null; key = scanner.next()) {
            if (key.quoted() || key.is("[") || key.is("]")) {
                throw key.instead("a key such as graph");
            }
            if (key.is("graph") && graphSeen) {
                throw key.wrong("a second graph, expected one");
            }
            if (key.is("graph")) {
                graphSeen = true;
                scanner.sign("[");
                readGraph(scanner, content);
            } else {
                value(scanner, key, 0);
            }
        }
        if (!graphSeen) {
            throw new TopologyFormatException("the file holds no graph [ … ]", 0, 0);
        }
        return content;
    }

    private static void readGraph(SignScanner scanner, NetworkContent content) throws TopologyFormatException {
        while (!scanner.takes("]")) {
            Word key = scanner.require("']' at the end of the graph");
            Pair pair = value(scanner, key, 0);
            if (key.is("node")) {
                readNode(pair, content);
            } else if (key.is("edge")) {
                readEdge(pair, content);
            }
        }
    }

    private static Pair value(SignScanner scanner, Word key, int depth) throws TopologyFormatException {
        if (key.quoted() || key.is("[") || key.is("]")) {
            throw key.instead("a key");
        }
        if (depth > DEPTH_MAX) {
            throw key.wrong("lists inside lists, expected at most " + DEPTH_MAX + " deep");
        }
        Word value = scanner.require("the value of " + key.text());
        if (value.is("]")) {
            throw value.instead("the value of " + key.text());
        }
        if (!value.is("[")) {
            return new Pair(key, value, List.of());
        }
        List<Pair> list = new ArrayList<>();
        while (!scanner.takes("]")) {
            list.add(value(scanner, scanner.require("']' at the end of " + key.text()), depth + 1));
        }
        return new Pair(key, value, list);
    }

    private static Word required(Pair owner, String key) throws TopologyFormatException {
        for (Pair pair : owner.list) {
            if (pair.key.is(key) && pair.list.isEmpty()) {
                return pair.value;
            }
        }
        throw owner.key.wrong(owner.key.text() + " without " + key);
    }

    private static void readNode(Pair pair, NetworkContent content) throws TopologyFormatException {
        Node node = content.declare(required(pair, "id"));
        for (Pair attribute : pair.list) {
            String key = attribute.key.text();
            String value = attribute.value.text();
            if (key.equals("label")) {
                node.label = decoded(value).strip();
            } else if (LinkAttributes.LONGITUDES.contains(key)) {
                content.geographic = true;
                node.x = Quantities.numberOrNaN(value);
            } else if (LinkAttributes.LATITUDES.contains(key)) {
                content.geographic = true;
                node.y = Quantities.numberOrNaN(value);
            } else if (key.equals("graphics") && Double.isNaN(node.x) && !content.geographic) {
                place(node, attribute.list);
            }
        }
    }

    private static void place(Node node, List<Pair> graphics) {
        for (Pair attribute : graphics) {
            if (attribute.key.is("x")) {
                node.x = Quantities.numberOrNaN(attribute.value.text());
            } else if (attribute.key.is("y")) {
                node.y = Quantities.numberOrNaN(attribute.value.text());
            }
        }
    }

    private static void readEdge(Pair pair, NetworkContent content) throws TopologyFormatException {
        Word source = required(pair, "source");
        Word target = required(pair, "target");
        Link link = content.link(source, target);
        for (Pair attribute : pair.list) {
            try {
                LinkAttributes.set(content, link, attribute.key.text(), attribute.value.text());
            } catch (BadQuantity bad) {
                throw attribute.value.wrong(bad.getMessage());
            }
        }
    }

    /** GML's own way to write characters beyond ASCII. */
    private static String decoded(String value) {
        Matcher entity = ENTITY.matcher(value);
        return entity.replaceAll(found -> Matcher.quoteReplacement(character(found.group(1), found.group(2))));
    }

    private static String character(String number, String name) {
        if (name != null) {
            return switch (name) {
                case "amp" -> "&";
                case "lt" -> "<";
                case "gt" -> ">";
                case "quot" -> "\"";
                default -> "'";
            };
        }
        int point = Integer.parseInt(number);
        return Character.isValidCodePoint(point) ? Character.toString(point) : "\uFFFD";
    }
}
