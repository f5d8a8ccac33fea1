package hopscope.scenario;

import hopscope.document.BadValue;
import hopscope.document.YamlNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the values of groups and fault times, which are neither plain words nor sections. */
final class FaultLeaves {
    private static final String RANDOM = "random";

    private FaultLeaves() {}

    static Object read(YamlNode node, Class<?> type) throws BadValue {
        if (type == NodeGroup.class) {
            return group(node);
        }
        return type == NodeGroups.class ? groups(node) : time(node);
    }

    private static NodeGroup group(YamlNode node) throws BadValue {
        if (node instanceof YamlNode.Scalar scalar) {
            return new NodeGroup(scalar.text(), List.of());
        }
        return new NodeGroup(null, nodes(node, LeafReader.describe(NodeGroup.class)));
    }

    private static List<NodeRef> nodes(YamlNode node, String expected) throws BadValue {
        if (!(node instanceof YamlNode.Sequence list)) {
            throw new BadValue("this is " + node.kindName(), expected);
        }
        Set<NodeRef> nodes = new LinkedHashSet<>();
        for (YamlNode item : list.items()) {
            NodeRef ref = (NodeRef) LeafReader.read(item, NodeRef.class);
            if (!nodes.add(ref)) {
                throw new BadValue("node '" + ref.name() + "' is listed twice", "each node once");
            }
        }
        if (nodes.isEmpty()) {
            throw new BadValue("the list is empty", expected);
        }
        return List.copyOf(nodes);
    }

    private static NodeGroups groups(YamlNode node) throws BadValue {
        if (!(node instanceof YamlNode.Mapping mapping)) {
            throw new BadValue("this is " + node.kindName(), LeafReader.describe(NodeGroups.class));
        }
        Map<String, List<NodeRef>> groups = new LinkedHashMap<>();
        for (String name : mapping.entries().keySet()) {
            groups.put(name, nodes(mapping.value(name), "a list of nodes for the group '" + name + "'"));
        }
        return new NodeGroups(groups);
    }

    private static FaultTime time(YamlNode node) throws BadValue {
        if (node instanceof YamlNode.Scalar) {
            return FaultTime.of((TimeSpan) LeafReader.read(node, TimeSpan.class));
        }
        if (!(node instanceof YamlNode.Mapping mapping)
                || mapping.entries().size() != 1
                || !(mapping.value(RANDOM) instanceof YamlNode.Sequence window)
                || window.items().size() != 2) {
            throw new BadValue("this is no time", LeafReader.describe(FaultTime.class));
        }
        List<TimeSpan> ends = new ArrayList<>();
        for (YamlNode end : window.items()) {
            ends.add((TimeSpan) LeafReader.read(end, TimeSpan.class));
        }
        if (ends.get(0).nanos() >= ends.get(1).nanos()) {
            throw new BadValue(
                    "the window from " + QuantityFormat.text(ends.get(0)) + " to " + QuantityFormat.text(ends.get(1))
                            + " is empty",
                    "an end after its beginning");
        }
        return new FaultTime(ends.get(0), ends.get(1));
    }
}
