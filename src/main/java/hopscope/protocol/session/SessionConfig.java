package hopscope.protocol.session;

/**
 * What a node says and demands in a handshake.
 *
 * @param minVersion lowest protocol version spoken, 1 … 255
 * @param maxVersion highest protocol version spoken, minVersion … 255
 * @param features optional features it has, a bit set
 * @param requiredFeatures features that a peer must have, a bit set
 * @param software name and version of this program, for people, see {@link
 *     hopscope.protocol.message.SessionMessage.Hello}
 * @param helloTimeoutNanos wait for an answer to the first HELLO; doubled each time
 * @param helloTimeoutMaxNanos longest wait; HELLO is repeated at this pace for as long as the link is up
 * @param keepaliveNanos silence of our own after which an established session sends KEEPALIVE; 0 for never, as in the
 *     simulator, where links announce their end
 * @param deadAfterNanos silence of the peer after which an established session ends; 0 for never
 * @param linkOutlivesPeer whether a link stays the same when the peer restarts, as a simulated one without word from the
 *     world; a TCP connection does not
 */
public record SessionConfig(
        int minVersion,
        int maxVersion,
        int features,
        int requiredFeatures,
        String software,
        long helloTimeoutNanos,
        long helloTimeoutMaxNanos,
        long keepaliveNanos,
        long deadAfterNanos,
        boolean linkOutlivesPeer) {
    /**
     * Version 1, no features; HELLO again after 250 ms, which is beyond nearly every round-trip time, then after 500 ms
     * and so on up to every 4 s.
     */
    public static final SessionConfig DEFAULT = new SessionConfig(1, 1, 0, 0, "hopscope", 250_000_000L, 4_000_000_000L);

    /** Where a link ends with its peer. */
    public SessionConfig(
            int minVersion,
            int maxVersion,
            int features,
            int requiredFeatures,
            String software,
            long helloTimeoutNanos,
            long helloTimeoutMaxNanos,
            long keepaliveNanos,
            long deadAfterNanos) {
        this(
                minVersion,
                maxVersion,
                features,
                requiredFeatures,
                software,
                helloTimeoutNanos,
                helloTimeoutMaxNanos,
                keepaliveNanos,
                deadAfterNanos,
                false);
    }

    /** The same with keepalive over links that outlive their peers, see the parameters. */
    public SessionConfig withKeepalive(long keepalive, long deadAfter) {
        return new SessionConfig(
                minVersion,
                maxVersion,
                features,
                requiredFeatures,
                software,
                helloTimeoutNanos,
                helloTimeoutMaxNanos,
                keepalive,
                deadAfter,
                true);
    }

    /** Without keepalive. */
    public SessionConfig(
            int minVersion,
            int maxVersion,
            int features,
            int requiredFeatures,
            String software,
            long helloTimeoutNanos,
            long helloTimeoutMaxNanos) {
        this(
                minVersion,
                maxVersion,
                features,
                requiredFeatures,
                software,
                helloTimeoutNanos,
                helloTimeoutMaxNanos,
                0,
                0);
    }
}
