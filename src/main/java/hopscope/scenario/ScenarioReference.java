package hopscope.scenario;

import java.lang.reflect.ParameterizedType;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** The keys of scenario files as Markdown tables, made from the records that the files are bound to. */
public final class ScenarioReference {
    /** How the values that are no plain numbers or texts are written. */
    private static final Map<Class<?>, String> FORMS = Map.ofEntries(
            Map.entry(TimeSpan.class, "duration"),
            Map.entry(Share.class, "per cent"),
            Map.entry(Probability.class, "0 … 1, or per cent"),
            Map.entry(Rate.class, "rate"),
            Map.entry(Payload.class, "size, or list of bytes"),
            Map.entry(Boolean.class, "`true`, `false`"),
            Map.entry(NodeGroup.class, "group, or list of nodes"),
            Map.entry(NodeGroups.class, "group names, each with a list of nodes"),
            Map.entry(FaultTime.class, "duration, or `{random: [from, to]}`"),
            Map.entry(NodeRef.class, "node"),
            Map.entry(NodeSelector.class, "`any`, `each`, node, list"),
            Map.entry(EdgeSpec.class, "`[a, b]` or `[a, b, latency]`"),
            Map.entry(Expectation.class, "expectation"),
            Map.entry(ProtocolSpec.class, "protocol, or section"),
            Map.entry(LatencySpec.class, "section, or duration"),
            Map.entry(JitterSpec.class, "section, or duration"),
            Map.entry(LossSpec.class, "section, or per cent"),
            Map.entry(WarmUpSpec.class, "section, or duration"),
            Map.entry(ChartLabels.class, "axes, each with a label"),
            Map.entry(Words.class, "word, or list of words"),
            Map.entry(LinkRef.class, "`[a, b]`"),
            Map.entry(NodePatterns.class, "node or pattern, or list"),
            Map.entry(Bandwidth.class, "bandwidth"),
            Map.entry(QueueLimit.class, "frames or size"),
            Map.entry(Size.class, "size"),
            Map.entry(Integer.class, "whole number"),
            Map.entry(Long.class, "whole number"),
            Map.entry(Double.class, "number"),
            Map.entry(String.class, "text"));

    private ScenarioReference() {}

    /** One table for each section of a scenario, in the order of the file; ends in a line feed. */
    public static String markdown() {
        StringBuilder out = new StringBuilder();
        append(out, "", Scenario.class);
        return out.toString();
    }

    private static void append(StringBuilder out, String path, Class<?> type) {
        out.append(path.isEmpty() ? "## Top level\n\n" : "## `" + path + "`\n\n");
        out.append("| key | value | default | meaning |\n|---|---|---|---|\n");
        for (ScenarioKey key : ScenarioKeys.keys(type)) {
            out.append(row(key)).append('\n');
        }
        out.append('\n');
        for (ScenarioKey key : ScenarioKeys.keys(type)) {
            if (key.element() == ProtocolSpec.class) {
                append(out, key.name(), ProtocolEntry.class);
                out.append("Beside these an entry may hold the keys of its protocol's section under `routing`.\n\n");
            } else if (ScenarioKeys.isMapping(key.element())) {
                append(out, path.isEmpty() ? key.name() : path + "." + key.name(), key.element());
            }
        }
    }

    private static String row(ScenarioKey key) {
        Setting setting = key.setting();
        String byDefault =
                setting.required() ? "required" : setting.byDefault().isEmpty() ? "" : "`" + setting.byDefault() + "`";
        return "| `" + key.name() + "` | " + form(key) + range(setting) + " | " + byDefault + " | " + setting.about()
                + " |";
    }

    private static String form(ScenarioKey key) {
        boolean isList = key.type() instanceof ParameterizedType;
        return (isList ? "list: " : "") + form(key.element());
    }

    private static String form(Class<?> type) {
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .map(constant -> "`" + Labels.of((Enum<?>) constant) + "`")
                    .collect(Collectors.joining(", "));
        }
        return FORMS.getOrDefault(type, "section");
    }

    private static String range(Setting setting) {
        if (setting.min().isEmpty() && setting.max().isEmpty()) {
            return "";
        }
        if (setting.max().isEmpty()) {
            return " from " + setting.min();
        }
        return " " + (setting.min().isEmpty() ? "up to " : setting.min() + " … ") + setting.max();
    }
}
