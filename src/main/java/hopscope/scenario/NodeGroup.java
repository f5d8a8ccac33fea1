package hopscope.scenario;

import java.util.List;

/**
 * Some nodes: a group of the scenario by its name, or written out as a list.
 *
 * @param name in {@link Scenario#groups}; {@code null} for a list
 * @param nodes the list; empty for a name
 */
public record NodeGroup(String name, List<NodeRef> nodes) {
    public NodeGroup {
        nodes = List.copyOf(nodes);
    }
}
