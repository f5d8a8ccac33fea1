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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
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

    private static final Path DOCUMENT = Path.of("src", "site", "markdown", "metrics.md");

    private static Baseline pool;
    private static Rate unchanged;
    private static Rate slower;
    private static Rate unchangedFaults;
    private static Rate slowerFault;
    private static final List<Rate> ALL = new ArrayList<>();

    /** How {@value #CHECKS} checks ended: a line of the table. */
    private record Rate(String runs, String now, int cap, Map<Outcome, Integer> outcomes) {
        int count(Outcome outcome) {
            return outcomes.getOrDefault(outcome, 0);
        }

        String line() {
            return "| `%s` | %s | %d | %d | %d | %d |"
                    .formatted(
                            runs, now, cap, count(Outcome.FAILED), count(Outcome.PASSED), count(Outcome.INCONCLUSIVE));
        }
    }

    @BeforeAll
    static void simulateAll() throws Exception {
        pool = BaselineFile.read(POOL);
        List<Measure> convergence = Stream.of(
                        Metric.CONVERGENCE_VIEW_S, Metric.CONVERGENCE_REACH_S, Metric.CONVERGENCE_OPTIMAL_S)
                .map(metric -> new Measure(metric, 0))
                .toList();
        unchanged = simulate(pool, CAP, List.of(), 1, "the same");
        slower = simulate(pool, CAP, convergence, 1.1, "one protocol converges 10 % more slowly");

        LoadedScenario loaded = ScenarioLoader.load(Path.of("scenarios", "six-nodes.yaml"), List.of());
        Experiment experiment = new Experiment(loaded.scenario(), loaded.topology(), 0, 200);
        Baseline faulty = Baseline.of(SavedResults.of(experiment.run(2, run -> {}), "hash"));
        assertThat(faulty.faultCount()).isEqualTo(2);
        List<Measure> first = List.of(new Measure(Metric.RECONVERGENCE_OPTIMAL_S, 1));
        unchangedFaults = simulate(faulty, 80, List.of(), 1, "the same");
        simulate(faulty, 40, first, 1.5, "one fault is mended 1.5 times as slowly");
        simulate(faulty, 160, first, 1.5, "one fault is mended 1.5 times as slowly");
        slowerFault = simulate(faulty, 80, first, 2, "one fault is mended twice as slowly");
    }

    @Test
    void failsUnchangedCodeNoMoreOftenThanStated() {
        int stated = (int) (CHECKS * LookPlan.STANDARD_ERROR_RATE);

        assertThat(unchanged.count(Outcome.FAILED)).as(unchanged.line()).isLessThanOrEqualTo(stated);
        assertThat(unchangedFaults.count(Outcome.FAILED))
                .as("every fault judged by itself: more tests, the same rate; " + unchangedFaults.line())
                .isLessThanOrEqualTo(stated);
    }

    @Test
    void catchesTenPerCentSlowerConvergenceNineTimesOutOfTen() {
        assertThat(slower.count(Outcome.FAILED)).as(slower.line()).isGreaterThanOrEqualTo(CHECKS * 9 / 10);
        assertThat(slower.count(Outcome.PASSED)).as("passes in spite of it").isLessThanOrEqualTo((int)
                (CHECKS * LookPlan.STANDARD_ERROR_RATE));
    }

    @Test
    void catchesAFaultThatIsMendedTwiceAsSlowlyNineTimesOutOfTen() {
        assertThat(slowerFault.count(Outcome.FAILED)).as(slowerFault.line()).isGreaterThanOrEqualTo(CHECKS * 9 / 10);
    }

    /** The seeds are fixed, so the counts are facts that the document states; who changes the gate states new ones. */
    @Test
    void hasTheRatesThatTheDocumentStates() throws Exception {
        String table = ALL.stream().map(Rate::line).collect(Collectors.joining("\n"));
        assertThat(Files.readString(DOCUMENT).contains("\n" + table + "\n\n"))
                .as("%s has this table of rates:\n%s", DOCUMENT, table)
                .isTrue();
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

    private static Rate simulate(Baseline pool, int cap, List<Measure> slowed, double slowdown, String now) {
        RandomStream random = new RandomStream(Keys.of(Keys.of(20261122, pool.scenario() + " " + now), cap));
        Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
        for (int check = 0; check < CHECKS; check++) {
            Baseline before = drawn(pool, cap, random, List.of(), 1);
            Baseline after = drawn(pool, cap, random, slowed, slowdown);
            CheckReport report =
                    RegressionCheck.compare(before, after.first(FIRST), after::between, Tolerances.standard(), cap);
            outcomes.merge(report.outcome(), 1, Integer::sum);
        }
        Rate rate = new Rate(pool.scenario(), now, cap, outcomes);
        ALL.add(rate);
        return rate;
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
