package hopscope.scenario;

import java.util.List;

/**
 * A link that goes down and comes up in turn: down at the beginning of each period, up again after its down part.
 *
 * @param link the two ends
 * @param period from one going down to the next
 * @param duty part of each period in which the link is down; default 50 %
 * @param count periods, or {@code null} for no limit
 * @param until the link is up from this time on; {@code null} means the end of the run
 */
public record FlapSpec(
        @Setting(about = "The two ends of the link.", required = true)
        List<NodeRef> link,

        @Setting(about = "Time from one going down to the next.", required = true, min = "2ns")
        TimeSpan period,

        @Setting(
                about = "Part of each period in which the link is down.",
                byDefault = "50%",
                min = "0.01%",
                max = "99.99%")
        Share duty,

        @Setting(about = "Number of periods; no limit if it is not given.", min = "1", max = "100000")
        Integer count,

        @Setting(about = "The link is up from this time on; the end of the run if it is not given.")
        TimeSpan until) {
    public FlapSpec {
        duty = duty == null ? new Share(500_000) : duty;
    }

    /** How long the link is down in each period, at least 1 ns. */
    public long downNanos() {
        long period = this.period.nanos();
        long part = period / 1_000_000 * duty.ppm() + period % 1_000_000 * duty.ppm() / 1_000_000;
        return Math.max(1, part);
    }
}
