package hopscope.sweep;

import hopscope.document.YamlNode;
import java.util.List;

/**
 * One dimension of a sweep.
 *
 * @param name the scenario path that it changes, or the name of a group of changes
 * @param values at least one, each with a label of its own
 */
public record Axis(String name, List<Value> values) {
    public Axis {
        values = List.copyOf(values);
    }

    /**
     * One point on the axis.
     *
     * @param label as tables show it
     * @param changes applied in their order
     */
    public record Value(String label, List<Change> changes) {
        public Value {
            changes = List.copyOf(changes);
        }
    }

    /**
     * A value put into the scenario.
     *
     * @param path keys and list positions with dots between them
     * @param value as written in the file
     */
    public record Change(String path, YamlNode value) {}

    /** The value with a label, or {@code null}. */
    Value labelled(String label) {
        return values.stream()
                .filter(value -> value.label().equals(label))
                .findFirst()
                .orElse(null);
    }
}
