package hopscope.check;

import java.util.List;

/** Check reports as Markdown, for a job's summary or a pull request: a line per scenario, then what is not identical. */
public final class MarkdownSummary {
    private MarkdownSummary() {}

    /** The summary of several checks; ends in a line feed. */
    public static String render(List<CheckReport> reports) {
        StringBuilder out = new StringBuilder("## Hopscope regression check\n\n");
        out.append("| scenario | outcome | behaviour | replications | worse | inconclusive |\n");
        out.append("|---|---|---|---:|---:|---:|\n");
        for (CheckReport report : reports) {
            String behaviour = !report.note().isEmpty()
                    ? cell(report.note())
                    : report.behaviourChanged() ? "changed" : "unchanged";
            row(
                    out,
                    cell(report.scenario()),
                    report.outcome() == CheckReport.Outcome.PASSED
                            ? "passed"
                            : "**" + report.outcome().label() + "**",
                    behaviour,
                    Integer.toString(report.replications()),
                    Long.toString(count(report, Decision.WORSE)
                            + report.brokenExpectations().size()),
                    Long.toString(count(report, Decision.INCONCLUSIVE)));
        }
        reports.forEach(report -> details(out, report));
        return out.toString();
    }

    private static long count(CheckReport report, Decision decision) {
        return report.protocols().stream()
                .mapToLong(protocol -> protocol.count(decision) + (protocol.verdict() == decision ? 1 : 0))
                .sum();
    }

    private static void details(StringBuilder out, CheckReport report) {
        boolean broken = !report.brokenExpectations().isEmpty();
        if (report.protocols().isEmpty() && !broken || report.isIdentical() && !broken) {
            return;
        }
        out.append("\n### ").append(cell(report.scenario())).append("\n\n");
        report.brokenExpectations()
                .forEach(outcome ->
                        out.append("- ").append(cell(outcome.render())).append('\n'));
        if (broken) {
            out.append('\n');
        }
        if (report.protocols().isEmpty() || report.isIdentical()) {
            return;
        }
        out.append("| protocol | metric | decision | what |\n|---|---|---|---|\n");
        for (ProtocolReport protocol : report.protocols()) {
            if (protocol.verdict() != Decision.IDENTICAL) {
                row(out, cell(protocol.protocol()), "verdict", bold(protocol.verdict()), cell(protocol.lostDetail()));
            }
            for (MetricDecision metric : protocol.changes()) {
                row(
                        out,
                        cell(protocol.protocol()),
                        "`" + metric.measure().label() + "`",
                        bold(metric.decision()),
                        cell(metric.detail()));
            }
        }
    }

    private static String bold(Decision decision) {
        boolean matters = decision == Decision.WORSE || decision.isOpen();
        return matters ? "**" + decision.label() + "**" : decision.label();
    }

    private static void row(StringBuilder out, String... cells) {
        out.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replace("\n", " ").replace("<", "&lt;");
    }
}
