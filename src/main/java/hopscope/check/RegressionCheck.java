package hopscope.check;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Compares a scenario as it runs now with its baseline, with as many replications as a decision takes.
 *
 * <p>The same seed gives the same bytes: if the runs of the first look are the baseline's own, nothing changed and nothing
 * is to be tested. Otherwise every metric is tested both ways at each look of a {@link LookPlan}; the check ends when one
 * is proven worse by more than its margin, when all are proven no worse, or at the cap.
 */
public final class RegressionCheck {
    private RegressionCheck() {}

    /** Does runs of the scenario as it is now. */
    @FunctionalInterface
    public interface Replications {
        /** The runs of every protocol from one replication to before another. */
        Baseline run(int from, int to);
    }

    /**
     * Compares with the baseline in a folder; inconclusive if there is none.
     *
     * @param now the first replications, those of the scenario; at least one
     * @param more does further ones
     * @param cap replications at the most, however many the baseline has
     * @throws hopscope.results.ResultFolderException if the baseline's file is damaged or of another version
     */
    public static CheckReport compare(
            Path baselineFolder, Baseline now, Replications more, Tolerances tolerances, int cap) {
        Path file = BaselineFile.in(baselineFolder, now.scenario());
        if (!Files.exists(file)) {
            return CheckReport.inconclusive(
                    now.scenario(), "no baseline at " + file + ", 'hopscope check --update' writes one");
        }
        return compare(BaselineFile.read(file), now, more, tolerances, cap);
    }

    /** Compares with a baseline; inconclusive if it was made from another scenario, other protocols or too few runs. */
    public static CheckReport compare(
            Baseline baseline, Baseline now, Replications more, Tolerances tolerances, int cap) {
        String scenario = now.scenario();
        if (!baseline.scenario().equals(scenario)) {
            return CheckReport.inconclusive(scenario, "the baseline is of scenario '" + baseline.scenario() + "'");
        }
        if (!baseline.scenarioHash().equals(now.scenarioHash())) {
            return CheckReport.inconclusive(
                    scenario, "the scenario changed since the baseline, 'hopscope check --update' writes a new one");
        }
        if (!baseline.names().equals(now.names()) || baseline.replications() < now.replications()) {
            return CheckReport.inconclusive(
                    scenario,
                    "the baseline has other protocols or fewer replications than these results,"
                            + " 'hopscope check --update' writes a new one");
        }
        LookPlan plan = LookPlan.of(now.replications(), Math.min(cap, baseline.replications()));
        return look(baseline, now, more, tolerances, plan);
    }

    private static CheckReport look(
            Baseline baseline, Baseline first, Replications more, Tolerances tolerances, LookPlan plan) {
        double[][] margins = ProtocolTests.margins(baseline, tolerances);
        Baseline now = first;
        int last = plan.sizes().size() - 1;
        for (int look = 0; look <= last; look++) {
            int size = plan.sizes().get(look);
            if (size > now.replications()) {
                now = now.with(more.run(now.replications(), size));
            }
            List<ProtocolReport> reports =
                    new ProtocolTests(baseline.first(size), now.first(size), margins, plan.level(look)).reports();
            boolean identical = reports.stream().allMatch(ProtocolReport::isIdentical);
            boolean failed = reports.stream().anyMatch(ProtocolReport::failed);
            boolean open = reports.stream().anyMatch(ProtocolReport::isOpen);
            if (look == 0 && identical || failed || !open || look == last) {
                return CheckReport.of(first.scenario(), reports, size, plan);
            }
        }
        throw new IllegalStateException("a plan has at least one look");
    }
}
