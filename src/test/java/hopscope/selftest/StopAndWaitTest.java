package hopscope.selftest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import hopscope.experiment.Experiment;
import hopscope.experiment.References;
import hopscope.results.RunRecord;
import hopscope.scenario.LoadedScenario;
import hopscope.scenario.Metric;
import hopscope.selftest.StopAndWait.Moments;
import hopscope.simulation.Runs;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Stop-and-wait over one lossy link: transmissions, losses and duplicates against the exact distribution. */
class StopAndWaitTest {
    private static final int MESSAGES = 20_000;

    private static JsonNode row(double loss, int retries) {
        for (JsonNode row : References.read("reference", "theory.json").get("arq")) {
            if (row.get("p_data").asDouble() == loss
                    && row.get("p_ack").asDouble() == loss
                    && row.get("retries").asInt() == retries) {
                return row;
            }
        }
        throw new AssertionError("no row for loss " + loss + " and " + retries + " retries");
    }

    @Test
    void hasTheMeansOfTheReference() {
        for (double[] setting : new double[][] {{0.1, 3}, {0.2, 5}, {0.05, 5}, {0.01, 3}, {0.5, 7}}) {
            agrees(new StopAndWait(setting[0], (int) setting[1]), row(setting[0], (int) setting[1]));
        }
        JsonNode paths = References.read("reference", "theory.json").get("arq_end_to_end_path");
        assertThat(paths).isNotEmpty();
        for (JsonNode path : paths) {
            agrees(
                    new StopAndWait(
                            path.get("p_data").asDouble(), path.get("retries").asInt()),
                    path);
        }
    }

    private static void agrees(StopAndWait theory, JsonNode row) {
        closeTo(theory.transmissions().mean(), row.get("E_transmissions"));
        closeTo(theory.givenUp().mean(), row.get("P_ack_never"));
        closeTo(theory.notDelivered().mean(), row.get("P_not_delivered"));
        closeTo(theory.duplicates().mean(), row.get("E_duplicates_given_anything"));
    }

    private static void closeTo(double figure, JsonNode expected) {
        assertThat(figure).isCloseTo(expected.asDouble(), within(1e-6));
    }

    @Test
    void matchesTheSimulationOfTenthsLost() {
        compare(10, 3);
    }

    @Test
    void matchesTheSimulationOfFifthsLost() {
        compare(20, 5);
    }

    @Test
    void matchesTheSimulationOfHalvesLost() {
        compare(50, 7);
    }

    private static void compare(int lossPercent, int retries) {
        LoadedScenario loaded = Runs.load(String.format(Locale.ROOT, """
                name: arq
                duration: 500s
                seed: 99
                topology: {edges: [[0, 1]]}
                links: {latency: 1ms, loss: %d%%}
                reliability: {window: 65536, timeout: 100ms, backoff: 1.5, retries: %d}
                traffic:
                  - {from: 0, to: 1, start: 200s, every: 10ms, count: %d}
                """, lossPercent, retries, MESSAGES));
        StopAndWait theory = new StopAndWait(lossPercent / 100.0, retries);
        for (RunRecord run : new Experiment(loaded.scenario(), loaded.topology())
                .run(1, done -> {})
                .runs()) {
            assertThat(run.measurements().value(Metric.SENT)).isEqualTo(MESSAGES);
            Moments sent = theory.transmissions();
            agrees(run, Metric.RETRANSMISSIONS, new Moments(sent.mean() - 1, sent.variance()));
            agrees(run, Metric.DUPLICATES_RECEIVED, theory.duplicates());
            agrees(run, Metric.GIVEN_UP, theory.givenUp());
            agrees(
                    run,
                    Metric.DELIVERED,
                    Moments.share(1 - theory.notDelivered().mean()));
            assertThat(run.measurements().value(Metric.HANDLED_DUPLICATES)).isZero();
        }
    }

    private static void agrees(RunRecord run, Metric metric, Moments expected) {
        double error = Math.sqrt(expected.variance() * MESSAGES);
        // Rare events are counted in whole numbers: one more or less says nothing.
        assertThat(run.measurements().value(metric))
                .as("%s of %s", metric.column(), run.protocol())
                .isCloseTo(expected.mean() * MESSAGES, within(4 * error + 1));
    }
}
