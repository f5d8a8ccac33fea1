package hopscope.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import hopscope.results.RunRecord;
import hopscope.scenario.LoadedScenario;
import hopscope.scenario.Metric;
import hopscope.simulation.Runs;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Stop-and-wait over one lossy link: transmissions, losses and duplicates against the exact distribution. */
class RetransmissionTheoryTest {
    private static final int MESSAGES = 20_000;

    /** Mean and variance of a figure per message. */
    private record Moments(double mean, double variance) {}

    /** The exact course of one message: loss of a frame, transmissions at most. */
    private static final class Course {
        private final double loss;
        private final int limit;
        private double notDelivered;
        private double neverAcknowledged;
        private double transmissions;
        private double transmissionsSquared;
        private double duplicates;
        private double duplicatesSquared;

        Course(double loss, int retries) {
            this.loss = loss;
            this.limit = retries + 1;
            follow(0, 0, 1);
        }

        /** Sums over all courses from here on; there are at most 2^limit of them. */
        private void follow(int sent, int copies, double probability) {
            if (sent == limit) {
                neverAcknowledged += probability;
                end(sent, copies, probability);
                return;
            }
            follow(sent + 1, copies, probability * loss);
            follow(sent + 1, copies + 1, probability * (1 - loss) * loss);
            end(sent + 1, copies + 1, probability * (1 - loss) * (1 - loss));
        }

        private void end(int sent, int copies, double probability) {
            int extra = Math.max(0, copies - 1);
            notDelivered += copies == 0 ? probability : 0;
            transmissions += probability * sent;
            transmissionsSquared += probability * sent * sent;
            duplicates += probability * extra;
            duplicatesSquared += probability * extra * extra;
        }

        Moments retransmissions() {
            return new Moments(transmissions - 1, transmissionsSquared - transmissions * transmissions);
        }

        Moments duplicates() {
            return new Moments(duplicates, duplicatesSquared - duplicates * duplicates);
        }

        static Moments share(double probability) {
            return new Moments(probability, probability * (1 - probability));
        }
    }

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
            int retries = (int) setting[1];
            Course course = new Course(setting[0], retries);
            JsonNode row = row(setting[0], retries);
            assertThat(course.transmissions)
                    .isCloseTo(row.get("E_transmissions").asDouble(), within(1e-6));
            assertThat(course.neverAcknowledged)
                    .isCloseTo(row.get("P_ack_never").asDouble(), within(1e-8));
            assertThat(course.notDelivered).isCloseTo(row.get("P_not_delivered").asDouble(), within(1e-8));
            assertThat(course.duplicates)
                    .isCloseTo(row.get("E_duplicates_given_anything").asDouble(), within(1e-6));
        }
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
        Course course = new Course(lossPercent / 100.0, retries);
        for (RunRecord run : new Experiment(loaded.scenario(), loaded.topology())
                .run(1, done -> {})
                .runs()) {
            assertThat(run.measurements().value(Metric.SENT)).isEqualTo(MESSAGES);
            agrees(run, Metric.RETRANSMISSIONS, course.retransmissions());
            agrees(run, Metric.DUPLICATES_RECEIVED, course.duplicates());
            agrees(run, Metric.GIVEN_UP, Course.share(course.neverAcknowledged));
            agrees(run, Metric.DELIVERED, Course.share(1 - course.notDelivered));
            assertThat(run.measurements().value(Metric.HANDLED_DUPLICATES)).isZero();
        }
    }

    private static void agrees(RunRecord run, Metric metric, Moments expected) {
        double error = Math.sqrt(expected.variance * MESSAGES);
        // Rare events are counted in whole numbers: one more or less says nothing.
        assertThat(run.measurements().value(metric))
                .as("%s of %s", metric.column(), run.protocol())
                .isCloseTo(expected.mean * MESSAGES, within(4 * error + 1));
    }
}
