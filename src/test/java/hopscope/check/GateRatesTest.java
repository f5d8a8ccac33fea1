package hopscope.check;

import static org.assertj.core.api.Assertions.assertThat;

import hopscope.check.Baseline.ProtocolBaseline;
import hopscope.check.Baseline.Run;
import hopscope.check.CheckReport.Outcome;
import hopscope.experiment.Experiment;
import hopscope.random.Keys;
import hopscope.random.RandomStream;
import hopscope.results.SavedResults;
import hopscope.scenario.LoadedScenario;
import hopscope.scenario.Metric;
import hopscope.scenario.ScenarioLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * How often the gate errs, and how often it catches, over a thousand simulated checks. The runs are drawn from those of a
 * committed baseline, whole runs at a time, so that spread, skewness and dependence of all metrics are those of a real
 * scenario. Baseline and "now" are drawn independently: the worst case, in which a change of behaviour has left the pairs
 * nothing in common.
 */
class GateRatesTest {
    private static final int CHECKS = 1_000;
    private static final Path POOL = Path.of("results", "baselines", "ring-cut.json");
    private static final int FIRST = 5;
    private static final int CAP = 320;

    private final Baseline pool = BaselineFile.read(POOL);

    @Test
    void failsUnchangedCodeNoMoreOftenThanStated() {
        Map<Outcome, Integer> outcomes = simulate(1, "unchanged");

        assertThat(outcomes.getOrDefault(Outcome.FAILED, 0))
                .as("failures in %d checks; replay: fast test GateRatesTest", CHECKS)
                .isLessThanOrEqualTo((int) (CHECKS * LookPlan.STANDARD_ERROR_RATE));
    }

    @Test
    void catchesTenPerCentSlowerConvergenceNineTimesOutOfTen() {
        Map<Outcome, Integer> outcomes = simulate(1.1, "slower");

        assertThat(outcomes.getOrDefault(Outcome.FAILED, 0))
                .as("failures in %d checks; replay: fast test GateRatesTest", CHECKS)
                .isGreaterThanOrEqualTo(CHECKS * 9 / 10);
        assertThat(outcomes.getOrDefault(Outcome.PASSED, 0))
                .as("passes in spite of it")
                .isLessThanOrEqualTo((int) (CHECKS * LookPlan.STANDARD_ERROR_RATE));
    }

    /** No simulation: the scenario itself with its gossip a tenth slower, on the draws of the baseline. */
    @Test
    void catchesARealSlowdownWithFewPairs() throws Exception {
        Path file = Path.of("scenarios", "ring-cut.yaml");
        LoadedScenario slower = ScenarioLoader.load(file, List.of("routing.source-routing.interval=1100ms"));
        RegressionCheck.Replications now = (from, to) -> {
            Experiment experiment = new Experiment(slower.scenario(), slower.topology(), from, to);
            return Baseline.of(SavedResults.of(experiment.run(1, run -> {}), pool.scenarioHash()));
        };

        CheckReport report = RegressionCheck.compare(pool, now.run(0, FIRST), now, Tolerances.standard(), CAP);

        assertThat(report.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(report.render()).containsPattern("WORSE +convergence_[a-z]+_s");
    }

    private Map<Outcome, Integer> simulate(double slowdown, String purpose) {
        RandomStream random = new RandomStream(Keys.of(20261122, purpose));
        Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
        for (int check = 0; check < CHECKS; check++) {
            Baseline before = drawn(random, 1);
            Baseline now = drawn(random, slowdown);
            CheckReport report =
                    RegressionCheck.compare(before, now.first(FIRST), now::between, Tolerances.standard(), CAP);
            outcomes.merge(report.outcome(), 1, Integer::sum);
        }
        return outcomes;
    }

    private Baseline drawn(RandomStream random, double slowdown) {
        int size = pool.replications();
        List<List<Run>> runs = new ArrayList<>();
        pool.protocols().forEach(protocol -> runs.add(new ArrayList<>()));
        for (int r = 0; r < CAP; r++) {
            int from = random.nextInt(size);
            for (int p = 0; p < runs.size(); p++) {
                Run run = pool.protocols().get(p).runs().get(from);
                double[] values = run.values().clone();
                if (p == 0) {
                    values[Metric.CONVERGENCE_VIEW_S.ordinal()] *= slowdown;
                    values[Metric.CONVERGENCE_REACH_S.ordinal()] *= slowdown;
                    values[Metric.CONVERGENCE_OPTIMAL_S.ordinal()] *= slowdown;
                }
                runs.get(p).add(new Run(r, run.verdict(), run.fingerprint(), values));
            }
        }
        List<ProtocolBaseline> protocols = new ArrayList<>();
        for (int p = 0; p < runs.size(); p++) {
            protocols.add(new ProtocolBaseline(pool.protocols().get(p).protocol(), runs.get(p)));
        }
        return new Baseline(pool.scenario(), pool.scenarioHash(), protocols);
    }
}
