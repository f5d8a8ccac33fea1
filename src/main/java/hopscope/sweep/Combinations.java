package hopscope.sweep;

import hopscope.document.Position;
import hopscope.document.Problems;
import hopscope.document.Suggestion;
import hopscope.document.YamlNode;
import hopscope.sweep.Axis.Change;
import hopscope.sweep.Axis.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Spells out the combinations of a sweep: the matrix without what {@code exclude} names, then what {@code include} adds. */
final class Combinations {
    private final List<Axis> axes;
    private final Problems problems;
    private final Problems warnings;
    private final List<Value[]> found = new ArrayList<>();

    Combinations(List<Axis> axes, Problems problems, Problems warnings) {
        this.axes = axes;
        this.problems = problems;
        this.warnings = warnings;
    }

    /** How many combinations the matrix alone has; saturates. */
    static long matrixSize(List<Axis> axes) {
        long size = 1;
        for (Axis axis : axes) {
            size = Math.min(size * axis.values().size(), Integer.MAX_VALUE);
        }
        return size;
    }

    /**
     * All combinations, one value for each axis, {@code null} where an axis is left alone.
     *
     * @param exclude a list of mappings from axes to labels, or {@code null}
     * @param include likewise; a label that the axis does not have is a new value
     */
    List<Value[]> spellOut(YamlNode exclude, YamlNode include) {
        fill(new Value[axes.size()], 0);
        for (YamlNode.Mapping item : items("exclude", exclude)) {
            remove(item);
        }
        for (YamlNode.Mapping item : items("include", include)) {
            add(item);
        }
        return found;
    }

    private void fill(Value[] combination, int axis) {
        if (axis == axes.size()) {
            found.add(combination.clone());
            return;
        }
        for (Value value : axes.get(axis).values()) {
            combination[axis] = value;
            fill(combination, axis + 1);
        }
    }

    private List<YamlNode.Mapping> items(String key, YamlNode node) {
        List<YamlNode.Mapping> items = new ArrayList<>();
        if (node == null || node.isNull()) {
            return items;
        }
        String form = "a list of combinations, such as [{links.loss: 20%}]";
        if (!(node instanceof YamlNode.Sequence list)) {
            problems.add(node.at(), "'sweep." + key + "' is " + node.kindName(), form);
            return items;
        }
        for (YamlNode item : list.items()) {
            if (item instanceof YamlNode.Mapping mapping && knowsAxes(mapping)) {
                items.add(mapping);
            } else if (!(item instanceof YamlNode.Mapping)) {
                problems.add(item.at(), "a combination is " + item.kindName(), form);
            }
        }
        return items;
    }

    private boolean knowsAxes(YamlNode.Mapping combination) {
        List<String> names = axes.stream().map(Axis::name).toList();
        boolean known = true;
        for (Map.Entry<String, YamlNode.Entry> entry : combination.entries().entrySet()) {
            if (!names.contains(entry.getKey())) {
                known = false;
                problems.add(
                        entry.getValue().keyAt(),
                        "the matrix has no axis '" + entry.getKey() + "'; expected one of " + String.join(", ", names)
                                + Suggestion.hint(entry.getKey(), names));
            }
        }
        return known;
    }

    private void remove(YamlNode.Mapping item) {
        Map<Integer, List<String>> wanted = new LinkedHashMap<>();
        int reports = problems.reports();
        for (int axis = 0; axis < axes.size(); axis++) {
            YamlNode node = item.value(axes.get(axis).name());
            if (node != null) {
                wanted.put(axis, labels(axes.get(axis), node));
            }
        }
        if (problems.reports() > reports) {
            return;
        }
        boolean any = found.removeIf(combination -> wanted.entrySet().stream()
                .allMatch(want -> want.getValue().contains(combination[want.getKey()].label())));
        if (!any) {
            warnings.add(item.at(), "this exclusion matches no combination that is left");
        }
    }

    private List<String> labels(Axis axis, YamlNode node) {
        List<YamlNode> nodes = node instanceof YamlNode.Sequence list ? list.items() : List.of(node);
        List<String> known = axis.values().stream().map(Value::label).toList();
        List<String> labels = new ArrayList<>();
        for (YamlNode one : nodes) {
            String label = one instanceof YamlNode.Scalar scalar ? scalar.text() : "";
            if (!known.contains(label)) {
                problems.add(
                        one.at(),
                        "the axis '" + axis.name() + "' has no value '" + label + "'; expected one of "
                                + String.join(", ", known) + Suggestion.hint(label, known));
            }
            labels.add(label);
        }
        return labels;
    }

    private void add(YamlNode.Mapping item) {
        Value[] combination = new Value[axes.size()];
        for (int axis = 0; axis < axes.size(); axis++) {
            YamlNode node = item.value(axes.get(axis).name());
            if (node != null) {
                combination[axis] = value(axes.get(axis), node);
            }
        }
        if (found.stream().anyMatch(other -> Arrays.equals(other, combination))) {
            problems.add(item.at(), "this combination is in the sweep already", "one that the matrix does not have");
            return;
        }
        found.add(combination);
    }

    /** The axis's value with this label, or a new plain one. */
    private Value value(Axis axis, YamlNode node) {
        Position at = node.at();
        if (!(node instanceof YamlNode.Scalar scalar)) {
            problems.add(at, "an included value is " + node.kindName(), "a label of '" + axis.name() + "' or a value");
            return null;
        }
        AxesReader.requireLabel(scalar.text(), at, problems);
        Value known = axis.labelled(scalar.text());
        return known != null ? known : new Value(scalar.text(), List.of(new Change(axis.name(), node)));
    }
}
