package hopscope.check;

import java.util.List;

/**
 * One protocol against its baseline.
 *
 * @param protocol name of its entry in the scenario
 * @param runs number of runs
 * @param changedFingerprints replications whose events are not the same any more: a fact, not a failure
 * @param verdictChanges runs with another verdict
 * @param changes every metric, in the order of the columns
 */
public record ProtocolReport(
        String protocol,
        int runs,
        List<Integer> changedFingerprints,
        List<VerdictChange> verdictChanges,
        List<MetricChange> changes) {
    public ProtocolReport {
        changedFingerprints = List.copyOf(changedFingerprints);
        verdictChanges = List.copyOf(verdictChanges);
        changes = List.copyOf(changes);
    }

    /** Whether something got worse. */
    public boolean failed() {
        return !lostVerdicts().isEmpty() || count(Movement.WORSE) > 0;
    }

    /** Runs that were correct and are not any more. */
    public List<VerdictChange> lostVerdicts() {
        return verdictChanges.stream()
                .filter(change -> change.movement() == Movement.WORSE)
                .toList();
    }

    /** How many metrics moved in a way. */
    public long count(Movement movement) {
        return changes.stream().filter(change -> change.movement() == movement).count();
    }
}
