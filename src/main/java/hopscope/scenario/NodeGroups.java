package hopscope.scenario;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The named groups of a scenario, in the order written: {@code {east: [0, 1], west: [2, 3]}}.
 *
 * @param byName name → nodes, each list with one node at least and none twice
 */
public record NodeGroups(Map<String, List<NodeRef>> byName) {
    public NodeGroups {
        byName = Collections.unmodifiableMap(new LinkedHashMap<>(byName));
    }

    /** The nodes of a group; none for a name that is not here. */
    public List<NodeRef> nodes(NodeGroup group) {
        return group.name() == null ? group.nodes() : byName.getOrDefault(group.name(), List.of());
    }
}
