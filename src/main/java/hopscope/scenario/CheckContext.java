package hopscope.scenario;

import hopscope.document.Position;
import hopscope.document.Problems;
import hopscope.document.YamlNode;
import java.util.List;

/**
 * What every check needs: the file as written, the records made of it, and where to report.
 *
 * @param root the scenario's mapping
 * @param scenario bound from it; parts that had errors hold their defaults, required ones {@code null}
 * @param binder knows which mappings had no error
 * @param problems what makes the scenario unusable
 * @param warnings what is doubtful
 * @param notes what was repaired or assumed in reading the network file
 */
record CheckContext(
        YamlNode.Mapping root,
        Scenario scenario,
        RecordBinder binder,
        Problems problems,
        Problems warnings,
        Problems notes) {

    /** The items of a list at the top level; none if there is no list. */
    List<YamlNode> items(String key) {
        return root.value(key) instanceof YamlNode.Sequence list ? list.items() : List.of();
    }

    /** Where an item of a list stands, or the value itself if it is no list. */
    static Position itemAt(YamlNode node, int index) {
        return node instanceof YamlNode.Sequence list && index < list.items().size()
                ? list.items().get(index).at()
                : node.at();
    }
}
