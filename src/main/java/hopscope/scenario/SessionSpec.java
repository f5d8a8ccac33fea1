package hopscope.scenario;

/**
 * How sessions find out by themselves that a link or a peer is gone.
 *
 * @param keepalive silence of a node's own after which it sends KEEPALIVE; default 1 s
 * @param deadAfter silence of a peer after which the session ends; default four keepalives, the ratio of HelloInterval and
 *     RouterDeadInterval in RFC 2328, appendix C.3
 */
public record SessionSpec(
        @Setting(about = "Silence of a node's own after which it sends KEEPALIVE.", byDefault = "1s", min = "1ms")
        TimeSpan keepalive,

        @Setting(
                about = "Silence of a peer after which a session ends; four keepalives if it is not given.",
                min = "1ms")
        TimeSpan deadAfter) {
    private static final long KEEPALIVE_NANOS = 1_000_000_000L;
    private static final int KEEPALIVES = 4;

    public SessionSpec {
        keepalive = keepalive == null ? new TimeSpan(KEEPALIVE_NANOS) : keepalive;
        deadAfter = deadAfter == null ? new TimeSpan(KEEPALIVES * keepalive.nanos()) : deadAfter;
    }
}
