package hopscope.scenario;

import hopscope.document.YamlNode;

/** Checks what is left out at the beginning of a run. */
final class WarmUpCheck {
    private WarmUpCheck() {}

    static void run(CheckContext context) {
        Scenario scenario = context.scenario();
        WarmUpSpec warmUp = scenario.warmUp();
        if (warmUp == null) {
            return;
        }
        YamlNode node = context.root().value("warm-up");
        if (node instanceof YamlNode.Mapping
                && context.binder().sound(node, WarmUpSpec.class).isEmpty()) {
            return; // told already
        }
        if ((warmUp.time() == null) == (warmUp.until() == null)) {
            context.problems()
                    .add(
                            node.at(),
                            warmUp.time() == null
                                    ? "this warm-up never ends"
                                    : "this warm-up has a time, and a rule that tells when it is over",
                            "either a time such as 30s, or {until: converged} or {until: mser-5}");
        } else if (warmUp.time() != null
                && scenario.duration() != null
                && warmUp.time().nanos() >= scenario.duration().nanos()) {
            context.problems()
                    .add(
                            node instanceof YamlNode.Mapping mapping ? mapping.valueAt("time") : node.at(),
                            "the run ends after " + QuantityFormat.text(scenario.duration())
                                    + ", and nothing is left to measure",
                            "a warm-up shorter than the duration");
        } else if (warmUp.until() == WarmUpSpec.Rule.MSER_5
                && scenario.traffic().isEmpty()) {
            context.problems()
                    .add(
                            node.at(),
                            "mser-5 judges by the latency of messages, and nothing is sent",
                            "traffic, or another warm-up");
        }
    }
}
