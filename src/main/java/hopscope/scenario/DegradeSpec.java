package hopscope.scenario;

import java.util.List;

/**
 * Links that get worse for a while, in both directions, without going down.
 *
 * @param link the two ends of one link, or {@code null}
 * @param group all links with an end in this group, or {@code null}; exactly one of the two is given
 * @param loss probability that a frame is lost, beside the link's own loss; default 0 %
 * @param latencyFactor every latency is multiplied by this; default 1
 * @param lasting for how long; {@code null} means to the end of the run
 */
public record DegradeSpec(
        @Setting(about = "The two ends of one link.") List<NodeRef> link,

        @Setting(about = "Every link with an end in this group.")
        NodeGroup group,

        @Setting(about = "Loss of frames beside the link's own.", byDefault = "0%")
        Share loss,

        @Setting(about = "Every latency is multiplied by this.", byDefault = "1", min = "0.001", max = "1000")
        Double latencyFactor,

        @Setting(about = "For how long; to the end of the run if it is not given.", min = "1ns")
        TimeSpan lasting) {
    private static final double PPM = 1e6;

    public DegradeSpec {
        loss = loss == null ? new Share(0) : loss;
        latencyFactor = latencyFactor == null ? 1.0 : latencyFactor;
    }

    /** The latency factor in parts per million, 1,000 … 1,000,000,000. */
    public long latencyFactorPpm() {
        return Math.round(latencyFactor * PPM);
    }
}
