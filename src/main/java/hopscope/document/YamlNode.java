package hopscope.document;

import java.io.Serializable;
import java.util.List;
import java.util.Map;

/**
 * A YAML value that knows where it was written. Immutable; an alias is the very node of its anchor. Java's serialisation
 * keeps all of that, shared nodes included.
 */
public sealed interface YamlNode extends Serializable {
    /** Where the value starts. */
    Position at();

    /** What it is, for messages. */
    String kindName();

    /** Whether nothing was given: an empty value or {@code null}. */
    default boolean isNull() {
        return false;
    }

    /** What a scalar is under the YAML 1.2 core schema. */
    enum Kind {
        NULL("nothing"),
        BOOLEAN("a truth value"),
        INTEGER("a number"),
        DECIMAL("a number"),
        TEXT("text");

        private final String label;

        Kind(String label) {
            this.label = label;
        }
    }

    /**
     * One value, its digits kept as written.
     *
     * @param text as written, quotes and escapes undone
     */
    record Scalar(Position at, Kind kind, String text) implements YamlNode {
        @Override
        public String kindName() {
            return kind.label;
        }

        @Override
        public boolean isNull() {
            return kind == Kind.NULL;
        }

        /** Whether it is written as a number. */
        public boolean isNumber() {
            return kind == Kind.INTEGER || kind == Kind.DECIMAL;
        }
    }

    /** A list. */
    record Sequence(Position at, List<YamlNode> items) implements YamlNode {
        @Override
        public String kindName() {
            return "a list";
        }
    }

    /**
     * Keys with values.
     *
     * @param entries by key, in the order written
     */
    record Mapping(Position at, Map<String, Entry> entries) implements YamlNode {
        @Override
        public String kindName() {
            return "a mapping";
        }

        /** Whether a key has a value. */
        public boolean has(String key) {
            return entries.containsKey(key) && !entries.get(key).value().isNull();
        }

        /** The value of a key, or {@code null}. */
        public YamlNode value(String key) {
            Entry entry = entries.get(key);
            return entry == null ? null : entry.value();
        }

        /** Where a key's value starts; the mapping's own place if there is no such key. */
        public Position valueAt(String key) {
            Entry entry = entries.get(key);
            return entry == null ? at : entry.value().at();
        }

        /** Where a key stands; the mapping's own place if there is no such key. */
        public Position keyAt(String key) {
            Entry entry = entries.get(key);
            return entry == null ? at : entry.keyAt();
        }
    }

    /** A value with the place of its key. */
    record Entry(Position keyAt, YamlNode value) implements Serializable {}
}
