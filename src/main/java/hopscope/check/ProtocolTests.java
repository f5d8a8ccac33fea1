package hopscope.check;

import hopscope.check.Baseline.ProtocolBaseline;
import hopscope.check.Baseline.Run;
import hopscope.metrics.Verdict;
import hopscope.scenario.Metric;
import hopscope.statistics.Holm;
import hopscope.statistics.SignTest;
import java.util.ArrayList;
import java.util.List;

/**
 * All tests of one look: every metric that changed, of runs and of faults, and the verdict of every protocol. "Worse" is
 * corrected for their number by Holm, so that a false alarm anywhere among them is as rare as stated. "No worse" needs no
 * correction: to pass, every metric must be proven no worse, and if but one is truly worse by its margin that happens no
 * more often than its own test errs (the intersection–union test, Berger 1982).
 */
final class ProtocolTests {
    private final List<ProtocolBaseline> before;
    private final List<ProtocolBaseline> after;
    private final List<List<Evidence>> evidence = new ArrayList<>();
    private final List<Measure> measures;
    private final double level;

    /**
     * @param before the baseline's runs to compare with
     * @param after the runs of now, of the same protocols and replications
     * @param margins by protocol, then by measure
     * @param level error rate of this look
     */
    ProtocolTests(Baseline before, Baseline after, double[][] margins, double level) {
        this.before = before.protocols();
        this.after = after.protocols();
        this.level = level;
        this.measures = measures(before, after);
        for (int p = 0; p < this.before.size(); p++) {
            List<Evidence> ofProtocol = new ArrayList<>();
            for (Measure measure : measures) {
                double[] old = this.before.get(p).samples(measure);
                double[] now = this.after.get(p).samples(measure);
                ofProtocol.add(Evidence.of(measure, old, now, margins[p][measure.index()]));
            }
            evidence.add(ofProtocol);
        }
    }

    /** What both sides have; a baseline may be older than the figures of faults. */
    private static List<Measure> measures(Baseline before, Baseline after) {
        return Measure.of(Math.min(before.faultCount(), after.faultCount()));
    }

    /** The margins of a baseline, from all its runs: by protocol, then by {@link Measure#index}. */
    static double[][] margins(Baseline baseline, Tolerances tolerances) {
        return baseline.protocols().stream()
                .map(protocol -> Measure.of(baseline.faultCount()).stream()
                        .mapToDouble(measure -> tolerances.margin(measure.metric(), protocol.summary(measure)))
                        .toArray())
                .toArray(double[][]::new);
    }

    /** A report for each protocol. */
    List<ProtocolReport> reports() {
        int metrics = measures.size();
        double[] p = new double[before.size() * (metrics + 1)];
        List<List<VerdictChange>> verdicts = new ArrayList<>();
        for (int i = 0; i < before.size(); i++) {
            verdicts.add(verdictChanges(i));
            for (int m = 0; m < metrics; m++) {
                p[i * (metrics + 1) + m] = testable(evidence.get(i).get(m));
            }
            p[i * (metrics + 1) + metrics] = verdicts.get(i).isEmpty()
                    ? Double.NaN
                    : SignTest.oneSided(lost(verdicts.get(i)), won(verdicts.get(i)));
        }
        double[] adjusted = Holm.adjusted(p);
        List<ProtocolReport> reports = new ArrayList<>();
        for (int i = 0; i < before.size(); i++) {
            List<MetricDecision> decisions = new ArrayList<>();
            for (int m = 0; m < metrics; m++) {
                decisions.add(MetricDecision.of(evidence.get(i).get(m), adjusted[i * (metrics + 1) + m], level));
            }
            Decision verdict = verdict(verdicts.get(i), adjusted[i * (metrics + 1) + metrics]);
            reports.add(new ProtocolReport(
                    before.get(i).protocol(),
                    before.get(i).runs().size(),
                    changedFingerprints(i),
                    verdicts.get(i),
                    verdict,
                    decisions));
        }
        return reports;
    }

    /**
     * A metric without direction cannot get worse, so it is no test. Neither is one with the same value in every pair: its
     * p-value would be 1 however each pair's two values were dealt to the two sides, and a test that cannot reject cannot
     * raise a false alarm (Tarone, Biometrics 46, 1990). Not to count those leaves more to the metrics that did change.
     */
    private static double testable(Evidence evidence) {
        boolean isTest = !evidence.identical() && evidence.metric().better() != Metric.Better.NEITHER;
        return isTest ? evidence.pWorse() : Double.NaN;
    }

    private Decision verdict(List<VerdictChange> changes, double adjusted) {
        if (changes.isEmpty()) {
            return Decision.IDENTICAL;
        }
        if (adjusted <= level) {
            return Decision.WORSE;
        }
        return lost(changes) > won(changes) ? Decision.INCONCLUSIVE : Decision.NO_WORSE;
    }

    private List<Integer> changedFingerprints(int protocol) {
        List<Integer> changed = new ArrayList<>();
        for (int r = 0; r < before.get(protocol).runs().size(); r++) {
            Run old = before.get(protocol).runs().get(r);
            if (!old.fingerprint().equals(after.get(protocol).runs().get(r).fingerprint())) {
                changed.add(r);
            }
        }
        return changed;
    }

    private List<VerdictChange> verdictChanges(int protocol) {
        List<VerdictChange> changes = new ArrayList<>();
        for (int r = 0; r < before.get(protocol).runs().size(); r++) {
            Verdict old = before.get(protocol).runs().get(r).verdict();
            Verdict now = after.get(protocol).runs().get(r).verdict();
            if (old != now) {
                changes.add(new VerdictChange(r, old, now));
            }
        }
        return changes;
    }

    private static int lost(List<VerdictChange> changes) {
        return (int) changes.stream().filter(VerdictChange::isLost).count();
    }

    private static int won(List<VerdictChange> changes) {
        return (int) changes.stream().filter(VerdictChange::isWon).count();
    }
}
