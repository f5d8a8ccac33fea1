package hopscope.document;

import hopscope.document.YamlNode.Entry;
import hopscope.document.YamlNode.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/**
 * Reads one YAML 1.2 document (core schema) into {@link YamlNode}s with positions. Aliases stay shared, so that a file
 * that refers to itself many times over costs no more than its own size.
 */
public final class YamlReader {
    /** The files of this program nest about six deep; the parser below recurses, so that depth has to end somewhere. */
    private static final int DEPTH_MAX = 40;

    private static final Map<Tag, Kind> KINDS = Map.of(
            Tag.NULL,
            Kind.NULL,
            Tag.BOOL,
            Kind.BOOLEAN,
            Tag.INT,
            Kind.INTEGER,
            Tag.FLOAT,
            Kind.DECIMAL,
            Tag.STR,
            Kind.TEXT);

    private static final LoadSettings SETTINGS = LoadSettings.builder()
            .setSchema(new CoreSchema())
            .setCodePointLimit(Integer.MAX_VALUE)
            .setMaxAliasesForCollections(Integer.MAX_VALUE)
            .setAllowNonScalarKeys(true)
            .build();

    private final String file;
    private final String expected;
    private final Problems problems;
    private final Map<Node, YamlNode> done = new IdentityHashMap<>();
    private final Map<Node, Boolean> open = new IdentityHashMap<>();

    private boolean containsItself;

    private YamlReader(String file, String expected, Problems problems) {
        this.file = file;
        this.expected = expected;
        this.problems = problems;
    }

    /**
     * Reads a document.
     *
     * @param file named in positions
     * @param expected what the document should be, for messages: {@code a scenario}
     * @return empty if there is no document to go on with; problems tell why
     */
    public static Optional<YamlNode> read(String file, String text, String expected, Problems problems) {
        return new YamlReader(file, expected, problems).document(text);
    }

    private Optional<YamlNode> document(String text) {
        try {
            if (!isOneShallowDocument(new Parse(SETTINGS).parseString(text))) {
                return Optional.empty();
            }
            Optional<YamlNode> document =
                    new Compose(SETTINGS).composeString(text).map(this::convert);
            return containsItself ? Optional.empty() : document;
        } catch (MarkedYamlEngineException e) {
            Optional<Mark> mark = e.getProblemMark().or(e::getContextMark);
            problems.add(mark.map(this::at).orElse(start()), "this is not YAML: " + words(e));
        } catch (YamlEngineException | IndexOutOfBoundsException | IllegalArgumentException e) {
            // The parser lets some malformed escapes and directives through to the JDK's own exceptions.
            problems.add(start(), "this is not YAML: " + e.getMessage());
        }
        return Optional.empty();
    }

    private static String words(MarkedYamlEngineException e) {
        String problem = e.getProblem() == null ? "" : e.getProblem();
        String context = e.getContext() == null || e.getContext().isBlank() ? "" : " (" + e.getContext() + ")";
        return problem.contains("\\t(TAB)") || problem.contains("TAB")
                ? "a tab stands where only spaces may; expected spaces for indentation"
                : problem + context;
    }

    /** Walks the flat events first: they need no recursion, however deep a hostile file nests. */
    private boolean isOneShallowDocument(Iterable<Event> events) {
        int depth = 0;
        int documents = 0;
        for (Event event : events) {
            switch (event.getEventId()) {
                case DocumentStart -> documents++;
                case MappingStart, SequenceStart -> depth++;
                case MappingEnd, SequenceEnd -> depth--;
                default -> {}
            }
            Position at = event.getStartMark().map(this::at).orElse(start());
            if (depth > DEPTH_MAX) {
                problems.add(at, "values are nested more than " + DEPTH_MAX + " deep", expected);
                return false;
            }
            if (isMergeKey(event)) {
                problems.add(at, "merge keys ('<<') belong to YAML 1.1", "the keys written out");
                return false;
            }
            if (documents > 1) {
                problems.add(at, "a second document starts here", "one document in a file; remove the '---'");
                return false;
            }
        }
        return true;
    }

    /** Refused early: the parser would resolve them, and merges of merges can grow without bound. */
    private static boolean isMergeKey(Event event) {
        return event instanceof ScalarEvent scalar
                && scalar.isPlain()
                && scalar.getValue().equals("<<");
    }

    private YamlNode convert(Node node) {
        YamlNode known = done.get(node);
        if (known != null) {
            return known;
        }
        Position at = node.getStartMark().map(this::at).orElse(start());
        if (open.put(node, true) != null) {
            containsItself = true;
            problems.add(at, "this value contains itself through an alias", "an alias of something that ended before");
            return new YamlNode.Scalar(at, Kind.NULL, "");
        }
        YamlNode converted;
        if (node instanceof MappingNode mapping) {
            converted = mapping(at, mapping);
        } else if (node instanceof SequenceNode sequence) {
            List<YamlNode> items = new ArrayList<>();
            sequence.getValue().forEach(item -> items.add(convert(item)));
            converted = new YamlNode.Sequence(at, Collections.unmodifiableList(items));
        } else {
            converted = scalar(at, (ScalarNode) node);
        }
        refuseForeignTag(at, node);
        open.remove(node);
        done.put(node, converted);
        return converted;
    }

    private void refuseForeignTag(Position at, Node node) {
        Tag tag = node.getTag();
        if (!KINDS.containsKey(tag) && !tag.equals(Tag.MAP) && !tag.equals(Tag.SEQ)) {
            problems.add(at, "the tag '" + tag.getValue() + "' has no meaning here", "a plain value without a tag");
        }
    }

    private YamlNode scalar(Position at, ScalarNode node) {
        return new YamlNode.Scalar(at, KINDS.getOrDefault(node.getTag(), Kind.TEXT), node.getValue());
    }

    private YamlNode mapping(Position at, MappingNode node) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        for (NodeTuple tuple : node.getValue()) {
            YamlNode key = convert(tuple.getKeyNode());
            YamlNode value = convert(tuple.getValueNode());
            if (!(key instanceof YamlNode.Scalar scalar) || key.isNull()) {
                problems.add(key.at(), "a key is " + key.kindName(), "a word");
                continue;
            }
            Entry earlier = entries.putIfAbsent(scalar.text(), new Entry(key.at(), value));
            if (earlier != null) {
                problems.add(
                        key.at(),
                        "duplicate key '" + scalar.text() + "'",
                        "each key once; it stands on line " + earlier.keyAt().line() + " already");
            }
        }
        return new YamlNode.Mapping(at, Collections.unmodifiableMap(entries));
    }

    private Position at(Mark mark) {
        return new Position(file, mark.getLine() + 1, mark.getColumn() + 1);
    }

    private Position start() {
        return new Position(file, 1, 1);
    }
}
