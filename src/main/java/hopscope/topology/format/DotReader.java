package hopscope.topology.format;

import hopscope.topology.TopologyFormatException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads Graphviz DOT: node and edge statements, chains, subgraphs as ends of links, defaults of {@code edge [ … ]}.
 * Attributes of links are those of {@link LinkAttributes}; {@code pos} of nodes is a place in a plane.
 */
final class DotReader implements TopologyReader {
    private static final Pattern GRAPH =
            Pattern.compile("(?is)^(\\s|//[^\\n]*\\n|/\\*.*?\\*/|#[^\\n]*\\n)*(strict\\s+)?(di)?graph\\b[^\\[{]*\\{");
    private static final int DEPTH_MAX = 100;

    @Override
    public TopologyFormat format() {
        return TopologyFormat.DOT;
    }

    @Override
    public String expected() {
        return "a Graphviz DOT file";
    }

    @Override
    public boolean recognises(String name, String head) {
        return (name.endsWith(".dot") || name.endsWith(".gv") || head.length() < 4_000 || head.indexOf('{') < 2_000)
                && GRAPH.matcher(head.substring(0, Math.min(2_000, head.length())))
                        .find();
    }

    @Override
    public boolean usualName(String name) {
        return name.endsWith(".dot") || name.endsWith(".gv");
    }

    @Override
    public NetworkContent read(NetworkFile file, ReadSettings settings) throws TopologyFormatException {
        return new Parser(new SignScanner(file.text(), "[]{};,=:+", true, true)).graph();
    }

    private static final class Parser {
        private final SignScanner scanner;
        private final NetworkContent content = new NetworkContent();

        Parser(SignScanner scanner) {
            this.scanner = scanner;
        }

        NetworkContent graph() throws TopologyFormatException {
            Word word = scanner.require("graph or digraph");
            if (word.text().equalsIgnoreCase("strict")) {
                word = scanner.require("graph or digraph");
            }
            if (!word.text().equalsIgnoreCase("graph") && !word.text().equalsIgnoreCase("digraph")) {
                throw word.instead("graph or digraph");
            }
            if (!scanner.takes("{")) {
                scanner.require("a name or '{'");
                scanner.sign("{");
            }
            statements(Map.of(), 0);
            Word more = scanner.peek();
            if (more != null) {
                throw more.instead("the end of the file after the graph's '}'");
            }
            return content;
        }

        /** Up to and with the closing brace; answers the nodes met. */
        private Set<Word> statements(Map<String, Word> inherited, int depth) throws TopologyFormatException {
            Map<String, Word> edgeDefaults = new LinkedHashMap<>(inherited);
            Set<Word> met = new LinkedHashSet<>();
            while (!scanner.takes("}")) {
                if (scanner.takes(";") || scanner.takes(",")) {
                    continue;
                }
                Word first = scanner.peek();
                if (first == null) {
                    throw scanner.require("'}'").instead("'}'");
                }
                String keyword = first.quoted() ? "" : first.text().toLowerCase(java.util.Locale.ROOT);
                if (keyword.equals("graph") || keyword.equals("node") || keyword.equals("edge")) {
                    scanner.next();
                    Map<String, Word> attributes = attributes();
                    if (keyword.equals("edge")) {
                        edgeDefaults.putAll(attributes);
                    }
                } else {
                    met.addAll(statement(edgeDefaults, depth));
                }
            }
            return met;
        }

        private Set<Word> statement(Map<String, Word> edgeDefaults, int depth) throws TopologyFormatException {
            Word first = scanner.peek();
            Set<Word> left = end(edgeDefaults, depth);
            if (scanner.takes("=")) {
                scanner.require("a value"); // of the graph itself
                return Set.of();
            }
            Set<Word> met = new LinkedHashSet<>(left);
            List<NetworkContent.Link> links = new ArrayList<>();
            boolean single = !first.is("{") && !first.text().equalsIgnoreCase("subgraph");
            while (scanner.takes("--") || scanner.takes("->")) {
                single = false;
                Set<Word> right = end(edgeDefaults, depth);
                for (Word a : left) {
                    for (Word b : right) {
                        links.add(content.link(a, b));
                    }
                }
                met.addAll(right);
                left = right;
            }
            left.forEach(node -> content.node(node.text()));
            Map<String, Word> attributes = new LinkedHashMap<>(links.isEmpty() ? Map.of() : edgeDefaults);
            attributes.putAll(attributes());
            if (single) {
                describe(content.node(first.text()), attributes);
            }
            for (NetworkContent.Link link : links) {
                describe(link, attributes);
            }
            return met;
        }

        /** A node with an optional port, or all nodes of a subgraph. */
        private Set<Word> end(Map<String, Word> edgeDefaults, int depth) throws TopologyFormatException {
            Word word = scanner.require("a node");
            if (depth > DEPTH_MAX) {
                throw word.wrong("subgraphs inside subgraphs, expected at most " + DEPTH_MAX + " deep");
            }
            if (word.is("{")) {
                return statements(edgeDefaults, depth + 1);
            }
            if (!word.quoted() && word.text().equalsIgnoreCase("subgraph")) {
                if (!scanner.takes("{")) {
                    scanner.require("a name or '{'");
                    scanner.sign("{");
                }
                return statements(edgeDefaults, depth + 1);
            }
            Word id = concatenated(word);
            boolean sign = !id.quoted()
                    && (id.text().length() == 1 && "[]};,=:+".contains(id.text()) || id.is("--") || id.is("->"));
            if (sign || id.text().isEmpty()) {
                throw id.instead("a node");
            }
            while (scanner.takes(":")) {
                scanner.require("a port");
            }
            return Set.of(id);
        }

        private Word concatenated(Word word) throws TopologyFormatException {
            Word whole = word;
            while (scanner.takes("+")) {
                Word more = scanner.require("a quoted text");
                whole = new Word(whole.text() + more.text(), word.line(), word.column(), true);
            }
            return whole;
        }

        private Map<String, Word> attributes() throws TopologyFormatException {
            Map<String, Word> attributes = new LinkedHashMap<>();
            while (scanner.takes("[")) {
                while (!scanner.takes("]")) {
                    if (scanner.takes(",") || scanner.takes(";")) {
                        continue;
                    }
                    Word key = scanner.require("']'");
                    scanner.sign("=");
                    attributes.put(key.text(), concatenated(scanner.require("a value")));
                }
            }
            return attributes;
        }

        private static void describe(NetworkContent.Node node, Map<String, Word> attributes) {
            Word label = attributes.get("label");
            if (label != null && !label.text().startsWith("<") && !label.text().contains("\\N")) {
                node.label = label.text().strip();
            }
            Word pos = attributes.get("pos");
            if (pos != null) {
                String[] axes = pos.text().replace("!", "").split(",", -1);
                if (axes.length > 1) {
                    node.x = Quantities.numberOrNaN(axes[0]);
                    node.y = -Quantities.numberOrNaN(axes[1]); // Graphviz' y points up
                }
            }
        }

        private void describe(NetworkContent.Link link, Map<String, Word> attributes) throws TopologyFormatException {
            for (Map.Entry<String, Word> attribute : attributes.entrySet()) {
                try {
                    LinkAttributes.set(
                            content,
                            link,
                            attribute.getKey(),
                            attribute.getValue().text());
                } catch (BadQuantity bad) {
                    throw attribute.getValue().wrong(bad.getMessage());
                }
            }
        }
    }
}
