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
    private static final SavedResults RESULTS =
            new SampleResults().never(0.2).replications(40).saved();

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
        assertThat(report.behaviourChanged()).isTrue();
        assertThat(report.render())
                .startsWith("sample: passed after 10 of at most 40 replications\n")
                .contains("source-routing: behaviour changed, 10 of 10 fingerprints differ\n");
    }

    @Test
    void failsOnlyWhenAMetricIsProvenWorseThanItsMargin() {
        CheckReport within = compare(scaled(Metric.LATENCY_P95_MS, 1.02));
        CheckReport worse = compare(scaled(Metric.LATENCY_P95_MS, 1.08));
        CheckReport better = compare(scaled(Metric.LATENCY_P95_MS, 0.9));

        assertThat(within.outcome()).isEqualTo(Outcome.PASSED);
        assertThat(decision(within, Metric.LATENCY_P95_MS)).isEqualTo(Decision.NO_WORSE);
        assertThat(worse.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(decision(worse, Metric.LATENCY_P95_MS)).isEqualTo(Decision.WORSE);
        assertThat(worse.render())
                .contains("WORSE         latency_p95_ms")
                .contains("worse by 8.0 % (7.7 to 8.3), margin ");
        assertThat(better.outcome()).isEqualTo(Outcome.PASSED);
        assertThat(better.render())
                .containsPattern(
                        "better +latency_p95_ms .* ms, better by 10\\.0 % \\([0-9.]+ to [0-9.]+\\), margin [0-9.]+ %");
        assertThat(decision(better, Metric.LATENCY_P95_MS)).isEqualTo(Decision.BETTER);
    }

    @Test
    void addsReplicationsUntilItIsDecided() {
        // One run in two takes four times as long: among ten that may be chance, among twenty it is not.
        CheckReport noisy = compare(edited(run -> run.replication() % 2 == 0
                ? run
                : with(run, Metric.LATENCY_P50_MS, run.value(Metric.LATENCY_P50_MS) * 4)));

        assertThat(noisy.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(noisy.replications()).isEqualTo(20);
        assertThat(noisy.cap()).isEqualTo(40);
    }

    @Test
    void saysWhatItWouldTakeWhereItCannotDecide() {
        CheckReport open = compare(edited(run -> with(
                run,
                Metric.LATENCY_P50_MS,
                run.value(Metric.LATENCY_P50_MS) * (run.replication() % 2 == 0 ? 0.75 : 1.25))));

        assertThat(open.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
        assertThat(open.replications()).isEqualTo(40);
        assertThat(decision(open, Metric.LATENCY_P50_MS)).isEqualTo(Decision.INCONCLUSIVE);
        assertThat(open.render())
                .containsPattern("inconclusive +latency_p50_ms .*about \\d+ replications would decide");
    }

    @Test
    void looksNoFurtherThanTheCap() {
        Baseline now = Baseline.of(scaled(Metric.LATENCY_P95_MS, 1.049));
        CheckReport report =
                RegressionCheck.compare(Baseline.of(RESULTS), now.first(10), now::between, Tolerances.standard(), 15);

        assertThat(report.replications()).isEqualTo(15);
        assertThat(report.cap()).isEqualTo(15);
    }

    @Test
    void readsTheDirectionOfEachMetric() {
        assertThat(decision(compare(scaled(Metric.DELIVERY_RATIO, 0.9)), Metric.DELIVERY_RATIO))
                .isEqualTo(Decision.WORSE);
        CheckReport events = compare(scaled(Metric.EVENTS, 2));
        assertThat(decision(events, Metric.EVENTS)).isEqualTo(Decision.MOVED);
        assertThat(events.outcome()).isEqualTo(Outcome.PASSED);
    }

    @Test
    void takesOneHandledDuplicateForABrokenPromise() {
        CheckReport report =
                compare(edited(run -> run.replication() == 0 ? with(run, Metric.HANDLED_DUPLICATES, 1) : run));

        assertThat(decision(report, Metric.HANDLED_DUPLICATES)).isEqualTo(Decision.WORSE);
        assertThat(report.outcome()).isEqualTo(Outcome.FAILED);
    }

    @Test
    void toleratesTriflesNearZero() {
        CheckReport report = compare(edited(run -> run.replication() == 0 ? with(run, Metric.WINDOW_FULL, 1) : run));

        assertThat(decision(report, Metric.WINDOW_FULL)).isEqualTo(Decision.NO_WORSE);
    }

    @Test
    void takesRunsThatNeverConvergeAnyMoreForWorseAsSoonAsTheyAreNoChance() {
        CheckReport one = compare(
                edited(run -> run.replication() == 9 ? with(run, Metric.CONVERGENCE_OPTIMAL_S, Double.NaN) : run));
        CheckReport half = compare(
                edited(run -> run.replication() % 2 == 1 ? with(run, Metric.CONVERGENCE_OPTIMAL_S, Double.NaN) : run));

        assertThat(one.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
        assertThat(one.render())
                .contains("runs without a value 0 → 1 of 40", "though not yet often enough to prove it");
        assertThat(half.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(decision(half, Metric.CONVERGENCE_OPTIMAL_S)).isEqualTo(Decision.WORSE);
    }

    @Test
    void takesLostVerdictsForWorseAsSoonAsTheyAreNoChance() {
        CheckReport lost = compare(edited(run -> withVerdict(run, Verdict.UNSETTLED)));
        CheckReport one = compare(edited(run -> run.replication() == 39 ? withVerdict(run, Verdict.UNSETTLED) : run));
        CheckReport won = compare(edited(run -> withVerdict(run, Verdict.CORRECT)));

        assertThat(lost.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(lost.render()).contains("WORSE         verdict  replication 0: correct → unsettled");
        assertThat(one.outcome())
                .as("beyond the first look, which is identical")
                .isEqualTo(Outcome.PASSED);
        assertThat(won.outcome()).isEqualTo(Outcome.PASSED);
    }

    @Test
    void leavesASingleLostVerdictOpen() {
        CheckReport one = compare(edited(run -> run.replication() == 3 ? withVerdict(run, Verdict.UNSETTLED) : run));

        assertThat(one.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
        assertThat(one.render()).contains("inconclusive  verdict  replication 3: correct → unsettled");
    }

    @Test
    void cannotJudgeWithoutAFittingBaseline() {
        CheckReport missing = compareIn(folder);
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

        Baseline now = Baseline.of(RESULTS);
        CheckReport fewer =
                RegressionCheck.compare(now.first(5), now.first(10), now::between, Tolerances.standard(), 40);
        assertThat(fewer.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
        assertThat(fewer.render()).contains("fewer replications");
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

        assertThatThrownBy(() -> compareIn(folder))
                .isInstanceOf(ResultFolderException.class)
                .hasMessageContaining("sample.json")
                .hasMessageContaining("'fingerprints' is missing");
        Files.writeString(file, BaselineFile.render(Baseline.of(RESULTS)).replace("\"version\": 2,", ""));
        assertThatThrownBy(() -> BaselineFile.read(file))
                .hasMessageContaining("is a baseline of version 1, expected 2; 'hopscope check --update SCENARIO'");
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
    void annotatesWhatIsWorseForGithub() {
        CheckReport failed = compare(scaled(Metric.LATENCY_P95_MS, 2));
        String text = GithubAnnotations.render(failed, "scenarios/a,b.yaml");

        assertThat(text.lines())
                .anyMatch(line -> line.startsWith("::error file=scenarios/a%2Cb.yaml,title=hopscope check%3A sample::"
                        + "source-routing latency_p95_ms: WORSE, "))
                .allMatch(line -> line.startsWith("::"));
        assertThat(text).contains("worse by 100.0 %25 ");
        assertThat(GithubAnnotations.render(compare(RESULTS), "x.yaml")).isEmpty();
    }

    @Test
    void sumsUpInMarkdown() {
        CheckReport failed = compare(scaled(Metric.LATENCY_P95_MS, 2));
        CheckReport odd = CheckReport.inconclusive("a|b", "no baseline");
        String text = MarkdownSummary.render(List.of(compare(RESULTS), failed, odd));

        assertThat(text)
                .contains("| sample | passed | unchanged | 10 | 0 | 0 |\n")
                .contains("| sample | **failed** | unchanged | 10 | 2 | 0 |\n")
                .contains("| a\\|b | **inconclusive** | no baseline | 0 | 0 | 0 |\n")
                .doesNotContain("### a\\|b")
                .contains("| source-routing | `latency_p95_ms` | **WORSE** | ");
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
        Baseline now = Baseline.of(results);
        return RegressionCheck.compare(
                Baseline.of(RESULTS), now.first(10), now::between, Tolerances.standard(), Integer.MAX_VALUE);
    }

    private static CheckReport compareIn(Path folder) {
        Baseline now = Baseline.of(RESULTS);
        return RegressionCheck.compare(folder, now.first(10), now::between, Tolerances.standard(), Integer.MAX_VALUE);
    }

    private static Decision decision(CheckReport report, Metric metric) {
        return report.protocols().stream()
                .filter(protocol -> protocol.protocol().equals("source-routing"))
                .flatMap(protocol -> protocol.metrics().stream())
                .filter(change -> change.metric() == metric)
                .findFirst()
                .orElseThrow()
                .decision();
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
