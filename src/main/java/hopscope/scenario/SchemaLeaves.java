package hopscope.scenario;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import hopscope.scenario.Expectation.Operator;
import hopscope.scenario.Expectation.Statistic;
import java.util.Arrays;
import java.util.stream.Collectors;

/** JSON Schema of the values that {@link LeafReader} reads. */
final class SchemaLeaves {
    private static final String NUMBER = "[0-9]+(\\.[0-9]+)?";

    private static final String SIZES = "B|kB|KiB|MB|MiB";

    private SchemaLeaves() {}

    /** A new definition, or {@code null} if the type is not a leaf of its own. */
    static ObjectNode of(Class<?> type) {
        if (type.isEnum()) {
            ObjectNode words = text();
            ArrayNode allowed = words.putArray("enum");
            Labels.of(type).forEach(allowed::add);
            return words;
        }
        return switch (type.getSimpleName()) {
            case "TimeSpan" -> described(type, pattern(NUMBER + "\\s*(ns|us|ms|s|min|h)"));
            case "Share" -> described(type, pattern(NUMBER + "\\s*%"));
            case "Bandwidth" -> described(type, pattern("(unlimited|" + NUMBER + "\\s*(|k|M|G|T)bit/s)"));
            case "QueueLimit" -> described(type, pattern("(unlimited|" + NUMBER + "\\s*(frames|" + SIZES + "))"));
            case "Size" -> described(type, pattern(NUMBER + "\\s*(" + SIZES + ")"));
            case "LinkRef" -> described(type, linkRef());
            case "NodePatterns" -> described(type, patterns());
            case "Rate" -> described(type, pattern(NUMBER + "\\s*/\\s*(ms|s|min|h)"));
            case "Probability" -> described(type, probability());
            case "Payload" -> described(type, payload());
            case "NodeGroup" -> described(type, group());
            case "ChartLabels" -> described(type, labels());
            case "Words" -> described(type, words());
            case "NodeGroups" -> described(type, groups());
            case "FaultTime" -> described(type, faultTime());
            case "NodeRef" -> described(type, nodeRef());
            case "NodeSelector" -> described(type, selector());
            case "EdgeSpec" -> described(type, edge());
            case "Expectation" -> described(type, expectation());
            default -> null;
        };
    }

    private static ObjectNode described(Class<?> type, ObjectNode node) {
        return node.put("description", LeafReader.describe(type));
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static ObjectNode text() {
        return object().put("type", "string");
    }

    private static ObjectNode pattern(String pattern) {
        return text().put("pattern", "^\\s*" + pattern + "\\s*$");
    }

    private static ObjectNode probability() {
        ObjectNode node = object();
        node.putArray("anyOf")
                .add(object().put("type", "number").put("minimum", 0).put("maximum", 1))
                .add(pattern(NUMBER + "\\s*%"));
        return node;
    }

    private static ObjectNode payload() {
        ObjectNode octet = object().put("type", "integer").put("minimum", 0).put("maximum", 255);
        ObjectNode list = object().put("type", "array").put("maxItems", 65_535);
        list.set("items", octet);
        ObjectNode node = object();
        node.putArray("anyOf").add(pattern(NUMBER + "\\s*(B|kB|KiB|MB|MiB)")).add(list);
        return node;
    }

    private static ObjectNode nodeRef() {
        ObjectNode node = object();
        node.putArray("type").add("string").add("integer");
        return node;
    }

    private static ObjectNode selector() {
        ObjectNode list = object().put("type", "array").put("minItems", 1).put("uniqueItems", true);
        list.set("items", nodeRef());
        ObjectNode node = object();
        node.putArray("anyOf").add(nodeRef()).add(list);
        return node;
    }

    private static ObjectNode linkRef() {
        ObjectNode node = object();
        node.put("type", "array").put("minItems", 2).put("maxItems", 2);
        node.set("items", nodeRef());
        return node;
    }

    private static ObjectNode patterns() {
        ObjectNode list = object().put("type", "array").put("minItems", 1);
        list.set("items", nodeRef());
        ObjectNode node = object();
        node.putArray("anyOf").add(nodeRef()).add(list);
        return node;
    }

    private static ObjectNode nodeList() {
        ObjectNode list = object().put("type", "array").put("minItems", 1).put("uniqueItems", true);
        list.set("items", nodeRef());
        return list;
    }

    private static ObjectNode group() {
        ObjectNode node = object();
        node.putArray("anyOf").add(text()).add(nodeList());
        return node;
    }

    private static ObjectNode groups() {
        ObjectNode node = object().put("type", "object");
        node.set("additionalProperties", nodeList());
        return node;
    }

    private static ObjectNode words() {
        ObjectNode list = object().put("type", "array").put("minItems", 1);
        list.set("items", text());
        ObjectNode node = object();
        node.putArray("anyOf").add(text()).add(list);
        return node;
    }

    private static ObjectNode labels() {
        ObjectNode node = object().put("type", "object");
        node.putObject("additionalProperties")
                .putArray("type")
                .add("string")
                .add("number")
                .add("boolean");
        return node;
    }

    private static ObjectNode faultTime() {
        ObjectNode window = object().put("type", "array").put("minItems", 2).put("maxItems", 2);
        window.set("items", of(TimeSpan.class));
        ObjectNode random = object().put("type", "object").put("additionalProperties", false);
        random.putObject("properties").set("random", window);
        random.putArray("required").add("random");
        ObjectNode node = object();
        node.putArray("anyOf").add(of(TimeSpan.class)).add(random);
        return node;
    }

    private static ObjectNode edge() {
        ObjectNode node = object().put("type", "array").put("minItems", 2).put("maxItems", 3);
        node.putArray("prefixItems").add(nodeRef()).add(nodeRef()).add(of(TimeSpan.class));
        return node;
    }

    private static ObjectNode expectation() {
        String protocols = "\\*|" + ProtocolCheck.NAME;
        String metrics = Arrays.stream(Metric.values()).map(Metric::column).collect(Collectors.joining("|"));
        String operators =
                Arrays.stream(Operator.values()).map(Operator::symbol).collect(Collectors.joining("|"));
        return pattern("((" + protocols + ")\\.)?(fault\\[([0-9]+|\\*)\\]\\.)?(" + metrics + ")(\\.("
                + String.join("|", Labels.of(Statistic.class)) + "))?\\s*(" + operators
                + ")\\s*[-+]?[0-9]+(\\.[0-9]+)?([eE][-+]?[0-9]+)?");
    }
}
