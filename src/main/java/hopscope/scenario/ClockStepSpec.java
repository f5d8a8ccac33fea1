package hopscope.scenario;

/**
 * A wall clock that is set. What measures waits runs on: only what uses the time of day, the message ids, notices.
 *
 * @param node whose
 * @param forward by how much, or {@code null}
 * @param back by how much, or {@code null}; exactly one of the two is given
 */
public record ClockStepSpec(
        @Setting(about = "The node.", required = true) NodeRef node,

        @Setting(about = "How far the wall clock jumps ahead.", min = "1ns")
        TimeSpan forward,

        @Setting(about = "How far the wall clock jumps back.", min = "1ns")
        TimeSpan back) {
    /** The step in nanoseconds, negative for back. */
    public long nanos() {
        return forward != null ? forward.nanos() : -back.nanos();
    }
}
