package hopscope.check;

import hopscope.scenario.Protocol;
import java.util.List;

/**
 * One protocol against its baseline.
 *
 * @param protocol which protocol
 * @param runs number of runs
 * @param changedFingerprints replications whose events are not the same any more: a fact, not a failure
 * @param lostVerdicts one sentence for each run that was correct and is not any more
 * @param otherVerdicts one sentence for each run whose verdict changed otherwise
 * @param changes every metric, in the order of the columns
 */
public record ProtocolReport(
        Protocol protocol,
        int runs,
        List<Integer> changedFingerprints,
        List<String> lostVerdicts,
        List<String> otherVerdicts,
        List<MetricChange> changes) {
    public ProtocolReport {
        changedFingerprints = List.copyOf(changedFingerprints);
        lostVerdicts = List.copyOf(lostVerdicts);
        otherVerdicts = List.copyOf(otherVerdicts);
        changes = List.copyOf(changes);
    }

    /** Whether something got worse. */
    public boolean failed() {
        return !lostVerdicts.isEmpty() || count(Movement.WORSE) > 0;
    }

    /** How many metrics moved in a way. */
    public long count(Movement movement) {
        return changes.stream().filter(change -> change.movement() == movement).count();
    }
}
