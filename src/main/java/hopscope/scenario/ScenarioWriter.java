package hopscope.scenario;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes a scenario as YAML with every default spelled out; loading the text gives an equal scenario. */
public final class ScenarioWriter {
    private static final String STEP = "  ";

    /** Text that YAML reads as itself without quotes. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]*");

    private final StringBuilder out = new StringBuilder();

    private final RoutingSpec routing;

    private ScenarioWriter(RoutingSpec routing) {
        this.routing = routing;
    }

    /** The scenario in block style, keys in the order of the records, quantities with units, {@code \n} line ends. */
    public static String toYaml(Scenario scenario) {
        ScenarioWriter writer = new ScenarioWriter(scenario.routing());
        writer.mapping(scenario, "", "");
        return writer.out.toString();
    }

    /** Charts as a list in block style, which {@link ScenarioSections#charts} reads; at least one. */
    public static String charts(List<ChartSpec> charts) {
        ScenarioWriter writer = new ScenarioWriter(RoutingSpec.DEFAULT);
        charts.forEach(chart -> writer.item(chart, ""));
        return writer.out.toString();
    }

    /** A value in one line; a section in braces. */
    static String flow(Object value) {
        Object shortened = ShortForms.shortened(value);
        if (shortened instanceof LatencySpec latency && latency.distribution() == LatencySpec.Distribution.CONSTANT) {
            return inline(latency.value());
        }
        if (!(shortened instanceof Record section) || !ScenarioKeys.isMapping(section.getClass())) {
            return inline(shortened);
        }
        return ScenarioKeys.keys(section.getClass()).stream()
                .filter(key -> key.valueIn(section) != null)
                .map(key -> key.name() + ": " + flow(key.valueIn(section)))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    /** @param firstIndent before the first key, which may follow a list's hyphen */
    private void mapping(Record mapping, String firstIndent, String indent) {
        String before = firstIndent;
        for (ScenarioKey key : ScenarioKeys.keys(mapping.getClass())) {
            Object value = key.valueIn(mapping);
            if (value != null && !isLeftOut(mapping, key, value)) {
                out.append(before).append(key.name()).append(':');
                value(value, indent);
                before = indent;
            }
        }
    }

    /** Rules of links and charts that no one wrote, so that scenarios without them read as before there were any. */
    private static boolean isLeftOut(Record mapping, ScenarioKey key, Object value) {
        boolean mayBe = mapping instanceof LinksSpec || key.element() == ChartSpec.class;
        return mayBe && value instanceof List<?> list && list.isEmpty();
    }

    private void value(Object section, String indent) {
        Object value = ShortForms.shortened(section);
        if (value instanceof Record nested && ScenarioKeys.isMapping(nested.getClass())) {
            out.append('\n');
            mapping(nested, indent + STEP, indent + STEP);
        } else if (value instanceof List<?> list && isBlock(list)) {
            out.append('\n');
            list.forEach(item -> item(item, indent + STEP));
        } else {
            out.append(' ').append(inline(value)).append('\n');
        }
    }

    private boolean isPlain(Object item) {
        return item instanceof ProtocolSpec protocol && protocol.isPlain(routing);
    }

    private boolean isBlock(List<?> list) {
        return !list.isEmpty()
                && list.get(0) instanceof Record first
                && (first instanceof ProtocolSpec && !list.stream().allMatch(this::isPlain)
                        || ScenarioKeys.isMapping(first.getClass())
                        || first instanceof EdgeSpec
                        || first instanceof Expectation);
    }

    private void item(Object item, String indent) {
        if (item instanceof Record nested && ScenarioKeys.isMapping(nested.getClass())) {
            mapping(nested, indent + "- ", indent + STEP);
        } else if (item instanceof ProtocolSpec protocol && !protocol.isPlain(routing)) {
            Record head = protocol.use() instanceof Plugin plugin
                    ? new PluginEntry(
                            protocol.name(), plugin.label(), plugin.build().orElse(null))
                    : new ProtocolEntry(protocol.name(), (Protocol) protocol.use());
            mapping(head, indent + "- ", indent + STEP);
            mapping((Record) protocol.settings(), indent + STEP, indent + STEP);
        } else {
            out.append(indent).append("- ").append(inline(item)).append('\n');
        }
    }

    private static String inline(Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(ScenarioWriter::inline).collect(Collectors.joining(", ", "[", "]"));
        }
        if (value instanceof ProtocolSpec protocol) {
            return protocol.name();
        }
        if (value instanceof Enum<?> constant) {
            return Labels.of(constant);
        }
        if (value instanceof Double number) {
            return QuantityFormat.number(number);
        }
        if (value instanceof Number || value instanceof Boolean) {
            return value.toString();
        }
        return value instanceof String text ? quoted(text) : quantity(value);
    }

    private static String quantity(Object value) {
        if (value instanceof TimeSpan span) {
            return QuantityFormat.text(span);
        }
        if (value instanceof Share share) {
            return QuantityFormat.text(share);
        }
        if (value instanceof Rate rate) {
            return QuantityFormat.text(rate);
        }
        if (value instanceof Probability probability) {
            return QuantityFormat.text(probability);
        }
        if (value instanceof Bandwidth bandwidth) {
            return QuantityFormat.text(bandwidth);
        }
        if (value instanceof QueueLimit queue) {
            return QuantityFormat.text(queue);
        }
        if (value instanceof Size size) {
            return QuantityFormat.text(size);
        }
        return value instanceof Payload payload ? QuantityFormat.text(payload) : reference(value);
    }

    private static String reference(Object value) {
        if (value instanceof NodeRef node) {
            return quoted(node.name());
        }
        if (value instanceof NodeSelector selector) {
            return switch (selector.kind()) {
                case ANY -> "any";
                case EACH -> "each";
                case LISTED ->
                    inline(selector.nodes().size() == 1 ? selector.nodes().get(0) : selector.nodes());
            };
        }
        if (value instanceof NodeGroup group) {
            return group.name() == null ? inline(group.nodes()) : quoted(group.name());
        }
        if (value instanceof NodeGroups groups) {
            return groups.byName().entrySet().stream()
                    .map(group -> quoted(group.getKey()) + ": " + inline(group.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        if (value instanceof ChartLabels labels) {
            return labels.byAxis().entrySet().stream()
                    .map(label -> quoted(label.getKey()) + ": " + quoted(label.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        if (value instanceof Words words) {
            return inline(words.words().size() == 1 ? words.words().get(0) : words.words());
        }
        if (value instanceof FaultTime time) {
            return time.isRandom() ? "{random: " + inline(List.of(time.from(), time.to())) + "}" : inline(time.from());
        }
        if (value instanceof EdgeSpec edge) {
            return inline(
                    edge.latency() == null ? List.of(edge.a(), edge.b()) : List.of(edge.a(), edge.b(), edge.latency()));
        }
        if (value instanceof LinkRef link) {
            return inline(List.of(link.a(), link.b()));
        }
        if (value instanceof NodePatterns nodes) {
            return inline(nodes.patterns());
        }
        if (value instanceof Expectation expectation) {
            return doubleQuoted(expectation.text());
        }
        throw new AssertionError("no text for " + value.getClass());
    }

    private static String quoted(String text) {
        boolean readsAsNull = text.toLowerCase(Locale.ROOT).equals("null");
        return PLAIN.matcher(text).matches() && !readsAsNull ? text : doubleQuoted(text);
    }

    private static String doubleQuoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\t' -> quoted.append("\\t");
                default -> {
                    boolean separator = c == 0x2028 || c == 0x2029 || c == 0xFEFF || c >= 0xFFFE;
                    if (Character.isISOControl(c) || separator) {
                        quoted.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
                    } else {
                        quoted.append(c);
                    }
                }
            }
        }
        return quoted.append('"').toString();
    }
}
