package hopscope.results;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** JSON as Hopscope writes it: two spaces, line feeds on every system, members in the order in which they were added. */
public final class JsonText {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private static final ObjectWriter WRITER = MAPPER.writer(new DefaultPrettyPrinter(
                    Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER))
            .withObjectIndenter(new DefaultIndenter("  ", "\n")));

    private JsonText() {}

    /** A new, empty object. */
    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /** The text of a tree, ending in a line feed. */
    public static String render(JsonNode tree) {
        try {
            return WRITER.writeValueAsString(tree) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree in memory can always be written", e);
        }
    }

    /**
     * The tree of a text.
     *
     * @param fileName named in the message
     * @throws ResultFolderException with file, line and column if the text is not a JSON object
     */
    public static JsonNode parse(String text, String fileName) {
        try {
            JsonNode tree = MAPPER.readTree(text);
            if (!tree.isObject()) {
                throw new ResultFolderException(fileName + ": not a JSON object; the file is damaged");
            }
            return tree;
        } catch (JsonProcessingException e) {
            var at = e.getLocation();
            String place = at == null ? "" : ":" + at.getLineNr() + ":" + at.getColumnNr();
            throw new ResultFolderException(
                    fileName + place + ": not valid JSON (" + e.getOriginalMessage() + "); the file is damaged", e);
        }
    }

    /** Adds a number in {@link FixedDecimals} notation; NaN becomes {@code null}. */
    public static void putNumber(ObjectNode object, String name, double value) {
        object.put(name, FixedDecimals.decimal(value));
    }
}
