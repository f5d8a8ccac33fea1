package hopscope.sweep;

import hopscope.document.Problems;
import hopscope.document.Suggestion;
import hopscope.document.YamlNode;
import hopscope.scenario.Metric;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code repeat}: a number, or {@code {min, max, until: "ci95(metric) < 5%"}}. */
final class RepetitionReader {
    private static final int MOST = 100_000;
    private static final List<String> KEYS = List.of("min", "max", "until");
    private static final String FORM = "a number, or {min: 5, max: 30, until: \"ci95(convergence_optimal_s) < 5%\"}";
    private static final Pattern RULE =
            Pattern.compile("\\s*ci95\\(\\s*([A-Za-z0-9_]+)\\s*\\)\\s*<\\s*([0-9]+(?:\\.[0-9]+)?)\\s*%\\s*");

    private final Problems problems;

    RepetitionReader(Problems problems) {
        this.problems = problems;
    }

    /** @param replications of the scenario, for a sweep that does not say */
    Repetition read(YamlNode node, int replications) {
        if (node == null || node.isNull()) {
            return Repetition.fixed(replications);
        }
        if (node instanceof YamlNode.Scalar) {
            return Repetition.fixed(count(node, "sweep.repeat", 1));
        }
        if (!(node instanceof YamlNode.Mapping mapping)) {
            problems.add(node.at(), "'sweep.repeat' is " + node.kindName(), FORM);
            return Repetition.fixed(1);
        }
        mapping.entries().forEach((key, entry) -> {
            if (!KEYS.contains(key)) {
                problems.add(
                        entry.keyAt(),
                        "unknown key '" + key + "' in 'sweep.repeat'; expected one of " + String.join(", ", KEYS)
                                + Suggestion.hint(key, KEYS));
            }
        });
        return rule(mapping);
    }

    private Repetition rule(YamlNode.Mapping mapping) {
        boolean hasRule = mapping.has("until");
        if (!hasRule && mapping.has("max")) {
            problems.add(mapping.keyAt("max"), "'max' without 'until' has no meaning", FORM);
        }
        for (String key : hasRule ? List.of("min", "max") : List.of("min")) {
            if (!mapping.has(key)) {
                problems.add(mapping.at(), "the key '" + key + "' is missing in 'sweep.repeat'", FORM);
                return Repetition.fixed(1);
            }
        }
        int min = count(mapping.value("min"), "sweep.repeat.min", hasRule ? 2 : 1);
        if (!hasRule) {
            return Repetition.fixed(min);
        }
        int max = count(mapping.value("max"), "sweep.repeat.max", 2);
        if (max < min) {
            problems.add(mapping.valueAt("max"), "max " + max + " is less than min " + min, "at least " + min);
            return Repetition.fixed(min);
        }
        return until(mapping.value("until"), min, max);
    }

    private Repetition until(YamlNode node, int min, int max) {
        Matcher matcher = RULE.matcher(node instanceof YamlNode.Scalar scalar ? scalar.text() : "");
        if (!matcher.matches()) {
            problems.add(node.at(), "cannot read this rule", "ci95(metric) < share, such as ci95(hops_mean) < 5%");
            return Repetition.fixed(min);
        }
        List<String> columns =
                Arrays.stream(Metric.values()).map(Metric::column).toList();
        int metric = columns.indexOf(matcher.group(1));
        double share = Double.parseDouble(matcher.group(2)) / 100;
        if (metric < 0) {
            problems.add(
                    node.at(),
                    "unknown metric '" + matcher.group(1) + "'; expected one of " + String.join(", ", columns)
                            + Suggestion.hint(matcher.group(1), columns));
            return Repetition.fixed(min);
        }
        if (!(share > 0 && share < 1)) {
            problems.add(
                    node.at(),
                    "the share " + matcher.group(2) + "% is out of range",
                    "more than 0% and less than 100%");
            return Repetition.fixed(min);
        }
        return new Repetition(min, max, Metric.values()[metric], share);
    }

    private int count(YamlNode node, String what, int least) {
        String text = node instanceof YamlNode.Scalar scalar ? scalar.text() : "";
        int count = text.matches("[0-9]{1,6}") ? Integer.parseInt(text) : -1;
        if (count < least || count > MOST) {
            problems.add(node.at(), "'" + what + "' is not a whole number from " + least + " to " + MOST, FORM);
            return least;
        }
        return count;
    }
}
