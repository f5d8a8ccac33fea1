package hopscope.scenario;

import hopscope.document.BadValue;
import hopscope.document.Suggestion;
import hopscope.document.YamlNode;
import hopscope.scenario.NodeSelector.Kind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Reads the values that are no mappings: text, numbers, words, quantities, nodes, links, expectations. */
final class LeafReader {
    private static final int TEXT_LENGTH_MAX = 100_000;
    private static final int NODE_NAME_LENGTH_MAX = 200;

    /** Words that select nodes and hence cannot name one. */
    private static final Set<String> SELECTOR_WORDS = Set.of("any", "each");

    private LeafReader() {}

    /**
     * Reads a value of a type.
     *
     * @throws BadValue if the value does not fit; the message says how
     */
    static Object read(YamlNode node, Class<?> type) throws BadValue {
        if (node.isNull()) {
            throw new BadValue("there is no value here", describe(type));
        }
        if (type == NodeSelector.class) {
            return selector(node);
        }
        if (type == EdgeSpec.class) {
            return edge(node);
        }
        if (type == LinkRef.class) {
            return linkRef(node);
        }
        if (type == NodePatterns.class) {
            return patterns(node);
        }
        if (type == NodeGroup.class || type == NodeGroups.class || type == FaultTime.class) {
            return FaultLeaves.read(node, type);
        }
        if (type == ChartLabels.class || type == Words.class) {
            return ChartLeaves.read(node, type);
        }
        if (type == Payload.class && node instanceof YamlNode.Sequence list) {
            return payload(list);
        }
        if (!(node instanceof YamlNode.Scalar scalar)) {
            throw new BadValue("this is " + node.kindName(), describe(type));
        }
        return scalar(scalar, type);
    }

    private static Object scalar(YamlNode.Scalar scalar, Class<?> type) throws BadValue {
        String text = scalar.text();
        if (type.isEnum()) {
            return word(text, type);
        }
        if (type == String.class) {
            return text(text);
        }
        if (type == NodeRef.class) {
            return nodeRef(text);
        }
        if (type == Expectation.class) {
            return ExpectationParser.parse(text);
        }
        if (type == Boolean.class) {
            return truth(text);
        }
        if (type == Long.class || type == Integer.class || type == Double.class) {
            return number(scalar, type);
        }
        return quantity(text, type);
    }

    private static Object quantity(String text, Class<?> type) throws BadValue {
        if (type == TimeSpan.class) {
            return QuantityParser.timeSpan(text);
        }
        if (type == Share.class) {
            return QuantityParser.share(text);
        }
        if (type == Probability.class) {
            return QuantityParser.probability(text);
        }
        if (type == Rate.class) {
            return QuantityParser.rate(text);
        }
        if (type == Payload.class) {
            return QuantityParser.payload(text);
        }
        if (type == Bandwidth.class) {
            return LinkQuantities.bandwidth(text);
        }
        if (type == QueueLimit.class) {
            return LinkQuantities.queue(text);
        }
        if (type == Size.class) {
            return LinkQuantities.size(text);
        }
        throw new AssertionError("no reader for " + type);
    }

    private static Object number(YamlNode.Scalar scalar, Class<?> type) throws BadValue {
        if (!scalar.isNumber()) {
            boolean quoted = scalar.text().matches("[-+]?[0-9]+(\\.[0-9]+)?");
            String hint = quoted ? " without quotes; did you mean " + scalar.text() + "?" : "";
            throw new BadValue(
                    "'" + QuantityParser.shortened(scalar.text()) + "' is " + scalar.kindName(), describe(type) + hint);
        }
        if (type == Double.class) {
            return QuantityParser.decimalNumber(scalar.text());
        }
        long value = QuantityParser.wholeNumber(scalar.text());
        if (type == Long.class) {
            return value;
        }
        if (value != (int) value) {
            throw new BadValue("'" + scalar.text() + "' is out of range", "a whole number within 32 bits");
        }
        return (int) value;
    }

    private static Object truth(String text) throws BadValue {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default ->
                throw new BadValue("'" + QuantityParser.shortened(text) + "' is no truth value", "true or false");
        };
    }

    private static Object word(String text, Class<?> type) throws BadValue {
        List<String> allowed = Labels.of(type);
        return Labels.constant(type, text)
                .orElseThrow(() -> new BadValue("unknown word '" + QuantityParser.shortened(text)
                        + "'; expected one of " + String.join(", ", allowed) + Suggestion.hint(text, allowed)));
    }

    private static String text(String text) throws BadValue {
        if (text.length() > TEXT_LENGTH_MAX) {
            throw new BadValue("this text is too long", "at most " + TEXT_LENGTH_MAX + " characters");
        }
        return text;
    }

    private static NodeRef nodeRef(String text) throws BadValue {
        if (text.isEmpty() || text.length() > NODE_NAME_LENGTH_MAX) {
            throw new BadValue("a node's name is " + (text.isEmpty() ? "empty" : "too long"), describe(NodeRef.class));
        }
        if (SELECTOR_WORDS.contains(text)) {
            throw new BadValue(
                    "'" + text + "' is no node; it stands alone, as in 'from: " + text + "'", describe(NodeRef.class));
        }
        return new NodeRef(text);
    }

    private static NodeSelector selector(YamlNode node) throws BadValue {
        if (node instanceof YamlNode.Sequence list) {
            Set<NodeRef> nodes = new LinkedHashSet<>();
            for (YamlNode item : list.items()) {
                NodeRef ref = (NodeRef) read(item, NodeRef.class);
                if (!nodes.add(ref)) {
                    throw new BadValue("node '" + ref.name() + "' is listed twice", "each node once");
                }
            }
            if (nodes.isEmpty()) {
                throw new BadValue("the list is empty", describe(NodeSelector.class));
            }
            return new NodeSelector(Kind.LISTED, List.copyOf(nodes));
        }
        if (!(node instanceof YamlNode.Scalar scalar)) {
            throw new BadValue("this is " + node.kindName(), describe(NodeSelector.class));
        }
        return switch (scalar.text()) {
            case "any" -> new NodeSelector(Kind.ANY, List.of());
            case "each" -> new NodeSelector(Kind.EACH, List.of());
            default -> new NodeSelector(Kind.LISTED, List.of(nodeRef(scalar.text())));
        };
    }

    private static EdgeSpec edge(YamlNode node) throws BadValue {
        if (!(node instanceof YamlNode.Sequence list)
                || list.items().size() < 2
                || list.items().size() > 3) {
            String what = node instanceof YamlNode.Sequence list
                    ? "this list has length " + list.items().size()
                    : "this is " + node.kindName();
            throw new BadValue(what, describe(EdgeSpec.class));
        }
        NodeRef a = (NodeRef) read(list.items().get(0), NodeRef.class);
        NodeRef b = (NodeRef) read(list.items().get(1), NodeRef.class);
        if (a.equals(b)) {
            throw new BadValue("node '" + a.name() + "' is linked to itself", "two different nodes");
        }
        TimeSpan latency =
                list.items().size() < 3 ? null : (TimeSpan) read(list.items().get(2), TimeSpan.class);
        return new EdgeSpec(a, b, latency);
    }

    private static LinkRef linkRef(YamlNode node) throws BadValue {
        if (!(node instanceof YamlNode.Sequence list) || list.items().size() != 2) {
            String what = node instanceof YamlNode.Sequence list
                    ? "this list has length " + list.items().size()
                    : "this is " + node.kindName();
            throw new BadValue(what, describe(LinkRef.class));
        }
        NodeRef a = (NodeRef) read(list.items().get(0), NodeRef.class);
        NodeRef b = (NodeRef) read(list.items().get(1), NodeRef.class);
        if (a.equals(b)) {
            throw new BadValue("node '" + a.name() + "' is linked to itself", "two different nodes");
        }
        return new LinkRef(a, b);
    }

    private static NodePatterns patterns(YamlNode node) throws BadValue {
        List<YamlNode> items = node instanceof YamlNode.Sequence list ? list.items() : List.of(node);
        if (items.isEmpty()) {
            throw new BadValue("the list is empty", describe(NodePatterns.class));
        }
        List<String> patterns = new ArrayList<>();
        for (YamlNode item : items) {
            patterns.add(((NodeRef) read(item, NodeRef.class)).name());
        }
        return new NodePatterns(patterns);
    }

    private static Payload payload(YamlNode.Sequence list) throws BadValue {
        List<Integer> bytes = new ArrayList<>();
        for (YamlNode item : list.items()) {
            int value = (int) read(item, Integer.class);
            if (value < 0 || value > 255) {
                throw new BadValue("'" + value + "' is not a byte", "values from 0 to 255");
            }
            bytes.add(value);
        }
        return QuantityParser.payload(List.copyOf(bytes));
    }

    /** What a value of a type looks like, for messages. */
    static String describe(Class<?> type) {
        if (type.isEnum()) {
            return "one of " + String.join(", ", Labels.of(type));
        }
        return switch (type.getSimpleName()) {
            case "String" -> "text";
            case "Integer", "Long" -> "a whole number";
            case "Double" -> "a number such as 1.5";
            case "TimeSpan" -> "a duration with its unit, such as 500ms";
            case "Share" -> "a share in per cent, such as 1%";
            case "Probability" -> "a probability from 0 to 1, such as 0.1 or 10%";
            case "Rate" -> "a rate with its unit, such as 5/s";
            case "Payload" -> "a size such as 100B, or a list of byte values";
            case "Boolean" -> "true or false";
            case "NodeGroup" -> "the name of a group, or a list of nodes";
            case "NodeGroups" -> "a mapping of names to lists of nodes, such as {east: [0, 1]}";
            case "FaultTime" -> "a duration with its unit, such as 500ms, or {random: [10s, 20s]}";
            case "NodeRef" -> "the name of a node";
            case "NodeSelector" -> "any, each, a node or a list of nodes";
            case "EdgeSpec" -> "a link as [a, b] or [a, b, 12ms]";
            case "LinkRef" -> "a link as [a, b]";
            case "NodePatterns" -> "a node or a pattern such as 'ap-*', or a list of them";
            case "Bandwidth" -> "a bandwidth with its unit, such as 10Mbit/s, or unlimited";
            case "QueueLimit" -> "a limit such as 100 frames or 64KiB, or unlimited";
            case "Size" -> "a size with its unit, such as 1500B";
            case "JitterSpec" -> "a duration such as 2ms, or a mapping with sd and correlation";
            case "WarmUpSpec" -> "a duration such as 30s, or {until: converged} or {until: mser-5}";
            case "ChartLabels" -> "a mapping of axes to labels, such as {links.loss: 5%}";
            case "Words" -> "a word, or a list of words";
            case "LossSpec" -> "a share in per cent, such as 1%, or a mapping with mean and burst or with p and r";
            case "Expectation" -> "text such as 'delivery_ratio.min > 0.9'";
            case "ProtocolSpec" ->
                describe(Protocol.class) + ", or a mapping such as {name: fast, use: " + Protocol.values()[0].label()
                        + ", interval: 200ms}";
            case "LatencySpec" -> "a duration such as 10ms, or a mapping with a distribution";
            default -> "a mapping with " + String.join(", ", ScenarioKeys.of(type));
        };
    }
}
