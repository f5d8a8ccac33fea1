package hopscope.scenario;

import java.util.List;

/**
 * Something that breaks or is mended, once or several times; exactly one of the kinds is given, see {@link FaultKind}. A
 * fault happens at its time, or, with {@code when}, as soon as the run stands as described. What is not given is {@code
 * null}.
 *
 * @param at when; {@code null} only beside {@code when}: from the start
 * @param when what is waited for from {@code at} on
 * @param after how long that must have held without a break
 * @param every time from one occurrence to the next
 * @param until no occurrence at or after this time
 * @param count occurrences at most
 * @param linkDown the two ends of a link
 * @param linkUp the two ends of a link
 * @param nodeDown a node
 * @param nodeUp a node
 * @param partition two groups or more, or one that is cut off from all other nodes
 * @param heal the groups of an earlier partition
 * @param flap a link that goes down and up in turn
 * @param degrade links that get worse
 * @param churn nodes that come and go
 * @param clockSkew a clock that runs too fast or slow
 * @param clockStep a wall clock that is set
 * @param silent whether nobody is told, so that keepalive must find out
 * @param oneWay partition: only frames from the first group on are lost; always silent
 * @param state node-down: what the node keeps
 * @param grace node-down, churn: how long before it stops a node says that it will go
 */
public record FaultSpec(
        @Setting(about = "When it happens, before the end of the run: a time, or {random: [from, to]}.")
        FaultTime at,

        @Setting(about = "What is waited for, from the time at on; at is not needed then.")
        Trigger when,

        @Setting(about = "when: how long it must have held without a break.", byDefault = "0s")
        TimeSpan after,

        @Setting(about = "Time from one occurrence to the next; it happens once if this is not given.", min = "1ns")
        TimeSpan every,

        @Setting(about = "every: no occurrence at or after this time; when: not waited for any longer.")
        TimeSpan until,

        @Setting(about = "every: occurrences at most.", min = "1", max = "100000")
        Integer count,

        @Setting(about = "The two ends of a link that stops carrying frames.")
        List<NodeRef> linkDown,

        @Setting(about = "The two ends of a link that works again.")
        List<NodeRef> linkUp,

        @Setting(about = "A node that stops; state says what it keeps.")
        NodeRef nodeDown,

        @Setting(about = "A node that comes up again under the same identity.")
        NodeRef nodeUp,

        @Setting(
                about = "Groups whose links to each other stop carrying frames; a single one is cut off from the rest.")
        List<NodeGroup> partition,

        @Setting(about = "The groups of an earlier partition, which ends.")
        List<NodeGroup> heal,

        @Setting(about = "A link that goes down and comes up in turn.")
        FlapSpec flap,

        @Setting(about = "Links that get worse for a while.")
        DegradeSpec degrade,

        @Setting(about = "Nodes that come and go.") ChurnSpec churn,

        @Setting(about = "A clock that runs too fast or too slow.")
        ClockSkewSpec clockSkew,

        @Setting(about = "A wall clock that is set.") ClockStepSpec clockStep,

        @Setting(about = "link-down, node-down, partition, flap, churn: nobody is told; keepalive must find out.")
        Boolean silent,

        @Setting(about = "partition: only frames from the first group to the others are lost; nobody is told.")
        Boolean oneWay,

        @Setting(about = "node-down: what the node keeps; wiped if it is not given.")
        NodeState state,

        @Setting(
                about =
                        "node-down, churn: how long before it stops a node says that it will go; left out, it goes without a word.",
                min = "1ns")
        TimeSpan grace) {

    /** What a fault may wait for. */
    public enum Trigger {
        /** Every pair of nodes has a route of the shortest length, and no node keeps one to a node it cannot reach. */
        CONVERGED
    }

    public FaultSpec {
        linkDown = linkDown == null ? null : List.copyOf(linkDown);
        linkUp = linkUp == null ? null : List.copyOf(linkUp);
        partition = partition == null ? null : List.copyOf(partition);
        heal = heal == null ? null : List.copyOf(heal);
    }

    private static FaultSpec once(
            TimeSpan at, List<NodeRef> linkDown, List<NodeRef> linkUp, NodeRef nodeDown, NodeRef nodeUp) {
        return new FaultSpec(
                FaultTime.of(at),
                null,
                null,
                null,
                null,
                null,
                linkDown,
                linkUp,
                nodeDown,
                nodeUp,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /** A link that goes down once; both ends are told. */
    public static FaultSpec linkDownAt(TimeSpan at, NodeRef a, NodeRef b) {
        return once(at, List.of(a, b), null, null, null);
    }

    /** A node that goes down once and loses its state; its neighbours are told. */
    public static FaultSpec nodeDownAt(TimeSpan at, NodeRef node) {
        return once(at, null, null, node, null);
    }

    /** A node that comes up once. */
    public static FaultSpec nodeUpAt(TimeSpan at, NodeRef node) {
        return once(at, null, null, null, node);
    }

    /** What it does; only of a fault that has exactly one kind. */
    public FaultKind kind() {
        Object[] kinds = {
            linkDown, linkUp, nodeDown, nodeUp, partition, heal, flap, degrade, churn, clockSkew, clockStep
        };
        for (FaultKind kind : FaultKind.values()) {
            if (kinds[kind.ordinal()] != null) {
                return kind;
            }
        }
        throw new IllegalStateException("a fault without a kind");
    }

    /** Whether nobody is told of it. */
    public boolean isSilent() {
        return Boolean.TRUE.equals(silent) || isOneWay();
    }

    /** Whether only one direction is concerned. */
    public boolean isOneWay() {
        return Boolean.TRUE.equals(oneWay);
    }

    /** The earliest time at which it can happen. */
    public long earliestNanos() {
        return at == null ? 0 : at.nanos();
    }

    /** Whether the times of its occurrences are known before the run. */
    public boolean isPlanned() {
        return when == null && !at.isRandom();
    }

    /** Number of its occurrences if the first one is at a given time before the end of the run; not of {@code when}. */
    public long occurrenceCount(long firstNanos, long durationNanos) {
        if (every == null) {
            return 1;
        }
        long end = until == null ? durationNanos : Math.min(durationNanos, until.nanos());
        long fit = end <= firstNanos ? 0 : (end - firstNanos - 1) / every.nanos() + 1;
        return count == null ? fit : Math.min(fit, count);
    }

    /** Time of an occurrence, numbered from 0. */
    public long occurrenceNanos(long firstNanos, long number) {
        return every == null ? firstNanos : firstNanos + number * every.nanos();
    }
}
