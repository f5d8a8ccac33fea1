package hopscope.check;

import static org.assertj.core.api.Assertions.assertThat;

import hopscope.check.Baseline.ProtocolBaseline;
import hopscope.check.Baseline.Run;
import hopscope.check.CheckReport.Outcome;
import hopscope.experiment.Experiment;
import hopscope.results.SavedResults;
import hopscope.scenario.LoadedScenario;
import hopscope.scenario.Metric;
import hopscope.simulation.Runs;
import java.nio.file.Path;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each of several faults is judged by itself: a repair that got slower does not hide behind a later one. */
class FaultsInTheGateTest {
    private static final int FIRST = 10;
    private static final int SAMPLES = 40;
    private static final Measure CUT = new Measure(Metric.RECONVERGENCE_OPTIMAL_S, 1);

    @TempDir
    private Path folder;

    private static Baseline before;

    @BeforeAll
    static void runIt() {
        LoadedScenario loaded = Runs.load("""
                name: t
                duration: 60s
                topology: {generate: ring, nodes: 7}
                protocols: [distance-vector-rip]
                faults: [{at: 20s, link-down: [0, 1]}, {at: 40s, link-up: [0, 1]}]
                """);
        Experiment experiment = new Experiment(loaded.scenario(), loaded.topology(), 0, SAMPLES);
        before = Baseline.of(SavedResults.of(experiment.run(2, run -> {}), "hash"));
    }

    /** The same runs with another value of what is judged of the first fault. */
    private static Baseline with(ToDoubleFunction<Run> value) {
        ProtocolBaseline only = before.protocols().get(0);
        List<Run> runs = only.runs().stream()
                .map(run -> {
                    double[] values = run.values().clone();
                    values[CUT.index()] = value.applyAsDouble(run);
                    return new Run(run.replication(), run.verdict(), "00000000deadbeef", values);
                })
                .toList();
        return new Baseline(before.scenario(), "hash", List.of(new ProtocolBaseline(only.protocol(), runs)));
    }

    private static CheckReport compare(Baseline old, Baseline now) {
        return RegressionCheck.compare(old, now.first(FIRST), now::between, Tolerances.standard(), SAMPLES);
    }

    @Test
    void hasValuesOfEveryFault() {
        ProtocolBaseline only = before.protocols().get(0);
        assertThat(before.faultCount()).isEqualTo(2);
        assertThat(only.samples(new Measure(Metric.RECONVERGENCE_OPTIMAL_S, 2)))
                .isEqualTo(only.samples(new Measure(Metric.RECONVERGENCE_OPTIMAL_S, 0)));
        assertThat(only.samples(CUT)).isNotEqualTo(only.samples(new Measure(Metric.RECONVERGENCE_OPTIMAL_S, 0)));
    }

    @Test
    void failsWhereOneFaultIsMendedMoreSlowly() {
        CheckReport report = compare(before, with(run -> run.values()[CUT.index()] * 1.2));

        assertThat(report.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(report.render()).containsPattern("WORSE +fault\\[1]\\.reconvergence_optimal_s ");
        assertThat(JunitReport.render(List.of(report)))
                .contains("<testcase classname=\"t.distance-vector-rip\" name=\"fault[1].reconvergence_optimal_s\">"
                        + "<failure ");
        assertThat(MarkdownSummary.render(List.of(report))).contains("`fault[1].reconvergence_optimal_s`");
    }

    @Test
    void failsWhereOneFaultIsNotMendedAnyMore() {
        assertThat(compare(before, with(run -> Double.NaN)).outcome()).isEqualTo(Outcome.FAILED);
    }

    @Test
    void passesWhereNothingChangedAndWhereItGotFaster() {
        assertThat(compare(before, before).isIdentical()).isTrue();
        assertThat(compare(before, with(run -> run.values()[CUT.index()] * 0.9)).outcome())
                .isEqualTo(Outcome.PASSED);
    }

    @Test
    void readsBackWhatItWroteAndTakesOlderFilesWithoutFaults() {
        Path file = BaselineFile.in(folder, "t");
        BaselineFile.write(before, file);
        assertThat(BaselineFile.read(file))
                .usingRecursiveComparison()
                .withComparatorForType(Double::compare, Double.class)
                .isEqualTo(before);

        String text = BaselineFile.render(before);
        int faults = text.indexOf(",\n      \"faults\"");
        String older = text.substring(0, faults) + "\n    }\n  }\n}\n";
        Baseline old = BaselineFile.parse(older, "older.json");
        assertThat(old.faultCount()).isZero();
        assertThat(compare(old, with(run -> run.values()[CUT.index()] * 2)).outcome())
                .as("what the baseline does not know is not judged")
                .isEqualTo(Outcome.PASSED);
    }
}
