package hopscope.protocol.routing.linkstate;

/**
 * How long link-state records live.
 *
 * @param maxAgeNanos a record of this age does not count any more, whole milliseconds up to 24 days; 0 if records live for
 *     ever
 * @param refreshNanos a node renews its own record after this time, below {@code maxAgeNanos}; 0 if records live for ever
 */
public record Ageing(long maxAgeNanos, long refreshNanos) {
    /** Records live for ever. */
    public static final Ageing NONE = new Ageing(0, 0);

    /** Whether records grow old at all. */
    public boolean isOn() {
        return maxAgeNanos > 0;
    }
}
