package hopscope.scenario;

/**
 * What every link does to a frame, in each direction alike. A link that brings its own latency from the topology keeps
 * it, as a constant.
 *
 * @param latency one-way latency; default constant 10 ms
 * @param loss probability that a frame is lost; default 0 %
 */
public record LinksSpec(
        @Setting(about = "One-way latency: a duration (constant) or a distribution.", byDefault = "10ms")
        LatencySpec latency,

        @Setting(about = "Probability that a frame is lost.", byDefault = "0%")
        Share loss) {
    public LinksSpec {
        latency = latency == null ? LatencySpec.constant(new TimeSpan(10_000_000)) : latency;
        loss = loss == null ? new Share(0) : loss;
    }
}
