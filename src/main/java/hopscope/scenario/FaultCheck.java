package hopscope.scenario;

import hopscope.document.Position;
import hopscope.document.YamlNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Checks the faults one by one and in the order of time: nothing breaks twice or is mended while whole. */
final class FaultCheck {
    private static final List<String> KINDS = List.of("link-down", "link-up", "node-down", "node-up");

    private final CheckContext context;
    private final NodeNames names;

    /** What is down, by its name in messages, with the place of the fault that took it down. */
    private final Map<String, Position> downSince = new TreeMap<>();

    FaultCheck(CheckContext context, NodeNames names) {
        this.context = context;
        this.names = names;
    }

    private record Item(YamlNode.Mapping entry, FaultSpec fault) {}

    void run() {
        List<Item> wellFormed = new ArrayList<>();
        for (YamlNode node : context.items("faults")) {
            context.binder().sound(node, FaultSpec.class).ifPresent(fault -> {
                Item item = new Item((YamlNode.Mapping) node, fault);
                if (isWellFormed(item)) {
                    wellFormed.add(item);
                }
            });
        }
        // Stable: faults of one instant happen in the order written.
        wellFormed.sort(Comparator.comparingLong(item -> item.fault().at().nanos()));
        wellFormed.forEach(this::follow);
    }

    private boolean isWellFormed(Item item) {
        int reportsBefore = context.problems().reports();
        List<String> given =
                KINDS.stream().filter(kind -> item.entry().has(kind)).toList();
        if (given.size() != 1) {
            context.problems()
                    .add(
                            given.isEmpty() ? item.entry().at() : item.entry().keyAt(given.get(1)),
                            given.isEmpty()
                                    ? "this fault does nothing"
                                    : "'" + given.get(0) + "' and '" + given.get(1) + "' stand in one fault",
                            "exactly one of " + String.join(", ", KINDS));
            return false;
        }
        TimeSpan duration = context.scenario().duration();
        if (duration != null && item.fault().at().nanos() >= duration.nanos()) {
            context.problems()
                    .add(
                            item.entry().valueAt("at"),
                            "the time " + QuantityFormat.text(item.fault().at()) + " is not before the end of the run",
                            "less than the duration " + QuantityFormat.text(duration));
        }
        checkNodes(item.entry(), given.get(0), nodes(item.fault()));
        return context.problems().reports() == reportsBefore;
    }

    private void checkNodes(YamlNode.Mapping entry, String kind, List<NodeRef> nodes) {
        YamlNode value = entry.value(kind);
        boolean link = kind.startsWith("link");
        if (link && nodes.size() != 2) {
            context.problems().add(value.at(), "a link has two ends, not " + nodes.size(), "two nodes, such as [2, 5]");
            return;
        }
        boolean known = true;
        for (int i = 0; i < nodes.size(); i++) {
            known &= names.require(nodes.get(i), CheckContext.itemAt(value, i), context.problems());
        }
        if (link && known) {
            names.requireLink(nodes.get(0), nodes.get(1), value.at(), context.problems());
        }
    }

    private static List<NodeRef> nodes(FaultSpec fault) {
        if (fault.linkDown() != null || fault.linkUp() != null) {
            return fault.linkDown() != null ? fault.linkDown() : fault.linkUp();
        }
        return List.of(fault.nodeDown() != null ? fault.nodeDown() : fault.nodeUp());
    }

    private void follow(Item item) {
        FaultSpec fault = item.fault();
        boolean down = fault.linkDown() != null || fault.nodeDown() != null;
        String what = subject(fault);
        Position since = downSince.get(what);
        if (down && since != null) {
            context.problems()
                    .add(
                            item.entry().at(),
                            what + " is down already, since line " + since.line(),
                            "it to come up in between");
        } else if (!down && since == null) {
            String kind = fault.linkUp() != null ? "link-down" : "node-down";
            context.problems()
                    .add(
                            item.entry().at(),
                            what + " is up at " + QuantityFormat.text(fault.at()) + " already",
                            "a " + kind + " before it");
        } else if (down) {
            downSince.put(what, item.entry().at());
        } else {
            downSince.remove(what);
        }
    }

    private static String subject(FaultSpec fault) {
        List<String> ends = nodes(fault).stream().map(NodeRef::name).sorted().toList();
        return ends.size() == 2 ? "link " + ends.get(0) + "-" + ends.get(1) : "node '" + ends.get(0) + "'";
    }
}
