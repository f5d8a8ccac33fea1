package hopscope.check;

import java.util.Comparator;
import java.util.List;

/**
 * One protocol against its baseline.
 *
 * @param protocol name of its entry in the scenario
 * @param runs number of runs
 * @param changedFingerprints replications whose events are not the same any more: a fact, not a failure
 * @param verdictChanges runs with another verdict
 * @param verdict what follows from them; {@link Decision#INCONCLUSIVE} where more were lost than won, but so few that it
 *     may be chance
 * @param metrics every metric in the order of the columns, then those of each fault
 */
public record ProtocolReport(
        String protocol,
        int runs,
        List<Integer> changedFingerprints,
        List<VerdictChange> verdictChanges,
        Decision verdict,
        List<MetricDecision> metrics) {
    public ProtocolReport {
        changedFingerprints = List.copyOf(changedFingerprints);
        verdictChanges = List.copyOf(verdictChanges);
        metrics = List.copyOf(metrics);
    }

    /** Whether every run is the same, event by event and number by number. */
    public boolean isIdentical() {
        return changedFingerprints.isEmpty() && verdictChanges.isEmpty() && count(Decision.IDENTICAL) == metrics.size();
    }

    /** Whether something was proven worse. */
    public boolean failed() {
        return verdict == Decision.WORSE || count(Decision.WORSE) > 0;
    }

    /** Whether something is open, so that more runs would be of use. */
    public boolean isOpen() {
        return verdict.isOpen()
                || metrics.stream().anyMatch(metric -> metric.decision().isOpen());
    }

    /** Runs that were correct and are not any more. */
    public List<VerdictChange> lostVerdicts() {
        return verdictChanges.stream().filter(VerdictChange::isLost).toList();
    }

    /** What the verdicts were and are, a run after the other; empty if nothing was lost. */
    String lostDetail() {
        int shown = 3;
        List<String> lost = lostVerdicts().stream().map(VerdictChange::detail).toList();
        String text = String.join("; ", lost.subList(0, Math.min(shown, lost.size())));
        return lost.size() > shown ? text + "; and " + (lost.size() - shown) + " more" : text;
    }

    /** The metrics that are not the same in every run, the worst decisions first, then in their order. */
    List<MetricDecision> changes() {
        return metrics.stream()
                .filter(metric -> metric.decision() != Decision.IDENTICAL)
                .sorted(Comparator.comparing(MetricDecision::decision, Comparator.reverseOrder()))
                .toList();
    }

    /** How many metrics were decided in a way. */
    public long count(Decision decision) {
        return metrics.stream().filter(metric -> metric.decision() == decision).count();
    }
}
