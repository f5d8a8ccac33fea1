package hopscope.scenario;

import hopscope.document.Position;
import hopscope.document.YamlNode;
import hopscope.scenario.NodeSelector.Kind;

/** Checks the traffic entries: pace, times and nodes. */
final class TrafficCheck {
    /** Each flow costs memory of its own from the start of a run. */
    private static final long FLOWS_MAX = 10_000_000;

    private final CheckContext context;
    private final NodeNames names;
    private final YamlNode.Mapping entry;
    private final TrafficSpec traffic;

    private TrafficCheck(CheckContext context, NodeNames names, YamlNode.Mapping entry, TrafficSpec traffic) {
        this.context = context;
        this.names = names;
        this.entry = entry;
        this.traffic = traffic;
    }

    static void run(CheckContext context, NodeNames names) {
        for (YamlNode item : context.items("traffic")) {
            context.binder()
                    .sound(item, TrafficSpec.class)
                    .ifPresent(
                            traffic -> new TrafficCheck(context, names, (YamlNode.Mapping) item, traffic).checkAll());
        }
    }

    private void checkAll() {
        checkPace();
        checkTimes();
        checkNodes("from", traffic.from());
        checkNodes("to", traffic.to());
        checkPairs();
    }

    private void checkPace() {
        boolean once = traffic.count() != null && traffic.count() == 1;
        if (traffic.every() != null && traffic.rate() != null) {
            context.problems()
                    .add(
                            entry.keyAt("rate"),
                            "both 'every' and 'rate' are given",
                            "one of them: every for a constant pace, rate for a Poisson process");
        } else if (traffic.every() == null && traffic.rate() == null && !once) {
            context.problems()
                    .add(
                            entry.at(),
                            "neither 'every' nor 'rate' is given",
                            "one of them, such as every: 100ms or rate: 5/s, or count: 1 for a single message");
        }
    }

    private void checkTimes() {
        TimeSpan duration = context.scenario().duration();
        if (duration != null && traffic.start().nanos() >= duration.nanos()) {
            context.problems()
                    .add(
                            entry.valueAt("start"),
                            "the start " + QuantityFormat.text(traffic.start()) + " is not before the end of the run",
                            "less than the duration " + QuantityFormat.text(duration));
        }
        if (traffic.stop() != null && traffic.stop().nanos() <= traffic.start().nanos()) {
            context.problems()
                    .add(
                            entry.valueAt("stop"),
                            "the stop " + QuantityFormat.text(traffic.stop()) + " is not after the start",
                            "more than the start " + QuantityFormat.text(traffic.start()));
        }
    }

    private void checkNodes(String key, NodeSelector selector) {
        for (int i = 0; i < selector.nodes().size(); i++) {
            Position at = CheckContext.itemAt(entry.value(key), i);
            names.require(selector.nodes().get(i), at, context.problems());
        }
    }

    private void checkPairs() {
        NodeSelector from = traffic.from();
        NodeSelector to = traffic.to();
        if (from.nodes().size() == 1 && from.nodes().equals(to.nodes())) {
            String name = to.nodes().get(0).name();
            context.problems()
                    .add(entry.valueAt("to"), "node '" + name + "' would send to itself", "two different nodes");
        } else if (names.count() == 1) {
            context.problems()
                    .add(entry.at(), "a network of one node has nobody to send to", "a network of two nodes at least");
        } else if (flows(from) * flows(to) > FLOWS_MAX) {
            context.problems()
                    .add(
                            entry.at(),
                            "this makes " + flows(from) * flows(to) + " flows",
                            "at most " + FLOWS_MAX + "; 'any' draws the nodes for each message and needs one flow");
        }
    }

    private long flows(NodeSelector selector) {
        if (selector.kind() == Kind.EACH) {
            return Math.max(1, names.count());
        }
        return selector.kind() == Kind.ANY ? 1 : selector.nodes().size();
    }
}
