package hopscope.protocol.node;

import hopscope.protocol.wire.FrameError;

/** What happened to a node, as counts since its birth. Written by the node only. */
public final class NodeCounters {
    long messagesSent;
    long windowFull;
    long retransmissions;
    long givenUp;
    long delivered;
    long duplicatesReceived;
    long acksReceived;
    long acksUnexpected;
    long forwarded;
    long droppedHopLimit;
    long droppedNoRoute;
    long framesBeforeSession;
    long framesUnexpected;
    long sessionsFailed;
    long sessionsSilent;
    long routeErrorsSent;
    long routeErrorsSuppressed;
    long routeErrorsReceived;
    private final long[] routeErrorFaults = new long[RouteErrorFault.values().length];
    private final long[] malformed = new long[FrameError.values().length];
    private final long[] routedFaults = new long[RoutedFault.values().length];

    /** What a node in another process reported of itself; all other counts are 0. */
    public static NodeCounters reported(long retransmissions, long duplicatesReceived) {
        NodeCounters counters = new NodeCounters();
        counters.retransmissions = retransmissions;
        counters.duplicatesReceived = duplicatesReceived;
        return counters;
    }

    /** Messages that the window accepted. */
    public long messagesSent() {
        return messagesSent;
    }

    /** Messages refused because the window was full. */
    public long windowFull() {
        return windowFull;
    }

    /** Transmissions of messages after the first of each. */
    public long retransmissions() {
        return retransmissions;
    }

    /** Messages reported as lost. */
    public long givenUp() {
        return givenUp;
    }

    /** Messages handed to the application here. */
    public long delivered() {
        return delivered;
    }

    /** Copies of messages that had been handled. */
    public long duplicatesReceived() {
        return duplicatesReceived;
    }

    /** Acknowledgements of messages in the window. */
    public long acksReceived() {
        return acksReceived;
    }

    /** Acknowledgements of anything else: late ones, mostly. */
    public long acksUnexpected() {
        return acksUnexpected;
    }

    /** Messages and acknowledgements passed on for others. */
    public long forwarded() {
        return forwarded;
    }

    /** Messages and acknowledgements dropped here because they had crossed as many links as they may. */
    public long droppedHopLimit() {
        return droppedHopLimit;
    }

    /** Messages and acknowledgements dropped here for lack of a next hop. */
    public long droppedNoRoute() {
        return droppedNoRoute;
    }

    /** Frames from peers whose session was not established. */
    public long framesBeforeSession() {
        return framesBeforeSession;
    }

    /** Frames of another routing protocol, or with contents that their sender may not send. */
    public long framesUnexpected() {
        return framesUnexpected;
    }

    /** Handshakes that ended without a session. */
    public long sessionsFailed() {
        return sessionsFailed;
    }

    /** Sessions that ended because nothing was heard of the peer for too long. */
    public long sessionsSilent() {
        return sessionsSilent;
    }

    /** Messages and acknowledgements dropped because they claimed what they may not, by cause. */
    public long routedFaults(RoutedFault cause) {
        return routedFaults[cause.ordinal()];
    }

    void countRoutedFault(RoutedFault cause) {
        routedFaults[cause.ordinal()]++;
    }

    /** Route errors sent to the sources of messages that could not go on here. */
    public long routeErrorsSent() {
        return routeErrorsSent;
    }

    /** Route errors not sent because their source had been sent too many; bounded as {@code RouteErrorLimit} says. */
    public long routeErrorsSuppressed() {
        return routeErrorsSuppressed;
    }

    /** Route errors about messages of this node that were taken in. */
    public long routeErrorsReceived() {
        return routeErrorsReceived;
    }

    /** Route errors that changed nothing because they claimed what they may not, by cause. */
    public long routeErrorFaults(RouteErrorFault cause) {
        return routeErrorFaults[cause.ordinal()];
    }

    void countRouteErrorFault(RouteErrorFault cause) {
        routeErrorFaults[cause.ordinal()]++;
    }

    /** Frames that were no messages, by cause. */
    public long malformed(FrameError cause) {
        return malformed[cause.ordinal()];
    }

    void countMalformed(FrameError cause) {
        malformed[cause.ordinal()]++;
    }
}
