package hopscope.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hopscope.metrics.Measurements;
import hopscope.metrics.SteadyOutcome.Interval;
import hopscope.metrics.Verdict;
import hopscope.results.ExperimentResult;
import hopscope.results.Provenance;
import hopscope.results.ResultFolder;
import hopscope.results.ResultReader;
import hopscope.results.ResultWriter;
import hopscope.results.SteadyTable;
import hopscope.scenario.LoadedScenario;
import hopscope.scenario.Metric;
import hopscope.simulation.Runs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is measured once the warm-up is over, and what is measured of the whole run. */
class WarmUpTest {
    private static final String NETWORK = """
            name: t
            topology: {generate: ring, nodes: 9}
            links: {loss: 8%, latency: 40ms}
            protocols: [distance-vector-rip]
            traffic: [{from: each, to: any, rate: 3/s}]
            faults: [{at: 20s, link-down: [0, 1]}, {at: 70s, link-up: [0, 1]}]
            """;

    /** Counted over a time, so that the parts of a run add up. */
    private static final List<Metric> ADDITIVE = List.of(
            Metric.SENT,
            Metric.WINDOW_FULL,
            Metric.RETRANSMISSIONS,
            Metric.DUPLICATES_RECEIVED,
            Metric.CONTROL_FRAMES,
            Metric.CONTROL_BYTES,
            Metric.DATA_BYTES,
            Metric.LOOP_PAIR_SECONDS,
            Metric.BLACK_HOLE_PAIR_SECONDS,
            Metric.STALE_ROUTE_PAIR_SECONDS);

    @TempDir
    private Path folder;

    private static ExperimentResult run(String text, String... overrides) {
        LoadedScenario loaded = Runs.load(text, overrides);
        return new Experiment(loaded.scenario(), loaded.topology()).run(1, run -> {});
    }

    private static Measurements measure(String text, String... overrides) {
        return run(text, overrides).runs().get(0).measurements();
    }

    /** The course does not depend on what is measured, so the run that ends where the warm-up does is its first part. */
    @Test
    void measuresWhatTheWholeRunHasAndItsBeginningHasNot() {
        Measurements whole = measure(NETWORK, "duration=90s");
        Measurements beginning = measure(NETWORK, "duration=49999ms", "faults=[{at: 20s, link-down: [0, 1]}]");
        Measurements rest = measure(NETWORK, "duration=90s", "warm-up=49999ms");

        assertThat(rest.fingerprint()).isEqualTo(whole.fingerprint());
        for (Metric metric : ADDITIVE) {
            assertThat(rest.value(metric))
                    .as(metric.column())
                    .isCloseTo(whole.value(metric) - beginning.value(metric), within(1e-6));
        }
        assertThat(rest.value(Metric.SENT)).isPositive().isLessThan(whole.value(Metric.SENT));
        assertThat(rest.value(Metric.STALE_ROUTE_PAIR_SECONDS)).isNotNegative();
        assertThat(rest.value(Metric.CONTROL_BYTES_PER_NODE_PER_S))
                .isCloseTo(rest.value(Metric.CONTROL_BYTES) / (9 * 40.001), within(1e-9));
        for (Metric metric : List.of(
                Metric.CONVERGENCE_OPTIMAL_S,
                Metric.RECONVERGENCE_OPTIMAL_S,
                Metric.TABLE_ENTRIES_MEAN,
                Metric.HANDLED_DUPLICATES,
                Metric.EVENTS)) {
            assertThat(rest.value(metric)).as(metric.column()).isEqualTo(whole.value(metric));
        }
    }

    @Test
    void beginsWhenTheColdStartHasConverged() {
        Measurements run = measure(NETWORK, "duration=90s", "warm-up={until: converged}");

        double converged = run.value(Metric.CONVERGENCE_OPTIMAL_S);
        assertThat(run.steady().warmUpSeconds()).isBetween(converged, converged + 0.09);
        assertThat(run.steady().measuredSeconds() + run.steady().warmUpSeconds())
                .isCloseTo(90, within(1e-9));
    }

    @Test
    void hasNoValuesWhereTheWarmUpIsNeverOver() {
        Measurements run = measure(NETWORK, "duration=150ms", "faults=[]", "warm-up={until: converged}");

        assertThat(run.verdict()).isNotEqualTo(Verdict.CORRECT);
        assertThat(run.steady().warmUpSeconds()).isNaN();
        assertThat(run.value(Metric.SENT)).isNaN();
        assertThat(run.value(Metric.CONTROL_BYTES)).isNaN();
        assertThat(run.value(Metric.EVENTS)).isPositive();
        assertThat(run.hopCounts()).isEmpty();
    }

    /** A queue that overflows at the beginning only: four flows at once, then a slow one. */
    @Test
    void cutsOffTheMessagesThatWaitedInTheQueueOfTheBeginning() {
        String text = """
                name: t
                duration: 400s
                topology: {edges: [[a, b]]}
                links: {latency: 5ms, bandwidth: 40kbit/s, queue: 1000 frames}
                protocols: [source-routing]
                reliability: {timeout: 100s}
                traffic:
                  - {from: a, to: b, rate: 8/s, payload: 800B, stop: 20s}
                  - {from: a, to: b, rate: 2/s, payload: 200B}
                """;
        Measurements all = measure(text);
        Measurements settled = measure(text, "warm-up={until: mser-5}");

        assertThat(all.value(Metric.LATENCY_P95_MS)).isGreaterThan(4_000);
        assertThat(settled.steady().warmUpSeconds()).isBetween(20.0, 120.0);
        assertThat(settled.value(Metric.LATENCY_P95_MS)).isLessThan(500);
    }

    @Test
    void givesOneRunIntervalsOfItsOwn() {
        Measurements run = measure(NETWORK, "duration=900s", "faults=[]", "warm-up=60s", "batch-means=25");

        List<Interval> intervals = run.steady().intervals();
        assertThat(intervals)
                .extracting(Interval::quantity)
                .containsExactly(
                        "latency_mean_ms",
                        "hops_mean",
                        "stretch_mean",
                        "delivery_ratio",
                        "control_bytes_per_node_per_s");
        Interval hops = intervals.get(1);
        assertThat(hops.batches()).isEqualTo(25);
        assertThat(hops.batchSize()).isEqualTo((int) (run.value(Metric.DELIVERED) / 25));
        // A ring of nine has shortest paths of 1 to 4 links, each as often: 2.5 on average.
        assertThat(hops.mean()).isCloseTo(run.value(Metric.HOPS_MEAN), within(0.01));
        assertThat(Math.abs(hops.mean() - 2.5)).isLessThan(2 * hops.halfWidth());
        assertThat(hops.halfWidth()).isBetween(0.001, 0.1);
        assertThat(intervals.get(4).mean()).isCloseTo(run.value(Metric.CONTROL_BYTES_PER_NODE_PER_S), within(1.0));
    }

    @Test
    void writesARowForEachRunAndQuantityAndReadsTheFolderBack() throws IOException {
        ExperimentResult result = run(NETWORK, "duration=90s", "replications=2", "warm-up={until: converged}");
        Path out = folder.resolve("t");
        ResultWriter.write(result, Provenance.of("name: t\n", Instant.EPOCH), out, false);

        List<String> lines = Files.readAllLines(out.resolve(ResultFolder.STEADY));
        assertThat(lines).hasSize(1 + 2 * 5);
        assertThat(lines.get(0)).startsWith("protocol,replication,warm_up_s,measured_s,quantity,unit,batches,");
        assertThat(lines.get(6)).startsWith("distance-vector-rip,1,").contains(",latency_mean_ms,ms,20,");
        assertThat(ResultReader.read(out).runs()).hasSize(2);
        assertThat(SteadyTable.render(result)).startsWith("distance-vector-rip: measured after a warm-up of ");

        ResultWriter.write(run(NETWORK, "duration=90s"), Provenance.of("name: t\n", Instant.EPOCH), out, false);
        assertThat(out.resolve(ResultFolder.STEADY)).doesNotExist();
    }
}
