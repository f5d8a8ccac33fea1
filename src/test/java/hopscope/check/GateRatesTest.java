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
import java.util.stream.Stream;
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

    /** Of the checks with faults: what is not decided with so many is not needed for the rates. */
    private static final int FAULTS_CAP = 80;

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

    /** With every fault judged by itself there are more tests; the stated rate is over all of them. */
    @Test
    void keepsItsRatesWhereEveryFaultIsJudgedByItself() throws Exception {
        LoadedScenario loaded = ScenarioLoader.load(Path.of("scenarios", "six-nodes.yaml"), List.of());
        Experiment experiment = new Experiment(loaded.scenario(), loaded.topology(), 0, 200);
        Baseline runs = Baseline.of(SavedResults.of(experiment.run(2, run -> {}), "hash"));
        assertThat(runs.faultCount()).isEqualTo(2);
        Measure first = new Measure(Metric.RECONVERGENCE_OPTIMAL_S, 1);

        Map<Outcome, Integer> unchanged = simulate(runs, FAULTS_CAP, List.of(), 1, "unchanged faults");
        Map<Outcome, Integer> slower = simulate(runs, FAULTS_CAP, List.of(first), 2, "slower fault");

        assertThat(unchanged.getOrDefault(Outcome.FAILED, 0))
                .as("failures in %d checks, unchanged: %s", CHECKS, unchanged)
                .isLessThanOrEqualTo((int) (CHECKS * LookPlan.STANDARD_ERROR_RATE));
        assertThat(slower.getOrDefault(Outcome.FAILED, 0))
                .as("failures in %d checks, one fault mended twice as slowly: %s", CHECKS, slower)
                .isGreaterThanOrEqualTo(CHECKS * 9 / 10);
    }

    private Map<Outcome, Integer> simulate(double slowdown, String purpose) {
        List<Measure> slowed = Stream.of(
                        Metric.CONVERGENCE_VIEW_S, Metric.CONVERGENCE_REACH_S, Metric.CONVERGENCE_OPTIMAL_S)
                .map(metric -> new Measure(metric, 0))
                .toList();
        return simulate(pool, CAP, slowed, slowdown, purpose);
    }

    private static Map<Outcome, Integer> simulate(
            Baseline pool, int cap, List<Measure> slowed, double slowdown, String purpose) {
        RandomStream random = new RandomStream(Keys.of(20261122, purpose));
        Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
        for (int check = 0; check < CHECKS; check++) {
            Baseline before = drawn(pool, cap, random, List.of(), 1);
            Baseline now = drawn(pool, cap, random, slowed, slowdown);
            CheckReport report =
                    RegressionCheck.compare(before, now.first(FIRST), now::between, Tolerances.standard(), cap);
            outcomes.merge(report.outcome(), 1, Integer::sum);
        }
        return outcomes;
    }

    private static Baseline drawn(Baseline pool, int cap, RandomStream random, List<Measure> slowed, double slowdown) {
        int size = pool.replications();
        List<List<Run>> runs = new ArrayList<>();
        pool.protocols().forEach(protocol -> runs.add(new ArrayList<>()));
        for (int r = 0; r < cap; r++) {
            int from = random.nextInt(size);
            for (int p = 0; p < runs.size(); p++) {
                Run run = pool.protocols().get(p).runs().get(from);
                double[] values = run.values().clone();
                if (p == 0) {
                    slowed.forEach(measure -> values[measure.index()] *= slowdown);
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
