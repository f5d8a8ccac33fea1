package hopscope.scenario;

import hopscope.document.BadValue;
import hopscope.document.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads the values that only charts have. */
final class ChartLeaves {
    private ChartLeaves() {}

    static Object read(YamlNode node, Class<?> type) throws BadValue {
        return type == Words.class ? words(node) : labels(node);
    }

    private static Words words(YamlNode node) throws BadValue {
        List<YamlNode> items = node instanceof YamlNode.Sequence list ? list.items() : List.of(node);
        if (items.isEmpty()) {
            throw new BadValue("the list is empty", LeafReader.describe(Words.class));
        }
        List<String> words = new ArrayList<>();
        for (YamlNode item : items) {
            words.add(word(item));
        }
        return new Words(words);
    }

    private static ChartLabels labels(YamlNode node) throws BadValue {
        if (!(node instanceof YamlNode.Mapping mapping)) {
            throw new BadValue("this is " + node.kindName(), LeafReader.describe(ChartLabels.class));
        }
        Map<String, String> labels = new TreeMap<>();
        for (Map.Entry<String, YamlNode.Entry> entry : mapping.entries().entrySet()) {
            labels.put(entry.getKey(), word(entry.getValue().value()));
        }
        return new ChartLabels(labels);
    }

    private static String word(YamlNode node) throws BadValue {
        if (!(node instanceof YamlNode.Scalar scalar)
                || scalar.isNull()
                || scalar.text().isEmpty()) {
            throw new BadValue("this is " + node.kindName(), "a word");
        }
        return (String) LeafReader.read(node, String.class);
    }
}
