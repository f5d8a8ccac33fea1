package hopscope.check;

import hopscope.results.ExpectationOutcome;

/**
 * Check reports as GitHub's workflow commands: what was proven worse, or broke off, becomes an error on the scenario's file,
 * what is open a warning, and a change of behaviour a notice.
 */
public final class GithubAnnotations {
    private GithubAnnotations() {}

    /**
     * The commands of one report, a line each; empty where nothing changed.
     *
     * @param file the scenario's, relative to the repository
     */
    public static String render(CheckReport report, String file) {
        StringBuilder out = new StringBuilder();
        if (!report.note().isEmpty()) {
            append(
                    out,
                    report.outcome() == CheckReport.Outcome.BROKEN ? "error" : "warning",
                    file,
                    report,
                    report.note());
        }
        for (ExpectationOutcome broken : report.brokenExpectations()) {
            append(out, "error", file, report, broken.render());
        }
        for (ProtocolReport protocol : report.protocols()) {
            if (!protocol.changedFingerprints().isEmpty()) {
                String changed = protocol.protocol() + ": behaviour changed in "
                        + protocol.changedFingerprints().size() + " of " + protocol.runs() + " runs";
                append(out, "notice", file, report, changed);
            }
            append(out, file, report, protocol, protocol.verdict(), "verdict", protocol.lostDetail());
            for (MetricDecision metric : protocol.metrics()) {
                append(
                        out,
                        file,
                        report,
                        protocol,
                        metric.decision(),
                        metric.measure().label(),
                        metric.detail());
            }
        }
        return out.toString();
    }

    private static void append(
            StringBuilder out,
            String file,
            CheckReport report,
            ProtocolReport protocol,
            Decision decision,
            String what,
            String detail) {
        String text = protocol.protocol() + " " + what + ": " + decision.label() + ", " + detail;
        if (decision == Decision.WORSE) {
            append(out, "error", file, report, text);
        } else if (decision.isOpen()) {
            append(out, "warning", file, report, text);
        }
    }

    private static void append(StringBuilder out, String command, String file, CheckReport report, String message) {
        out.append("::").append(command).append(" file=").append(property(file));
        out.append(",title=").append(property("hopscope check: " + report.scenario()));
        out.append("::").append(data(message)).append('\n');
    }

    /** What would end the message, or be taken for an escape, is escaped. */
    private static String data(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }
}
