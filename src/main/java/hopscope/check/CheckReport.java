package hopscope.check;

import hopscope.results.ExpectationOutcome;
import hopscope.results.Expectations;
import java.util.List;
import java.util.Locale;

/**
 * What the check of one scenario found.
 *
 * @param scenario name
 * @param outcome the judgement
 * @param note why nothing could be judged; empty otherwise
 * @param replications of each protocol that were compared
 * @param cap replications that might have been compared
 * @param protocols one report each; empty where nothing could be judged
 * @param expectations how the scenario's own expectations fared
 */
public record CheckReport(
        String scenario,
        Outcome outcome,
        String note,
        int replications,
        int cap,
        List<ProtocolReport> protocols,
        List<ExpectationOutcome> expectations) {

    /** The judgement, from good to worst of what can be known. */
    public enum Outcome {
        /** Nothing changed, or everything was proven no worse. */
        PASSED(0),
        /** Nothing to judge by, or not enough. */
        INCONCLUSIVE(3),
        /** Something was proven worse. */
        FAILED(1),
        /** A run broke off: a fault of a plugin, or of Hopscope, whose exit status the failure decides. */
        BROKEN(2);

        private final int exitStatus;

        Outcome(int exitStatus) {
            this.exitStatus = exitStatus;
        }

        /** Exit status of the command. */
        public int exitStatus() {
            return exitStatus;
        }

        /** The word in reports. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public CheckReport {
        protocols = List.copyOf(protocols);
        expectations = List.copyOf(expectations);
    }

    /** A check that could not judge. */
    public static CheckReport inconclusive(String scenario, String note) {
        return new CheckReport(scenario, Outcome.INCONCLUSIVE, note, 0, 0, List.of(), List.of());
    }

    /**
     * A check of which a run broke off.
     *
     * @param why what failed, and where
     */
    public static CheckReport broken(String scenario, String why) {
        return new CheckReport(scenario, Outcome.BROKEN, why, 0, 0, List.of(), List.of());
    }

    /** A check that judged. */
    static CheckReport of(String scenario, List<ProtocolReport> protocols, int replications, LookPlan plan) {
        boolean failed = protocols.stream().anyMatch(ProtocolReport::failed);
        boolean open = protocols.stream().anyMatch(ProtocolReport::isOpen);
        Outcome outcome = failed ? Outcome.FAILED : open ? Outcome.INCONCLUSIVE : Outcome.PASSED;
        int cap = plan.sizes().get(plan.sizes().size() - 1);
        return new CheckReport(scenario, outcome, "", replications, cap, protocols, List.of());
    }

    /** The same report with the scenario's own expectations; one that does not hold fails the check. */
    public CheckReport with(List<ExpectationOutcome> outcomes) {
        boolean failed = !Expectations.allPassed(outcomes);
        return new CheckReport(
                scenario, failed ? Outcome.FAILED : outcome, note, replications, cap, protocols, outcomes);
    }

    /** Whether the scenario was judged and every run is the same as before. */
    public boolean isIdentical() {
        return note.isEmpty() && protocols.stream().allMatch(ProtocolReport::isIdentical);
    }

    /** Whether some run is not the same as before: behaviour changed, for better or worse. */
    public boolean behaviourChanged() {
        return protocols.stream()
                .anyMatch(report -> !report.changedFingerprints().isEmpty());
    }

    /** The expectations that do not hold. */
    public List<ExpectationOutcome> brokenExpectations() {
        return expectations.stream().filter(outcome -> !outcome.passed()).toList();
    }

    /**
     * The exit status of several checks: a run that broke off (2) beats a failure (1), which beats an inconclusive one (3),
     * which beats success (0).
     */
    public static int exitStatus(List<CheckReport> reports) {
        return reports.stream()
                .map(CheckReport::outcome)
                .max(Outcome::compareTo)
                .map(Outcome::exitStatus)
                .orElse(Outcome.INCONCLUSIVE.exitStatus());
    }

    /** The judgement in a line, without a line feed. */
    public String headline() {
        String head = scenario + ": " + outcome.label();
        if (!note.isEmpty()) {
            return head + ": " + note;
        }
        if (isIdentical()) {
            return head + ", behaviour and all metrics unchanged";
        }
        return String.format(
                Locale.ROOT, "%s after %d of at most %d replication%s", head, replications, cap, cap == 1 ? "" : "s");
    }

    /** What changed and what was decided, for people; a single line when nothing did. Ends in a line feed. */
    public String render() {
        StringBuilder out = new StringBuilder(headline()).append('\n');
        brokenExpectations()
                .forEach(expectation ->
                        out.append("  ").append(expectation.render()).append('\n'));
        protocols.forEach(protocol -> append(out, protocol));
        return out.toString();
    }

    private static void append(StringBuilder out, ProtocolReport report) {
        String name = report.protocol();
        if (!report.changedFingerprints().isEmpty()) {
            out.append(String.format(
                    Locale.ROOT,
                    "  %s: behaviour changed, %d of %d fingerprints differ\n",
                    name,
                    report.changedFingerprints().size(),
                    report.runs()));
        }
        if (report.verdict() == Decision.WORSE || report.verdict().isOpen()) {
            append(out, name, report.verdict(), "verdict", report.lostDetail());
        }
        for (MetricDecision metric : report.changes()) {
            append(out, name, metric.decision(), metric.measure().label(), metric.detail());
        }
    }

    private static void append(StringBuilder out, String protocol, Decision decision, String what, String detail) {
        out.append(String.format(Locale.ROOT, "  %s  %-12s  %s  %s\n", protocol, decision.label(), what, detail));
    }
}
