package hopscope.scenario;

import hopscope.document.Position;
import hopscope.scenario.FaultCheck.Item;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Follows the faults whose times are known, in the order of time: nothing breaks twice or is mended while whole. What
 * also changes at a time that is drawn or waited for is left out; in the run such a fault may find nothing to do.
 */
final class FaultOrder {
    private final CheckContext context;
    private final FaultSubjects subjects;
    private final long durationNanos;

    /** What is down, by its name in messages, with the place of the fault that took it down. */
    private final Map<String, Position> downSince = new TreeMap<>();

    /** When nodes stop that have said that they will go. */
    private final Map<String, Long> stopNanos = new TreeMap<>();

    private final Set<String> unpredictable = new HashSet<>();
    private final List<Busy> busy = new ArrayList<>();

    /** Something that goes down and up by itself from one time to another. */
    private record Busy(Item item, String subject, long fromNanos, long toNanos) {}

    private record Occurrence(Item item, long number, long nanos) {}

    FaultOrder(CheckContext context, FaultSubjects subjects, long durationNanos) {
        this.context = context;
        this.subjects = subjects;
        this.durationNanos = durationNanos;
    }

    /** Periods of a flap that begin before the end of the run. */
    static long periods(FlapSpec flap, long fromNanos, long durationNanos) {
        long end = flap.until() == null
                ? durationNanos
                : Math.min(durationNanos, flap.until().nanos());
        long fit = end <= fromNanos ? 0 : (end - fromNanos - 1) / flap.period().nanos() + 1;
        return flap.count() == null ? fit : Math.min(fit, flap.count());
    }

    void follow(List<Item> items) {
        List<Occurrence> occurrences = new ArrayList<>();
        for (Item item : items) {
            FaultSpec fault = item.fault();
            if (fault.flap() != null || fault.churn() != null) {
                noteBusy(item);
            } else if (subject(fault) == null) {
                continue;
            } else if (fault.isPlanned()) {
                long first = fault.earliestNanos();
                long count = fault.occurrenceCount(first, durationNanos);
                for (long n = 0; n < count; n++) {
                    occurrences.add(new Occurrence(item, n, fault.occurrenceNanos(first, n)));
                }
            } else {
                unpredictable.add(subject(fault));
            }
        }
        occurrences.sort(Comparator.comparingLong(Occurrence::nanos));
        occurrences.forEach(this::follow);
    }

    private void noteBusy(Item item) {
        FaultSpec fault = item.fault();
        if (!fault.isPlanned()) {
            return;
        }
        long from = fault.earliestNanos();
        if (fault.flap() != null) {
            long last = from
                    + periods(fault.flap(), from, durationNanos)
                            * fault.flap().period().nanos();
            long end = fault.flap().until() == null
                    ? last
                    : Math.min(last, fault.flap().until().nanos());
            addBusy(new Busy(item, FaultSubjects.linkName(fault.flap().link()), from, end));
            return;
        }
        ChurnSpec churn = fault.churn();
        List<NodeRef> nodes = churn.group() != null
                ? subjects.nodes(churn.group())
                : churn.nodes().nodes();
        for (NodeRef node : nodes) {
            addBusy(new Busy(item, nodeName(node), from, durationNanos));
        }
    }

    private void addBusy(Busy added) {
        for (Busy other : busy) {
            if (other.subject().equals(added.subject())
                    && other.fromNanos() < added.toNanos()
                    && added.fromNanos() < other.toNanos()) {
                reportBusy(added.item(), other);
                return;
            }
        }
        busy.add(added);
    }

    private void reportBusy(Item item, Busy other) {
        context.problems()
                .add(
                        item.entry().at(),
                        other.subject() + " comes and goes by itself then, since line "
                                + other.item().entry().at().line(),
                        "no other fault of it from " + QuantityFormat.text(new TimeSpan(other.fromNanos())) + " to "
                                + QuantityFormat.text(new TimeSpan(other.toNanos())));
    }

    private void follow(Occurrence occurrence) {
        Item item = occurrence.item();
        FaultSpec fault = item.fault();
        String what = subject(fault);
        for (Busy other : busy) {
            boolean during = other.fromNanos() <= occurrence.nanos() && occurrence.nanos() < other.toNanos();
            if (other.subject().equals(what) && during) {
                reportBusy(item, other);
                return;
            }
        }
        if (unpredictable.contains(what)) {
            return;
        }
        Position since = downSince.get(what);
        boolean down = isDown(fault.kind());
        if (down && since != null) {
            reportAgain(occurrence, what, since);
        } else if (!down && since == null) {
            String kind = before(fault.kind()).label();
            context.problems()
                    .add(
                            item.entry().at(),
                            what + " is " + (fault.heal() != null ? "whole" : "up") + " at "
                                    + QuantityFormat.text(new TimeSpan(occurrence.nanos())) + " already",
                            "a " + kind + " before it");
        } else if (down) {
            downSince.put(what, item.entry().at());
            noteGrace(occurrence, what);
        } else {
            downSince.remove(what);
            refuseBeforeTheStop(occurrence, what);
        }
    }

    private void noteGrace(Occurrence occurrence, String what) {
        TimeSpan grace = occurrence.item().fault().grace();
        stopNanos.remove(what);
        if (grace == null) {
            return;
        }
        if (grace.nanos() >= durationNanos - occurrence.nanos()) {
            context.problems()
                    .add(
                            occurrence.item().entry().valueAt("grace"),
                            what + " would still be leaving at the end of the run",
                            "less than " + QuantityFormat.text(new TimeSpan(durationNanos - occurrence.nanos())));
            return;
        }
        stopNanos.put(what, occurrence.nanos() + grace.nanos());
    }

    private void refuseBeforeTheStop(Occurrence occurrence, String what) {
        Long stop = stopNanos.remove(what);
        if (stop != null && occurrence.nanos() <= stop) {
            context.problems()
                    .add(
                            occurrence.item().entry().at(),
                            what + " is still leaving at " + QuantityFormat.text(new TimeSpan(occurrence.nanos())),
                            "a time after " + QuantityFormat.text(new TimeSpan(stop)));
        }
    }

    private void reportAgain(Occurrence occurrence, String what, Position since) {
        String state = occurrence.item().fault().partition() != null ? " is in force already" : " is down already";
        String when = occurrence.number() == 0 ? "" : " at " + QuantityFormat.text(new TimeSpan(occurrence.nanos()));
        context.problems()
                .add(
                        occurrence.item().entry().at(),
                        what + state + when + ", since line " + since.line(),
                        occurrence.item().fault().partition() != null
                                ? "a heal in between"
                                : "it to come up in between");
    }

    private static boolean isDown(FaultKind kind) {
        return kind == FaultKind.LINK_DOWN || kind == FaultKind.NODE_DOWN || kind == FaultKind.PARTITION;
    }

    private static FaultKind before(FaultKind kind) {
        return switch (kind) {
            case LINK_UP -> FaultKind.LINK_DOWN;
            case NODE_UP -> FaultKind.NODE_DOWN;
            default -> FaultKind.PARTITION;
        };
    }

    /** What goes down or comes up, or {@code null} for a fault that does neither. */
    private String subject(FaultSpec fault) {
        return switch (fault.kind()) {
            case LINK_DOWN -> FaultSubjects.linkName(fault.linkDown());
            case LINK_UP -> FaultSubjects.linkName(fault.linkUp());
            case NODE_DOWN -> nodeName(fault.nodeDown());
            case NODE_UP -> nodeName(fault.nodeUp());
            case PARTITION -> partitionName(fault.partition());
            case HEAL -> partitionName(fault.heal());
            default -> null;
        };
    }

    private static String nodeName(NodeRef node) {
        return "node '" + node.name() + "'";
    }

    /** The same for the same groups in any order, named or written out. */
    private String partitionName(List<NodeGroup> parts) {
        List<String> texts = parts.stream()
                .map(subjects::nodes)
                .map(nodes -> String.join(
                        ", ", nodes.stream().map(NodeRef::name).sorted().toList()))
                .map(nodes -> "[" + nodes + "]")
                .sorted()
                .toList();
        return "the partition of " + String.join(" and ", texts);
    }
}
