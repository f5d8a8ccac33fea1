package hopscope.scenario;

import hopscope.document.Problems;
import hopscope.document.YamlNode;
import hopscope.scenario.LatencySpec.Distribution;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Checks that a latency distribution has its own parameters and no others, and that they make sense. */
final class LatencyCheck {
    private static final List<String> PARAMETERS = List.of("value", "min", "max", "mean", "sd");
    private static final Map<Distribution, List<String>> REQUIRED = new EnumMap<>(Map.of(
            Distribution.CONSTANT, List.of("value"),
            Distribution.UNIFORM, List.of("min", "max"),
            Distribution.NORMAL, List.of("mean", "sd"),
            Distribution.LOGNORMAL, List.of("mean", "sd"),
            Distribution.EXPONENTIAL, List.of("mean")));
    private static final List<String> EXPONENTIAL_OPTIONAL = List.of("min");

    private LatencyCheck() {}

    static void run(CheckContext context) {
        if (!(context.root().value("links") instanceof YamlNode.Mapping links)
                || !(links.value("latency") instanceof YamlNode.Mapping mapping)) {
            return;
        }
        context.binder().sound(mapping, LatencySpec.class).ifPresent(latency -> {
            if (hasItsParameters(latency.distribution(), mapping, context.problems())) {
                checkValues(latency, mapping, context.problems());
            }
        });
    }

    private static boolean hasItsParameters(Distribution distribution, YamlNode.Mapping mapping, Problems problems) {
        int reportsBefore = problems.reports();
        List<String> required = REQUIRED.get(distribution);
        String label = Labels.of(distribution);
        for (String key : PARAMETERS) {
            boolean optional = distribution == Distribution.EXPONENTIAL && EXPONENTIAL_OPTIONAL.contains(key);
            if (required.contains(key) && !mapping.has(key)) {
                problems.add(
                        mapping.at(),
                        "a latency that is " + label + " needs '" + key + "'",
                        "a duration with its unit, such as 10ms");
            } else if (!required.contains(key) && !optional && mapping.has(key)) {
                problems.add(
                        mapping.keyAt(key),
                        "'" + key + "' does not belong to a latency that is " + label,
                        String.join(" and ", required));
            }
        }
        return problems.reports() == reportsBefore;
    }

    private static void checkValues(LatencySpec latency, YamlNode.Mapping mapping, Problems problems) {
        switch (latency.distribution()) {
            case UNIFORM -> {
                if (latency.min().nanos() > latency.max().nanos()) {
                    problems.add(
                            mapping.valueAt("max"),
                            "max " + QuantityFormat.text(latency.max()) + " is below min "
                                    + QuantityFormat.text(latency.min()),
                            "min to be at most max");
                }
            }
            case LOGNORMAL, EXPONENTIAL -> {
                if (latency.mean().nanos() == 0) {
                    problems.add(mapping.valueAt("mean"), "the mean is zero", "a positive duration, such as 10ms");
                }
            }
            case CONSTANT, NORMAL -> {}
        }
    }
}
