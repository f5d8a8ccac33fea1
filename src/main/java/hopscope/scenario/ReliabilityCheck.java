package hopscope.scenario;

import hopscope.document.Position;
import hopscope.document.Problems;
import hopscope.document.YamlNode;

/** Checks that the waits of retransmission stay within simulated time, and that receivers remember long enough. */
final class ReliabilityCheck {
    private ReliabilityCheck() {}

    static void run(CheckContext context) {
        YamlNode node = context.root().value("reliability");
        boolean given = node instanceof YamlNode.Mapping;
        if (given && context.binder().sound(node, ReliabilitySpec.class).isEmpty()) {
            return;
        }
        Position at = given ? node.at() : context.root().at();
        check(context.scenario().reliability(), node, at, context.problems(), context.warnings());
    }

    /**
     * Checks a section.
     *
     * @param node its mapping, if there is one
     * @param at where to report
     */
    static void check(ReliabilitySpec spec, YamlNode node, Position at, Problems problems, Problems warnings) {
        double timeout = spec.timeout().nanos();
        double longestWait = timeout * Math.pow(spec.backoff(), spec.retries());
        if (longestWait > QuantityParser.NANOS_MAX) {
            problems.add(
                    at,
                    "the last of " + spec.retries() + " retries would wait longer than 365 days",
                    "a smaller timeout, backoff or number of retries");
            return;
        }
        warnOfShortMemory(spec, node, at, warnings);
    }

    /** The last copy leaves after all waits but the last; jitter may stretch each of them. */
    private static void warnOfShortMemory(ReliabilitySpec spec, YamlNode node, Position section, Problems warnings) {
        double wait = spec.timeout().nanos();
        double lastCopyNanos = 0;
        for (int retry = 0; retry < spec.retries(); retry++) {
            lastCopyNanos += wait * (1 + spec.jitter().fraction());
            wait *= spec.backoff();
        }
        if (spec.retain().nanos() < lastCopyNanos) {
            Position at = node instanceof YamlNode.Mapping mapping ? mapping.valueAt("retain") : section;
            TimeSpan needed = new TimeSpan((long) Math.ceil(lastCopyNanos / 1e9) * 1_000_000_000L);
            warnings.add(
                    at,
                    "retain " + QuantityFormat.text(spec.retain())
                            + " is shorter than the time in which a message may be sent again, so that a"
                            + " duplicate may be handled twice; expected at least "
                            + QuantityFormat.text(needed));
        }
    }
}
