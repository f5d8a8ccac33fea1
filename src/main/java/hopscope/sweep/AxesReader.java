package hopscope.sweep;

import hopscope.document.Position;
import hopscope.document.Problems;
import hopscope.document.YamlNode;
import hopscope.sweep.Axis.Change;
import hopscope.sweep.Axis.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads {@code matrix}: for each axis a list of plain values, or a mapping from labels to values. A labelled value {@code
 * {set: {path: value, …}}} changes several things at once.
 */
final class AxesReader {
    private static final String FORM = "a list of values, such as [0%, 5%], or labels with values, such as"
            + " {none: [], cut: [{at: 60s, link-down: [a, b]}]}";
    private static final String SET = "set";
    private static final String NAME = "[A-Za-z0-9][A-Za-z0-9._-]{0,99}";

    /** Columns of the tables that axes stand beside. */
    private static final List<String> RESERVED =
            List.of("cell", "protocol", "replication", "status", "verdict", "fingerprint", "message", "metric");

    private static final String LABEL = "[A-Za-z0-9][A-Za-z0-9 %./_+:-]{0,59}";

    private final Problems problems;

    AxesReader(Problems problems) {
        this.problems = problems;
    }

    List<Axis> read(YamlNode matrix, Position nowhere) {
        List<Axis> axes = new ArrayList<>();
        if (matrix == null || matrix.isNull()) {
            return axes;
        }
        if (!(matrix instanceof YamlNode.Mapping mapping)) {
            problems.add(matrix.at(), "'sweep.matrix' is " + matrix.kindName(), "scenario paths with their values");
            return axes;
        }
        mapping.entries().forEach((name, entry) -> {
            requireName(name, entry.keyAt());
            List<Value> values = values(name, entry.value());
            if (!values.isEmpty()) {
                axes.add(new Axis(name, values));
            }
        });
        return axes;
    }

    private void requireName(String name, Position at) {
        if (!name.matches(NAME) || RESERVED.contains(name)) {
            problems.add(
                    at,
                    "'" + name + "' cannot name an axis",
                    "a scenario path such as links.loss, or another word that is no column of the tables");
        }
    }

    private List<Value> values(String axis, YamlNode node) {
        List<Value> values = new ArrayList<>();
        if (node instanceof YamlNode.Sequence list) {
            list.items().forEach(item -> plainValue(axis, item, values));
        } else if (node instanceof YamlNode.Mapping mapping) {
            mapping.entries().forEach((label, entry) -> {
                requireLabel(label, entry.keyAt(), problems);
                values.add(new Value(label, changes(axis, entry.value())));
            });
        } else {
            problems.add(node.at(), "the axis '" + axis + "' has no values", FORM);
            return values;
        }
        if (values.isEmpty()) {
            problems.add(node.at(), "the axis '" + axis + "' has no values", FORM);
        }
        return values;
    }

    private void plainValue(String axis, YamlNode item, List<Value> values) {
        if (!(item instanceof YamlNode.Scalar scalar)) {
            problems.add(item.at(), "a value of '" + axis + "' is " + item.kindName() + " and needs a label", FORM);
            return;
        }
        requireLabel(scalar.text(), item.at(), problems);
        Set<String> seen = new HashSet<>();
        values.forEach(value -> seen.add(value.label()));
        if (!seen.add(scalar.text())) {
            problems.add(item.at(), "the value '" + scalar.text() + "' of '" + axis + "' is listed twice", "each once");
            return;
        }
        values.add(new Value(scalar.text(), List.of(new Change(axis, item))));
    }

    /** Labels stand in tables, where commas and quotes would have to be escaped. */
    static void requireLabel(String label, Position at, Problems problems) {
        if (!label.matches(LABEL)) {
            problems.add(
                    at,
                    "'" + label + "' cannot be a label",
                    "1 to 60 letters, digits, spaces or % . / _ + : - with a letter or digit first");
        }
    }

    private static List<Change> changes(String axis, YamlNode value) {
        if (value instanceof YamlNode.Mapping mapping
                && mapping.entries().size() == 1
                && mapping.value(SET) instanceof YamlNode.Mapping group) {
            List<Change> changes = new ArrayList<>();
            for (Map.Entry<String, YamlNode.Entry> change : group.entries().entrySet()) {
                changes.add(new Change(change.getKey(), change.getValue().value()));
            }
            return changes;
        }
        return List.of(new Change(axis, value));
    }
}
