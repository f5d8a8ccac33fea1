package hopscope.scenario;

/** Kinds of links that one knows; the reason for each number stands in {@code scenarios.md}, section Presets. */
public enum LinkPreset {
    /** Switched Ethernet within a building. */
    LAN(100, new JitterSpec(micros(20), null), LossSpec.NONE, 1_000, QueueLimit.ofFrames(1_000)),
    /** A leased path over 4,000 km of fibre. */
    WAN(20_000, new JitterSpec(micros(1_000), null), loss(1_000), 1_000, QueueLimit.ofFrames(1_000)),
    /** IEEE 802.11 indoors with a good signal. */
    WIFI(5_000, jitter(2_000), LossSpec.bursts(new Share(10_000), 3), 100, QueueLimit.ofBytes(200_000)),
    /** LTE, in motion. */
    CELLULAR(25_000, jitter(10_000), LossSpec.bursts(new Share(5_000), 5), 20, QueueLimit.ofBytes(250_000)),
    /** A geostationary satellite. */
    SATELLITE(260_000, new JitterSpec(micros(2_000), null), loss(5_000), 10, QueueLimit.ofBytes(650_000));

    private static final int MTU_BYTES = 1_500;
    private static final long BITS_PER_MEGABIT = 1_000_000;
    private static final int RADIO_CORRELATION_PPM = 250_000;

    private final LinkSettings settings;

    LinkPreset(int latencyMicros, JitterSpec jitter, LossSpec loss, int megabits, QueueLimit queue) {
        this.settings = new LinkSettings(
                null,
                LatencySpec.constant(micros(latencyMicros)),
                jitter,
                loss,
                new Share(0),
                new Share(0),
                new Share(0),
                new Bandwidth(megabits * BITS_PER_MEGABIT),
                queue,
                new Size(MTU_BYTES));
    }

    private static TimeSpan micros(int micros) {
        return new TimeSpan(1_000L * micros);
    }

    private static JitterSpec jitter(int sdMicros) {
        return new JitterSpec(micros(sdMicros), new Share(RADIO_CORRELATION_PPM));
    }

    private static LossSpec loss(int ppm) {
        return LossSpec.independent(new Share(ppm));
    }

    /** A value for every setting. */
    public LinkSettings settings() {
        return settings;
    }
}
