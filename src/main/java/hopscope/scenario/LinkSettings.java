package hopscope.scenario;

/**
 * What a link does to frames in one direction; what is {@code null} is left to what stands before it: the defaults, the
 * network file, classes, selectors, single links, in this order.
 *
 * @param preset stands for a value of each setting; those beside it go first
 * @param latency one-way latency
 * @param jitter what is added to it
 * @param loss how frames are lost
 * @param duplicate share of frames that arrive twice
 * @param reorder share of frames that may overtake others
 * @param corrupt share of frames that arrive damaged
 * @param bandwidth of each direction
 * @param queue what may wait for the bandwidth
 * @param mtu largest segment with its headers; 0 bytes for no limit
 */
public record LinkSettings(
        @Setting(about = "A kind of link that stands for a value of every setting; those given beside it go first.")
        LinkPreset preset,

        @Setting(about = "One-way latency: a duration (constant) or a distribution.", byDefault = "10ms")
        LatencySpec latency,

        @Setting(
                about = "Normal variation added to the latency: its standard deviation, or a section.",
                byDefault = "0s")
        JitterSpec jitter,

        @Setting(about = "Probability that a frame is lost, or losses in bursts.", byDefault = "0%")
        LossSpec loss,

        @Setting(about = "Share of frames that arrive twice.", byDefault = "0%")
        Share duplicate,

        @Setting(about = "Share of frames that may overtake those before them.", byDefault = "0%")
        Share reorder,

        @Setting(about = "Share of frames that arrive damaged, which the receiver notices and drops.", byDefault = "0%")
        Share corrupt,

        @Setting(about = "Bits per second in each direction.", byDefault = "unlimited")
        Bandwidth bandwidth,

        @Setting(about = "What may wait for the bandwidth before frames are dropped.", byDefault = "1000 frames")
        QueueLimit queue,

        @Setting(
                about =
                        "Largest segment with its 40 bytes of TCP and IP headers; longer frames go in several; 0B: no limit.",
                byDefault = "0B")
        Size mtu) {
    /** Nothing is set. */
    public static final LinkSettings NONE =
            new LinkSettings(null, null, null, null, null, null, null, null, null, null);

    /** As long as Linux's default transmit queue. */
    private static final int QUEUE_FRAMES = 1_000;

    private static final int LATENCY_NANOS = 10_000_000;
    private static final Share NEVER = new Share(0);

    /** Every setting at its default. */
    public static final LinkSettings DEFAULTS = new LinkSettings(
            null,
            LatencySpec.constant(new TimeSpan(LATENCY_NANOS)),
            JitterSpec.NONE,
            LossSpec.NONE,
            NEVER,
            NEVER,
            NEVER,
            Bandwidth.UNLIMITED,
            QueueLimit.ofFrames(QUEUE_FRAMES),
            new Size(0));

    /** These settings where they are given, else the others; no preset is left. */
    public LinkSettings over(LinkSettings others) {
        LinkSettings below = preset == null ? others : preset.settings().over(others);
        return new LinkSettings(
                null,
                or(latency, below.latency),
                or(jitter, below.jitter),
                or(loss, below.loss),
                or(duplicate, below.duplicate),
                or(reorder, below.reorder),
                or(corrupt, below.corrupt),
                or(bandwidth, below.bandwidth),
                or(queue, below.queue),
                or(mtu, below.mtu));
    }

    private static <T> T or(T value, T other) {
        return value == null ? other : value;
    }

    /** These settings with another latency. */
    public LinkSettings withLatency(LatencySpec other) {
        return new LinkSettings(preset, other, jitter, loss, duplicate, reorder, corrupt, bandwidth, queue, mtu);
    }
}
