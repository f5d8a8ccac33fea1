package hopscope.network;

import hopscope.document.Position;
import hopscope.document.Problems;
import hopscope.document.Suggestion;
import hopscope.network.NodeEntry.Place;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** Checks what no single entry can show: whether the nodes of a network file fit together. */
final class NetworkCheck {
    private final List<NodeEntry> entries;
    private final Problems problems;
    private final Map<Integer, NodeEntry> byId = new TreeMap<>();

    NetworkCheck(List<NodeEntry> entries, Problems problems) {
        this.entries = entries;
        this.problems = problems;
    }

    void run() {
        refuseRepeated(NodeEntry::id, id -> "node " + id + " is listed twice", "each node once");
        refuseRepeated(
                NodeEntry::address,
                address -> "two nodes listen at " + address.host() + ":" + address.port(),
                "an address for each node");
        refuseRepeated(
                NodeEntry::key, key -> "two nodes have the key " + key.substring(0, 8) + "…", "a key for each node");
        for (NodeEntry entry : entries) {
            if (entry.id() != null) {
                byId.putIfAbsent(entry.id().value(), entry);
            }
        }
        // Where an entry has no id, others may rightly name it: their neighbours cannot be judged.
        boolean allKnown = entries.stream().allMatch(entry -> entry.id() != null);
        entries.forEach(entry -> checkNeighbours(entry, allKnown));
    }

    private <T> void refuseRepeated(Function<NodeEntry, Place<T>> part, Function<T, String> what, String expected) {
        Map<T, Position> seen = new HashMap<>();
        for (NodeEntry entry : entries) {
            Place<T> place = part.apply(entry);
            Position earlier = place == null ? null : seen.putIfAbsent(place.value(), place.at());
            if (earlier != null) {
                problems.add(
                        place.at(),
                        what.apply(place.value()),
                        expected + "; it stands on line " + earlier.line() + " already");
            }
        }
    }

    private void checkNeighbours(NodeEntry entry, boolean allKnown) {
        Set<Integer> seen = new HashSet<>();
        for (Place<Integer> neighbour : entry.neighbours()) {
            NodeEntry other = byId.get(neighbour.value());
            if (!seen.add(neighbour.value())) {
                problems.add(neighbour.at(), "neighbour " + neighbour.value() + " is listed twice", "each once");
            } else if (other == entry) {
                problems.add(neighbour.at(), "node " + neighbour.value() + " is its own neighbour", "another node");
            } else if (other == null && allKnown) {
                List<String> ids = byId.keySet().stream().map(String::valueOf).toList();
                problems.add(
                        neighbour.at(),
                        "there is no node " + neighbour.value() + "; expected one of the nodes listed"
                                + Suggestion.hint(String.valueOf(neighbour.value()), ids));
            } else if (other != null
                    && entry.id() != null
                    && !lists(other, entry.id().value())) {
                problems.add(
                        neighbour.at(),
                        "node " + neighbour.value() + " does not list node "
                                + entry.id().value() + " as its neighbour",
                        "both or neither; a link has two ends");
            }
        }
    }

    private static boolean lists(NodeEntry entry, int id) {
        return entry.neighbours().stream().anyMatch(neighbour -> neighbour.value() == id);
    }
}
