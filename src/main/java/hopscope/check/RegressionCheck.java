package hopscope.check;

import hopscope.check.Baseline.ProtocolBaseline;
import hopscope.check.Baseline.Run;
import hopscope.results.SavedResults;
import hopscope.results.SavedRun;
import hopscope.scenario.Metric;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Compares results with a baseline: fingerprints first, then verdicts, then every metric with its tolerance and its
 * direction. Wall time is no part of it.
 */
public final class RegressionCheck {
    private RegressionCheck() {}

    /**
     * Compares with the baseline in a folder; inconclusive if there is none.
     *
     * @throws hopscope.results.ResultFolderException if the baseline's file is damaged
     */
    public static CheckReport compare(Path baselineFolder, SavedResults results, Tolerances tolerances) {
        String scenario = results.scenario().name();
        Path file = BaselineFile.in(baselineFolder, scenario);
        if (!Files.exists(file)) {
            return CheckReport.inconclusive(
                    scenario, "no baseline at " + file + ", 'hopscope check --update' writes one");
        }
        return compare(BaselineFile.read(file), results, tolerances);
    }

    /** Compares with a baseline; inconclusive if it was made from another scenario or other runs. */
    public static CheckReport compare(Baseline baseline, SavedResults results, Tolerances tolerances) {
        String scenario = results.scenario().name();
        if (!baseline.scenario().equals(scenario)) {
            return CheckReport.inconclusive(scenario, "the baseline is of scenario '" + baseline.scenario() + "'");
        }
        if (!baseline.scenarioHash().equals(results.scenario().hash())) {
            return CheckReport.inconclusive(
                    scenario, "the scenario changed since the baseline, 'hopscope check --update' writes a new one");
        }
        if (!sameRuns(baseline, results)) {
            return CheckReport.inconclusive(
                    scenario, "the baseline has other protocols or replications than these results");
        }
        List<ProtocolReport> reports = new ArrayList<>();
        for (ProtocolBaseline protocol : baseline.protocols()) {
            reports.add(compare(protocol, results.runsOf(protocol.protocol()), tolerances));
        }
        return CheckReport.of(scenario, reports);
    }

    private static boolean sameRuns(Baseline baseline, SavedResults results) {
        int expected = 0;
        for (ProtocolBaseline protocol : baseline.protocols()) {
            int runs = protocol.runs().size();
            expected += runs;
            if (results.runsOf(protocol.protocol()).size() != runs) {
                return false;
            }
        }
        return expected > 0 && expected == results.runs().size();
    }

    private static ProtocolReport compare(ProtocolBaseline baseline, List<SavedRun> runs, Tolerances tolerances) {
        List<Integer> changedFingerprints = new ArrayList<>();
        List<VerdictChange> verdictChanges = new ArrayList<>();
        for (int r = 0; r < runs.size(); r++) {
            Run before = baseline.runs().get(r);
            SavedRun after = runs.get(r);
            if (!before.fingerprint().equals(after.fingerprint())) {
                changedFingerprints.add(after.replication());
            }
            if (before.verdict() != after.verdict()) {
                verdictChanges.add(new VerdictChange(after.replication(), before.verdict(), after.verdict()));
            }
        }
        List<MetricChange> changes = Arrays.stream(Metric.values())
                .map(metric -> MetricChange.of(
                        metric,
                        baseline.runs().stream()
                                .mapToDouble(run -> run.values()[metric.ordinal()])
                                .toArray(),
                        runs.stream().mapToDouble(run -> run.value(metric)).toArray(),
                        tolerances))
                .toList();
        return new ProtocolReport(baseline.protocol(), runs.size(), changedFingerprints, verdictChanges, changes);
    }
}
