package hopscope.protocol.session;

/**
 * What a node says and demands in a handshake.
 *
 * @param minVersion lowest protocol version spoken, 1 … 255
 * @param maxVersion highest protocol version spoken, minVersion … 255
 * @param features optional features it has, a bit set
 * @param requiredFeatures features that a peer must have, a bit set
 * @param helloTimeoutNanos wait for an answer to the first HELLO; doubled each time
 * @param helloTimeoutMaxNanos longest wait
 * @param helloAttempts transmissions of HELLO before the peer is given up
 */
public record SessionConfig(
        int minVersion,
        int maxVersion,
        int features,
        int requiredFeatures,
        long helloTimeoutNanos,
        long helloTimeoutMaxNanos,
        int helloAttempts) {
    /**
     * Version 1, no features; HELLO after 250 ms, then up to every 4 s, 30 times: a fifth of a second is beyond nearly
     * every round-trip time, and even if half of all frames are lost, all 30 fail once in 5,000 handshakes.
     */
    public static final SessionConfig DEFAULT = new SessionConfig(1, 1, 0, 0, 250_000_000L, 4_000_000_000L, 30);
}
