package hopscope.scenario;

import hopscope.document.Problems;
import hopscope.document.YamlNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Checks the faults one by one – kind, modifiers, times – and then, with {@link FaultOrder}, in the order of time. */
final class FaultCheck {
    /** Each costs memory from the start of a run. */
    private static final long OCCURRENCES_MAX = 100_000;

    private static final Set<FaultKind> CAN_BE_SILENT =
            EnumSet.of(FaultKind.LINK_DOWN, FaultKind.NODE_DOWN, FaultKind.PARTITION, FaultKind.FLAP, FaultKind.CHURN);

    private final CheckContext context;
    private final Problems problems;
    private final FaultSubjects subjects;

    FaultCheck(CheckContext context, NodeNames names) {
        this.context = context;
        this.problems = context.problems();
        this.subjects = new FaultSubjects(context, names);
    }

    /** A fault that is right as far as it alone can show. */
    record Item(YamlNode.Mapping entry, FaultSpec fault) {}

    void run() {
        subjects.checkGroups();
        List<Item> wellFormed = new ArrayList<>();
        List<YamlNode> nodes = context.items("faults");
        for (int i = 0; i < nodes.size(); i++) {
            YamlNode node = nodes.get(i);
            String place = "faults." + i;
            context.binder().sound(node, FaultSpec.class).ifPresent(fault -> {
                Item item = new Item((YamlNode.Mapping) node, fault);
                if (isWellFormed(item, place)) {
                    wellFormed.add(item);
                }
            });
        }
        // Stable: faults of one instant happen in the order written.
        wellFormed.sort(Comparator.comparingLong(item -> item.fault().earliestNanos()));
        TimeSpan duration = context.scenario().duration();
        if (duration != null) {
            new FaultOrder(context, subjects, duration.nanos()).follow(wellFormed);
        }
    }

    private boolean isWellFormed(Item item, String place) {
        int reportsBefore = problems.reports();
        if (!hasOneKind(item)) {
            return false;
        }
        checkModifiers(item);
        if (item.fault().at() == null && item.fault().when() == null) {
            problems.add(
                    item.entry().at(),
                    "the key 'at' is missing in '" + place + "'",
                    "a duration with its unit, such as 500ms, or when: converged");
            return false;
        }
        checkTimes(item);
        checkRepetition(item);
        subjects.check(item);
        return problems.reports() == reportsBefore;
    }

    private boolean hasOneKind(Item item) {
        List<String> given = FaultKind.labels().stream()
                .filter(kind -> item.entry().has(kind))
                .toList();
        if (given.size() == 1) {
            return true;
        }
        problems.add(
                given.isEmpty() ? item.entry().at() : item.entry().keyAt(given.get(1)),
                given.isEmpty()
                        ? "this fault does nothing"
                        : "'" + given.get(0) + "' and '" + given.get(1) + "' stand in one fault",
                "exactly one of " + String.join(", ", FaultKind.labels()));
        return false;
    }

    private void checkModifiers(Item item) {
        FaultSpec fault = item.fault();
        FaultKind kind = fault.kind();
        requireFor(item, "silent", fault.silent() != null && !CAN_BE_SILENT.contains(kind), CAN_BE_SILENT);
        requireFor(item, "one-way", fault.oneWay() != null && kind != FaultKind.PARTITION, Set.of(FaultKind.PARTITION));
        requireFor(item, "state", fault.state() != null && kind != FaultKind.NODE_DOWN, Set.of(FaultKind.NODE_DOWN));
        boolean canLeave = kind == FaultKind.NODE_DOWN || kind == FaultKind.CHURN;
        requireFor(item, "grace", fault.grace() != null && !canLeave, Set.of(FaultKind.NODE_DOWN, FaultKind.CHURN));
        checkGrace(item);
        if (fault.isOneWay() && Boolean.FALSE.equals(fault.silent())) {
            problems.add(
                    item.entry().valueAt("silent"),
                    "a one-way partition is never announced: the side that still hears cannot know",
                    "silent to be true or left out");
        }
    }

    private void checkGrace(Item item) {
        FaultSpec fault = item.fault();
        if (fault.grace() == null) {
            return;
        }
        boolean keeps = fault.state() == NodeState.KEPT
                || fault.churn() != null && fault.churn().state() == NodeState.KEPT;
        if (keeps) {
            problems.add(
                    item.entry().keyAt("grace"),
                    "a node that keeps its state freezes without a word",
                    "either grace or state: kept");
        }
        if (fault.every() != null && fault.every().nanos() <= fault.grace().nanos()) {
            problems.add(
                    item.entry().valueAt("grace"),
                    "the node would leave again before it has left",
                    "less than every " + QuantityFormat.text(fault.every()));
        }
    }

    private void requireFor(Item item, String key, boolean wrong, Set<FaultKind> kinds) {
        if (wrong) {
            problems.add(
                    item.entry().keyAt(key),
                    "'" + key + "' has no meaning for '" + item.fault().kind().label() + "'",
                    "it beside "
                            + String.join(
                                    ", ",
                                    FaultKind.labels().stream()
                                            .filter(label ->
                                                    kinds.contains(FaultKind.valueOf(label.toUpperCase(Locale.ROOT)
                                                            .replace('-', '_'))))
                                            .toList()));
        }
    }

    private void checkTimes(Item item) {
        FaultSpec fault = item.fault();
        TimeSpan duration = context.scenario().duration();
        if (duration != null && fault.earliestNanos() >= duration.nanos()) {
            problems.add(
                    item.entry().valueAt("at"),
                    "the time " + QuantityFormat.text(fault.at().from()) + " is not before the end of the run",
                    "less than the duration " + QuantityFormat.text(duration));
        } else if (duration != null
                && fault.at() != null
                && fault.at().isRandom()
                && fault.at().to().nanos() > duration.nanos()) {
            problems.add(
                    item.entry().valueAt("at"),
                    "the window ends at " + QuantityFormat.text(fault.at().to()) + ", after the end of the run",
                    "at most the duration " + QuantityFormat.text(duration));
        }
        requireAfter(item, item.entry(), "until", fault.until());
        if (fault.when() != null && fault.at() != null && fault.at().isRandom()) {
            problems.add(item.entry().valueAt("at"), "'when' waits from a given time on", "a time, not a window");
        }
        if (fault.after() != null && fault.when() == null) {
            problems.add(
                    item.entry().keyAt("after"),
                    "'after' says how long 'when' must have held",
                    "when: converged beside it");
        }
    }

    /** Reports an end that is not after the earliest beginning. */
    private void requireAfter(Item item, YamlNode.Mapping mapping, String key, TimeSpan end) {
        if (end != null && end.nanos() <= item.fault().earliestNanos()) {
            problems.add(
                    mapping.valueAt(key),
                    "'" + key + "' " + QuantityFormat.text(end) + " is not after the beginning",
                    "more than " + QuantityFormat.text(new TimeSpan(item.fault().earliestNanos())));
        }
    }

    private void checkRepetition(Item item) {
        FaultSpec fault = item.fault();
        if (fault.every() != null && fault.when() != null) {
            problems.add(item.entry().keyAt("every"), "'every' and 'when' stand in one fault", "one of them");
        }
        boolean repeats = fault.kind() == FaultKind.FLAP || fault.kind() == FaultKind.CHURN;
        if (fault.every() != null && repeats) {
            problems.add(
                    item.entry().keyAt("every"),
                    "'" + fault.kind().label() + "' repeats by itself",
                    "no 'every' beside it");
        }
        if (fault.every() == null && fault.count() != null) {
            problems.add(
                    item.entry().keyAt("count"), "'count' stands without 'every'", "every: 10s or the like beside it");
        }
        if (fault.every() == null && fault.when() == null && fault.until() != null) {
            problems.add(
                    item.entry().keyAt("until"),
                    "'until' stands without 'every' or 'when'",
                    repeats ? "it within '" + fault.kind().label() + "'" : "one of them beside it");
        }
        checkOccurrences(item);
        if (fault.flap() != null) {
            requireAfter(
                    item,
                    (YamlNode.Mapping) item.entry().value("flap"),
                    "until",
                    fault.flap().until());
        }
        if (fault.churn() != null) {
            requireAfter(
                    item,
                    (YamlNode.Mapping) item.entry().value("churn"),
                    "until",
                    fault.churn().until());
        }
    }

    private void checkOccurrences(Item item) {
        FaultSpec fault = item.fault();
        TimeSpan duration = context.scenario().duration();
        if (duration == null || fault.earliestNanos() >= duration.nanos()) {
            return;
        }
        long occurrences = fault.flap() != null
                ? FaultOrder.periods(fault.flap(), fault.earliestNanos(), duration.nanos())
                : fault.occurrenceCount(fault.earliestNanos(), duration.nanos());
        if (occurrences > OCCURRENCES_MAX) {
            problems.add(
                    item.entry().at(),
                    "this fault would happen " + occurrences + " times",
                    "at most " + OCCURRENCES_MAX + ", by a longer time in between, an earlier end or a count");
        }
    }
}
