package hopscope.tcp;

/**
 * What connections may cost, and when they are given up.
 *
 * @param maxConnections accepted at one time, those still in the handshake included
 * @param maxConnectionsPerAddress accepted at one time from one IP address
 * @param handshakeTimeoutNanos from the connect to the first frame of a peer, TLS included
 * @param writeQueueBytes frames waiting for one slow reader; what is beyond is dropped and counted
 * @param redialMinNanos wait before the first new attempt; doubled each time
 * @param redialMaxNanos longest wait; each is drawn from its upper half
 * @param headStartNanos how long the larger id of a link waits for the smaller to dial before it dials itself: longer than a
 *     handshake takes, or two connections are made and one was in vain; not so long that it hurts where only the larger
 *     can reach the other
 * @param keepaliveNanos silence of our own after which KEEPALIVE is sent; 0 for never
 * @param deadAfterNanos silence of a peer after which its session ends; 0 for never
 */
public record TcpLimits(
        int maxConnections,
        int maxConnectionsPerAddress,
        long handshakeTimeoutNanos,
        int writeQueueBytes,
        long redialMinNanos,
        long redialMaxNanos,
        long headStartNanos,
        long keepaliveNanos,
        long deadAfterNanos) {
    /** 256 connections, 64 from one address; 10 s for a handshake; 4 MiB queued; redial 0.2 … 15 s, head start 0.5 s; dead after 15 s. */
    public static final TcpLimits DEFAULT = new TcpLimits(
            256,
            64,
            10_000_000_000L,
            4 << 20,
            200_000_000L,
            15_000_000_000L,
            500_000_000L,
            5_000_000_000L,
            15_000_000_000L);

    /** @throws IllegalArgumentException if a bound is not positive, or a peer would be dead before it can be heard */
    public TcpLimits {
        boolean positive = maxConnections > 0
                && maxConnectionsPerAddress > 0
                && handshakeTimeoutNanos > 0
                && writeQueueBytes > 0
                && redialMinNanos > 0
                && headStartNanos >= 0
                && redialMaxNanos >= redialMinNanos;
        if (!positive || keepaliveNanos < 0 || deadAfterNanos < 0) {
            throw new IllegalArgumentException("limits must be positive");
        }
        if (keepaliveNanos > 0 && deadAfterNanos > 0 && deadAfterNanos <= keepaliveNanos) {
            throw new IllegalArgumentException("a peer must be given more time than the keepalive interval");
        }
    }
}
