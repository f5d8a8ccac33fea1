package hopscope.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hopscope.check.CheckReport.Outcome;
import hopscope.metrics.Verdict;
import hopscope.results.ResultFolderException;
import hopscope.results.SampleResults;
import hopscope.results.SavedResults;
import hopscope.results.SavedRun;
import hopscope.results.ScenarioFacts;
import hopscope.scenario.Metric;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class RegressionCheckTest {
    private static final SavedResults RESULTS = new SampleResults().never(0.2).saved();

    @TempDir
    Path folder;

    @Test
    void readsBackTheBaselineItWrote() throws IOException {
        Path file = BaselineFile.in(folder, "sample");
        BaselineFile.write(Baseline.of(RESULTS), file);

        Baseline read = BaselineFile.read(file);

        assertThat(read)
                .usingRecursiveComparison()
                .withComparatorForType(Double::compare, Double.class)
                .isEqualTo(Baseline.of(RESULTS));
        assertThat(BaselineFile.render(read)).isEqualTo(Files.readString(file));
    }

    @Test
    void saysInOneLineThatNothingMoved() {
        CheckReport report = compare(RESULTS);

        assertThat(report.outcome()).isEqualTo(Outcome.PASSED);
        assertThat(report.render()).isEqualTo("sample: passed, behaviour and all metrics unchanged\n");
    }

    @Test
    void reportsChangedBehaviourAsAFact() {
        CheckReport report = compare(edited(run -> withFingerprint(run, "00000000deadbeef")));

        assertThat(report.outcome()).isEqualTo(Outcome.PASSED);
        assertThat(report.render()).contains("source-routing: behaviour changed, 10 of 10 fingerprints differ\n");
    }

    @Test
    void failsWhenAMetricGetsWorseBeyondItsTolerance() {
        CheckReport within = compare(scaled(Metric.LATENCY_P95_MS, 1.04));
        CheckReport worse = compare(scaled(Metric.LATENCY_P95_MS, 1.06));
        CheckReport better = compare(scaled(Metric.LATENCY_P95_MS, 0.9));

        assertThat(within.outcome()).isEqualTo(Outcome.PASSED);
        assertThat(movement(within, Metric.LATENCY_P95_MS)).isEqualTo(Movement.WITHIN_TOLERANCE);
        assertThat(worse.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(movement(worse, Metric.LATENCY_P95_MS)).isEqualTo(Movement.WORSE);
        assertThat(worse.render()).contains("WORSE             latency_p95_ms").contains("(+6.0 %)");
        assertThat(better.outcome()).isEqualTo(Outcome.PASSED);
        assertThat(movement(better, Metric.LATENCY_P95_MS)).isEqualTo(Movement.BETTER);
    }

    @Test
    void readsTheDirectionOfEachMetric() {
        assertThat(movement(compare(scaled(Metric.DELIVERY_RATIO, 0.9)), Metric.DELIVERY_RATIO))
                .isEqualTo(Movement.WORSE);
        CheckReport events = compare(scaled(Metric.EVENTS, 2));
        assertThat(movement(events, Metric.EVENTS)).isEqualTo(Movement.MOVED);
        assertThat(events.outcome()).isEqualTo(Outcome.PASSED);
    }

    @Test
    void toleratesNoHandledDuplicate() {
        CheckReport report =
                compare(edited(run -> run.replication() == 0 ? with(run, Metric.HANDLED_DUPLICATES, 1) : run));

        assertThat(movement(report, Metric.HANDLED_DUPLICATES)).isEqualTo(Movement.WORSE);
        assertThat(report.outcome()).isEqualTo(Outcome.FAILED);
    }

    @Test
    void toleratesTriflesNearZero() {
        CheckReport report = compare(edited(run -> run.replication() == 0 ? with(run, Metric.WINDOW_FULL, 5) : run));

        assertThat(movement(report, Metric.WINDOW_FULL)).isEqualTo(Movement.WITHIN_TOLERANCE);
    }

    @Test
    void takesNewRunsThatNeverConvergeForWorse() {
        CheckReport report = compare(
                edited(run -> run.replication() == 9 ? with(run, Metric.CONVERGENCE_OPTIMAL_S, Double.NaN) : run));

        assertThat(movement(report, Metric.CONVERGENCE_OPTIMAL_S)).isEqualTo(Movement.WORSE);
        assertThat(report.render()).contains("runs without a value 0 → 1 of 10");
    }

    @Test
    void takesALostVerdictForWorseAndAWonOneForBetter() {
        CheckReport lost = compare(edited(run -> withVerdict(run, Verdict.UNSETTLED)));
        CheckReport won = compare(edited(run -> withVerdict(run, Verdict.CORRECT)));

        assertThat(lost.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(lost.render()).contains("WORSE             verdict  replication 0: correct → unsettled");
        assertThat(won.outcome()).isEqualTo(Outcome.PASSED);
        assertThat(won.render()).contains("better            verdict  replication 0: stable-wrong → correct");
    }

    @Test
    void cannotJudgeWithoutAFittingBaseline() {
        CheckReport missing = RegressionCheck.compare(folder, RESULTS, Tolerances.standard());
        assertThat(missing.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
        assertThat(missing.render()).contains("no baseline at").contains("check --update");

        ScenarioFacts facts = RESULTS.scenario();
        ScenarioFacts changed = new ScenarioFacts(
                facts.name(),
                "another",
                facts.seed(),
                facts.durationSeconds(),
                facts.faultTimesSeconds(),
                facts.protocols());
        CheckReport stale = compare(new SavedResults(changed, RESULTS.runs(), RESULTS.hops()));
        assertThat(stale.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
        assertThat(stale.render()).contains("the scenario changed since the baseline");

        CheckReport fewer = compare(new SavedResults(facts, RESULTS.runs().subList(0, 15), RESULTS.hops()));
        assertThat(fewer.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
    }

    @Test
    void letsAFailureBeatTheInconclusive() {
        CheckReport passed = compare(RESULTS);
        CheckReport inconclusive = CheckReport.inconclusive("other", "nothing there");
        CheckReport failed = compare(scaled(Metric.LATENCY_P95_MS, 2));

        assertThat(CheckReport.exitStatus(List.of(passed))).isZero();
        assertThat(CheckReport.exitStatus(List.of(passed, inconclusive))).isEqualTo(3);
        assertThat(CheckReport.exitStatus(List.of(failed, inconclusive, passed)))
                .isEqualTo(1);
        assertThat(CheckReport.exitStatus(List.of())).isEqualTo(3);
    }

    @Test
    void refusesADamagedBaseline() throws IOException {
        Path file = BaselineFile.in(folder, "sample");
        Files.writeString(
                file, BaselineFile.render(Baseline.of(RESULTS)).replace("\"fingerprints\"", "\"footprints\""));

        assertThatThrownBy(() -> RegressionCheck.compare(folder, RESULTS, Tolerances.standard()))
                .isInstanceOf(ResultFolderException.class)
                .hasMessageContaining("sample.json")
                .hasMessageContaining("'fingerprints' is missing");
        Files.writeString(file, "{");
        assertThatThrownBy(() -> BaselineFile.read(file)).hasMessageContaining("sample.json:1:");
    }

    @Test
    void writesXmlThatParsesAndCounts() throws Exception {
        CheckReport failed = compare(scaled(Metric.LATENCY_P95_MS, 2));
        CheckReport odd = CheckReport.inconclusive("a<b>&\"c\"", "control \u0001 character");
        Path file = folder.resolve("junit.xml");
        JunitReport.write(List.of(failed, odd), file);

        Document xml = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(Files.readString(file))));

        Element suite = (Element) xml.getElementsByTagName("testsuite").item(0);
        int cases = suite.getElementsByTagName("testcase").getLength();
        assertThat(suite.getAttribute("tests")).isEqualTo(Integer.toString(cases));
        assertThat(suite.getAttribute("failures"))
                .isEqualTo(
                        Integer.toString(suite.getElementsByTagName("failure").getLength()))
                .isEqualTo("2");
        Element second = (Element) xml.getElementsByTagName("testsuite").item(1);
        assertThat(second.getAttribute("name")).isEqualTo("a<b>&\"c\"");
        assertThat(second.getAttribute("skipped")).isEqualTo("1");
        assertThat(second.getTextContent()).contains("control \uFFFD character");
    }

    @Test
    void reportsTheSameInEveryLocale() {
        String here = compare(scaled(Metric.LATENCY_P95_MS, 2)).render() + BaselineFile.render(Baseline.of(RESULTS));
        Locale locale = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(compare(scaled(Metric.LATENCY_P95_MS, 2)).render() + BaselineFile.render(Baseline.of(RESULTS)))
                    .isEqualTo(here);
        } finally {
            Locale.setDefault(locale);
        }
    }

    private static CheckReport compare(SavedResults results) {
        return RegressionCheck.compare(Baseline.of(RESULTS), results, Tolerances.standard());
    }

    private static Movement movement(CheckReport report, Metric metric) {
        return report.protocols().stream()
                .filter(protocol -> protocol.protocol().equals("source-routing"))
                .flatMap(protocol -> protocol.changes().stream())
                .filter(change -> change.metric() == metric)
                .findFirst()
                .orElseThrow()
                .movement();
    }

    private static SavedResults edited(UnaryOperator<SavedRun> edit) {
        return new SavedResults(
                RESULTS.scenario(), RESULTS.runs().stream().map(edit).toList(), RESULTS.hops());
    }

    private static SavedResults scaled(Metric metric, double factor) {
        return edited(run -> with(run, metric, run.value(metric) * factor));
    }

    private static SavedRun with(SavedRun run, Metric metric, double value) {
        double[] values = run.values().clone();
        values[metric.ordinal()] = value;
        return copy(run, run.verdict(), values, run.fingerprint());
    }

    private static SavedRun withVerdict(SavedRun run, Verdict verdict) {
        return copy(run, verdict, run.values(), run.fingerprint());
    }

    private static SavedRun withFingerprint(SavedRun run, String fingerprint) {
        return copy(run, run.verdict(), run.values(), fingerprint);
    }

    private static SavedRun copy(SavedRun run, Verdict verdict, double[] values, String fingerprint) {
        return new SavedRun(
                run.protocol(),
                run.replication(),
                run.seed(),
                verdict,
                values,
                run.series(),
                run.faults(),
                fingerprint);
    }
}
