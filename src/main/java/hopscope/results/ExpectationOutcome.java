package hopscope.results;

import hopscope.scenario.Expectation;
import java.util.Locale;

/**
 * How one expectation fared for one protocol.
 *
 * @param expectation as the scenario states it
 * @param protocol which protocol it was judged for
 * @param measured the statistic; NaN where it has no value
 * @param missing runs without a value
 * @param runs runs in all
 * @param passed whether it holds
 */
public record ExpectationOutcome(
        Expectation expectation, String protocol, double measured, int missing, int runs, boolean passed) {

    /** One line for people: what was expected, of whom, and what was measured. */
    public String render() {
        String value = Double.isNaN(measured) ? "no value" : FixedDecimals.text(measured);
        String unit = Double.isNaN(measured) || expectation.metric().unit().equals("1")
                ? ""
                : " " + expectation.metric().unit();
        String gaps = missing == 0
                ? ""
                : String.format(Locale.ROOT, " (%d of %d %s none)", missing, runs, runs == 1 ? "run has" : "runs have");
        return (passed ? "passed  " : "FAILED  ") + expectation.text() + "  [" + protocol + ": " + value + unit + gaps
                + "]";
    }
}
