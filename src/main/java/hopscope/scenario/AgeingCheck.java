package hopscope.scenario;

import hopscope.document.Problems;
import hopscope.document.YamlNode;
import java.util.List;

/** Checks that link-state records are renewed before they die. */
final class AgeingCheck {
    /** Ages are whole milliseconds, and each link adds one. */
    private static final long LEAST_AGE_NANOS = 10_000_000;

    private AgeingCheck() {}

    static void run(CheckContext context) {
        if (context.problems().reports() > 0) {
            return;
        }
        check(context.root().value("routing"), context.scenario().routing(), context.problems());
        List<YamlNode> items = context.items("protocols");
        for (int i = 0; i < items.size(); i++) {
            check(items.get(i), context.scenario().protocols().get(i).settings(), context.problems());
        }
    }

    /** Checks a section {@code routing} that has no other error. */
    static void check(YamlNode section, RoutingSpec routing, Problems problems) {
        if (section instanceof YamlNode.Mapping protocols) {
            for (Protocol protocol : Protocol.values()) {
                check(protocols.value(protocol.label()), protocol.settings(routing), problems);
            }
        }
    }

    /** Checks the settings that a mapping leads to, if it is one, and reports at its own keys. */
    private static void check(YamlNode node, ProtocolSettings settings, Problems problems) {
        if (!(node instanceof YamlNode.Mapping mapping)
                || !(settings instanceof LinkStateSettings spec)
                || !(mapping.has("max-age") || mapping.has("refresh") || mapping.has("jitter"))) {
            return;
        }
        long maxAge = spec.maxAge().nanos();
        double latestRefresh = spec.refresh().nanos() * (1 + spec.jitter().fraction());
        String refresh = QuantityFormat.text(spec.refresh());
        if (maxAge == 0 && spec.refresh().nanos() > 0) {
            problems.add(mapping.valueAt("refresh"), "refresh " + refresh + " without a max-age", "max-age beside it");
        } else if (maxAge > 0 && maxAge < LEAST_AGE_NANOS) {
            problems.add(
                    mapping.valueAt("max-age"),
                    "max-age " + QuantityFormat.text(spec.maxAge()) + " is too small",
                    "at least 10ms, or 0s for never");
        } else if (maxAge > 0 && (latestRefresh >= maxAge || spec.refresh().nanos() == 0)) {
            problems.add(
                    mapping.valueAt("refresh"),
                    "records would die at max-age " + QuantityFormat.text(spec.maxAge()) + " before they are renewed, "
                            + "after refresh " + refresh + " and its jitter",
                    "a refresh of about " + QuantityFormat.text(LinkStateSettings.refreshFor(spec.maxAge())));
        }
    }
}
