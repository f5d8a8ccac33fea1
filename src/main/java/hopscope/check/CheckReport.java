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
 * @param protocols one report each; empty where nothing could be judged
 * @param expectations how the scenario's own expectations fared
 */
public record CheckReport(
        String scenario,
        Outcome outcome,
        String note,
        List<ProtocolReport> protocols,
        List<ExpectationOutcome> expectations) {

    /** The judgement, from good to worst of what can be known. */
    public enum Outcome {
        /** Nothing got worse. */
        PASSED(0),
        /** Nothing to judge by. */
        INCONCLUSIVE(3),
        /** Something got worse. */
        FAILED(1);

        private final int exitStatus;

        Outcome(int exitStatus) {
            this.exitStatus = exitStatus;
        }

        /** Exit status of the command. */
        public int exitStatus() {
            return exitStatus;
        }
    }

    public CheckReport {
        protocols = List.copyOf(protocols);
        expectations = List.copyOf(expectations);
    }

    /** A check that could not judge. */
    public static CheckReport inconclusive(String scenario, String note) {
        return new CheckReport(scenario, Outcome.INCONCLUSIVE, note, List.of(), List.of());
    }

    /** A check that judged. */
    static CheckReport of(String scenario, List<ProtocolReport> protocols) {
        boolean failed = protocols.stream().anyMatch(ProtocolReport::failed);
        return new CheckReport(scenario, failed ? Outcome.FAILED : Outcome.PASSED, "", protocols, List.of());
    }

    /** The same report with the scenario's own expectations; one that does not hold fails the check. */
    public CheckReport with(List<ExpectationOutcome> outcomes) {
        boolean failed = !Expectations.allPassed(outcomes);
        return new CheckReport(scenario, failed ? Outcome.FAILED : outcome, note, protocols, outcomes);
    }

    /** The exit status of several checks: a failure (1) beats an inconclusive one (3), which beats success (0). */
    public static int exitStatus(List<CheckReport> reports) {
        return reports.stream()
                .map(CheckReport::outcome)
                .max(Outcome::compareTo)
                .map(Outcome::exitStatus)
                .orElse(Outcome.INCONCLUSIVE.exitStatus());
    }

    /** What moved, for people; a single line when nothing did. Ends in a line feed. */
    public String render() {
        String head = scenario + ": " + outcome.name().toLowerCase(Locale.ROOT);
        StringBuilder body = new StringBuilder();
        expectations.stream()
                .filter(expectation -> !expectation.passed())
                .forEach(expectation ->
                        body.append("  ").append(expectation.render()).append('\n'));
        if (!note.isEmpty()) {
            return head + ": " + note + "\n" + body;
        }
        protocols.forEach(protocol -> append(body, protocol));
        return body.isEmpty() ? head + ", behaviour and all metrics unchanged\n" : head + "\n" + body;
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
        for (VerdictChange change : report.verdictChanges()) {
            append(out, name, line(change.movement(), "verdict", change.detail()));
        }
        for (MetricChange change : report.changes()) {
            if (change.movement() != Movement.UNCHANGED) {
                append(out, name, line(change.movement(), change.metric().column(), change.detail()));
            }
        }
    }

    private static void append(StringBuilder out, String protocol, String line) {
        out.append("  ").append(protocol).append("  ").append(line).append('\n');
    }

    private static String line(Movement movement, String what, String detail) {
        return String.format(Locale.ROOT, "%-16s  %s  %s", movement.label(), what, detail);
    }
}
