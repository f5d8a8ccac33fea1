package hopscope.scenario;

/**
 * How much may wait before a link of limited bandwidth, written {@code 100 frames}, {@code 64KiB} or {@code unlimited}.
 * The frame being transmitted does not count.
 *
 * @param frames most frames that wait, or -1 for no limit of this kind
 * @param bytes most bytes that wait, or -1 for no limit of this kind
 */
public record QueueLimit(int frames, long bytes) {
    /** Nothing is ever dropped. */
    public static final QueueLimit UNLIMITED = new QueueLimit(-1, -1);

    /** At most so many frames wait. */
    public static QueueLimit ofFrames(int frames) {
        return new QueueLimit(frames, -1);
    }

    /** At most so many bytes wait. */
    public static QueueLimit ofBytes(long bytes) {
        return new QueueLimit(-1, bytes);
    }
}
