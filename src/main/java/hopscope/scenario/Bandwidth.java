package hopscope.scenario;

/**
 * How fast a link takes bits, written {@code 10Mbit/s}, or {@code unlimited}.
 *
 * @param bitsPerSecond 1 … 10^15, or 0 for a link that takes no time
 */
public record Bandwidth(long bitsPerSecond) {
    /** A link that takes frames in no time. */
    public static final Bandwidth UNLIMITED = new Bandwidth(0);

    /** Whether frames take no time. */
    public boolean isUnlimited() {
        return bitsPerSecond == 0;
    }
}
