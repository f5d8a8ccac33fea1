package hopscope.scenario;

import hopscope.document.Problems;
import hopscope.document.YamlNode;
import hopscope.scenario.LatencySpec.Distribution;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Checks that a latency distribution has its own parameters and no others, and that they make sense. */
final class LatencyCheck {
    private static final String CORRELATION = "correlation";
    private static final List<String> PARAMETERS =
            List.of("value", "min", "max", "mean", "sd", "shape", "file", CORRELATION);
    private static final Map<Distribution, List<String>> REQUIRED = new EnumMap<>(Map.of(
            Distribution.CONSTANT, List.of("value"),
            Distribution.UNIFORM, List.of("min", "max"),
            Distribution.NORMAL, List.of("mean", "sd"),
            Distribution.LOGNORMAL, List.of("mean", "sd"),
            Distribution.EXPONENTIAL, List.of("mean"),
            Distribution.PARETO, List.of("min", "shape"),
            Distribution.GAMMA, List.of("mean", "sd"),
            Distribution.EMPIRICAL, List.of("file")));

    private LatencyCheck() {}

    /** @param holder the mapping with a {@code latency}, if it has one */
    static void run(CheckContext context, YamlNode.Mapping holder) {
        if (holder.value("latency") instanceof YamlNode.Mapping mapping) {
            context.binder().sound(mapping, LatencySpec.class).ifPresent(latency -> {
                if (hasItsParameters(latency.distribution(), mapping, context.problems())) {
                    checkValues(latency, mapping, context.problems());
                }
            });
        }
    }

    private static List<String> optional(Distribution distribution) {
        List<String> optional = new ArrayList<>();
        if (distribution == Distribution.EXPONENTIAL || distribution == Distribution.GAMMA) {
            optional.add("min");
        }
        if (distribution != Distribution.CONSTANT) {
            optional.add(CORRELATION);
        }
        return optional;
    }

    private static boolean hasItsParameters(Distribution distribution, YamlNode.Mapping mapping, Problems problems) {
        int reportsBefore = problems.reports();
        List<String> required = REQUIRED.get(distribution);
        String label = Labels.of(distribution);
        for (String key : PARAMETERS) {
            if (required.contains(key) && !mapping.has(key)) {
                problems.add(mapping.at(), "a latency that is " + label + " needs '" + key + "'", example(key));
            } else if (!required.contains(key) && !optional(distribution).contains(key) && mapping.has(key)) {
                problems.add(
                        mapping.keyAt(key),
                        "'" + key + "' does not belong to a latency that is " + label,
                        String.join(" and ", required));
            }
        }
        return problems.reports() == reportsBefore;
    }

    private static String example(String key) {
        return switch (key) {
            case "shape" -> "the exponent of the tail, such as 2.5";
            case "file" -> "a file of latencies, relative to the scenario's folder";
            default -> "a duration with its unit, such as 10ms";
        };
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
            case LOGNORMAL, EXPONENTIAL -> requirePositive("mean", latency.mean(), mapping, problems);
            case GAMMA -> {
                requirePositive("mean", latency.mean(), mapping, problems);
                requirePositive("sd", latency.sd(), mapping, problems);
                checkGammaShape(latency, mapping, problems);
            }
            case PARETO -> requirePositive("min", latency.min(), mapping, problems);
            case CONSTANT, NORMAL, EMPIRICAL -> {}
        }
    }

    private static void requirePositive(String key, TimeSpan span, YamlNode.Mapping mapping, Problems problems) {
        if (span.nanos() == 0) {
            String what = key.equals("sd") ? "standard deviation" : key;
            problems.add(mapping.valueAt(key), "the " + what + " is zero", "a positive duration, such as 10ms");
        }
    }

    /** Shapes beyond these are a constant, or zero with rare outliers, and cost the computation its accuracy. */
    private static void checkGammaShape(LatencySpec latency, YamlNode.Mapping mapping, Problems problems) {
        double mean = latency.mean().nanos();
        double sd = latency.sd().nanos();
        if (mean > 0 && sd > 0 && (sd > 10 * mean || sd < mean / 30)) {
            problems.add(
                    mapping.valueAt("sd"),
                    "the standard deviation " + QuantityFormat.text(latency.sd()) + " does not go with the mean "
                            + QuantityFormat.text(latency.mean()),
                    "a 30th to ten times the mean; nearly constant latencies are normal");
        }
    }
}
