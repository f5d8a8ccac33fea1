package hopscope.scenario;

/**
 * A variation that is added to the latency of each frame: normal, with mean 0, and correlated from frame to frame of one
 * direction as a first-order autoregression, {@code J(k) = c·J(k-1) + sqrt(1-c²)·sd·N(k)}. So every {@code J(k)} has the
 * standard deviation asked for, whatever the correlation, and the correlation of neighbours is {@code c}. A latency that
 * would be negative is 0.
 *
 * @param sd standard deviation
 * @param correlation of the jitter of consecutive frames; default 0 %
 */
public record JitterSpec(
        @Setting(about = "Standard deviation of what is added to the latency.", required = true)
        TimeSpan sd,

        @Setting(about = "Correlation of the jitter of consecutive frames.", byDefault = "0%", max = "99.99%")
        Share correlation) {
    /** No jitter. */
    public static final JitterSpec NONE = new JitterSpec(new TimeSpan(0), null);

    public JitterSpec {
        correlation = correlation == null ? new Share(0) : correlation;
    }
}
