package hopscope.bench;

/**
 * One size of one protocol in the measurement of how cost grows with the network.
 *
 * @param protocol that routed
 * @param nodes of the network
 * @param outcome whether there is something to show
 * @param reason why the run did not finish; empty if it did
 * @param wallSeconds from the first node built to the end of the run; NaN if it did not finish, like all that follows
 * @param buildSeconds of it until the first event: nodes, links, metrics, the oracle's first distances
 * @param events handled
 * @param liveHeapBytes what the run held at its end, see {@link NetworkRun}
 * @param peakHeapBytes the largest heap of the process, garbage included
 */
public record ScalingPoint(
        String protocol,
        int nodes,
        Outcome outcome,
        String reason,
        double wallSeconds,
        double buildSeconds,
        double events,
        double liveHeapBytes,
        double peakHeapBytes) {

    /** How a run ended. */
    public enum Outcome {
        /** At the end of its virtual time. */
        FINISHED("finished"),
        /** The wall clock stopped it. */
        STOPPED("stopped"),
        /** There was no more memory. */
        OUT_OF_MEMORY("out-of-memory"),
        /** It was expected to end in one of the two ways before. */
        NOT_STARTED("not-started");

        private final String label;

        Outcome(String label) {
            this.label = label;
        }

        /** The word in files. */
        public String label() {
            return label;
        }
    }

    static ScalingPoint of(String protocol, int nodes, NetworkRun run) {
        return new ScalingPoint(
                protocol,
                nodes,
                Outcome.FINISHED,
                "",
                run.totalSeconds(),
                run.buildSeconds(),
                run.events(),
                run.liveHeapBytes(),
                run.peakHeapBytes());
    }

    static ScalingPoint missing(String protocol, int nodes, Outcome outcome, String reason) {
        double none = Double.NaN;
        return new ScalingPoint(protocol, nodes, outcome, reason, none, none, none, none, none);
    }

    /** Whether the run came to its end. */
    public boolean isFinished() {
        return outcome == Outcome.FINISHED;
    }

    /** Events a second while the run went on, building not counted; NaN if it did not finish. */
    public double eventsPerSecond() {
        return events / (wallSeconds - buildSeconds);
    }

    /** Wall nanoseconds for each event, building not counted; NaN if it did not finish. */
    public double nanosPerEvent() {
        return 1e9 / eventsPerSecond();
    }
}
