package hopscope.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hopscope.metrics.RunMetrics;
import hopscope.protocol.wire.FrameError;
import hopscope.scenario.LoadedScenario;
import hopscope.scenario.Metric;
import hopscope.scenario.Protocol;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whole runs over links that do everything that links can do. */
class ImpairedRunsTest {
    private static final String TEXT = """
            name: impaired
            duration: 40s
            topology: {generate: torus, rows: 3, columns: 3}
            links:
              latency: {distribution: gamma, min: 2ms, mean: 5ms, sd: 4ms, correlation: 40%}
              jitter: {sd: 1ms, correlation: 20%}
              loss: {mean: 3%, burst: 2}
              duplicate: 3%
              reorder: 5%
              corrupt: 4%
              bandwidth: 2Mbit/s
              queue: 30 frames
              mtu: 300B
              classes:
                - {name: slow, match: {touching: "4"}, bandwidth: 200kbit/s, queue: 2kB}
            reliability: {timeout: 300ms}
            traffic:
              - {from: any, to: any, rate: 60/s, start: 8s, stop: 34s, payload: 400B}
            """;

    private static final class Nodes extends QuietObserver {
        private NetworkView network;

        @Override
        public void begin(NetworkView view) {
            network = view;
        }

        private long malformed() {
            long sum = 0;
            for (int node = 0; node < network.topology().nodeCount(); node++) {
                for (FrameError cause : FrameError.values()) {
                    sum += network.counters(node).malformed(cause);
                }
            }
            return sum;
        }
    }

    @Test
    void takeTheSameCourseWhetherFramesAreEncodedOrNot() {
        for (Protocol protocol : Protocol.values()) {
            long byReference = Runs.fingerprint(Runs.load(TEXT), protocol, 7);
            assertThat(Runs.fingerprint(Runs.load(TEXT, "wire=encoded"), protocol, 7))
                    .isEqualTo(byReference);
            assertThat(Runs.fingerprint(Runs.load(TEXT, "links.corrupt=0%"), protocol, 7))
                    .isNotEqualTo(byReference);
        }
    }

    @Test
    void countDamagedFramesAtTheirReceivers() {
        Nodes nodes = new Nodes();
        Simulation simulation = Runs.run(Runs.load(TEXT), Protocol.DISTANCE_VECTOR, 7, nodes);
        long damaged = simulation.linkFigures().stream()
                .mapToLong(LinkFigures::damaged)
                .sum();
        assertThat(damaged).isGreaterThan(50);
        // Some arrive twice, and those on their way at the end not at all.
        assertThat(nodes.malformed()).isCloseTo(damaged, within(damaged / 8 + 10));
        assertThat(nodes.malformed()).isNotZero();
    }

    @Test
    void deliverAlmostEverythingOnce() {
        LoadedScenario loaded = Runs.load(TEXT);
        for (Protocol protocol : Protocol.values()) {
            RunMetrics metrics = new RunMetrics(loaded.scenario());
            Simulation simulation = Runs.run(loaded, protocol, 3, metrics);
            var measured = metrics.measurements(simulation);
            assertThat(measured.value(Metric.DELIVERY_RATIO)).isGreaterThan(0.99);
            assertThat(measured.value(Metric.HANDLED_DUPLICATES)).isZero();
            assertThat(measured.links()).hasSize(2);
        }
    }

    /** The default class has plenty of bandwidth: measured is what was asked for, plus waiting and transmission. */
    @Test
    void showWhatWasConfiguredBesideWhatWasMeasured() {
        LoadedScenario loaded =
                Runs.load(TEXT, "links.mtu=0B", "links.bandwidth=unlimited", "links.classes.0.bandwidth=15kbit/s");
        Simulation simulation = Runs.run(loaded, Protocol.SOURCE_ROUTING, 3, new QuietObserver());
        List<LinkFigures> figures = simulation.linkFigures();
        assertThat(figures).extracting(LinkFigures::className).containsExactly("slow", "default");
        LinkFigures wide = figures.get(1);
        assertThat(wide.directions()).isEqualTo(28);
        assertThat(wide.configuredLoss()).isCloseTo(0.03, within(1e-9));
        assertThat(wide.measuredLoss()).isCloseTo(0.03, within(0.01));
        assertThat(wide.configuredMeanMs()).isCloseTo(7, within(0.05));
        assertThat(wide.measuredMeanMs()).isCloseTo(7, within(0.4));
        assertThat(wide.measuredP50Ms()).isCloseTo(wide.configuredP50Ms(), within(0.4));
        assertThat(wide.measuredP95Ms()).isCloseTo(wide.configuredP95Ms(), within(1.0));
        assertThat(wide.dropped()).isZero();
        assertThat(wide.queueMeanMs()).isNaN();
        LinkFigures slow = figures.get(0);
        assertThat(slow.dropped()).isPositive();
        assertThat(slow.queueMeanMs()).isPositive();
        assertThat(slow.queueMaxMs()).isLessThan(5_000 * 8 / 15.0);
        assertThat(slow.measuredMeanMs()).isGreaterThan(slow.configuredMeanMs() + slow.queueMeanMs());
    }

    @Test
    void measureAConstantLatencyExactly() {
        LoadedScenario loaded = Runs.load("""
                name: plain
                duration: 20s
                topology: {edges: [[0, 1, 3ms], [1, 2]]}
                links: {latency: 10ms, classes: [{name: own, match: {links: [[0, 1]]}}]}
                """);
        List<LinkFigures> figures = Runs.run(loaded, Protocol.DISTANCE_VECTOR, 3, new QuietObserver())
                .linkFigures();
        for (LinkFigures links : figures) {
            double expected = links.className().equals("own") ? 3 : 10;
            assertThat(links.frames()).isPositive();
            assertThat(List.of(
                            links.configuredMeanMs(),
                            links.measuredMeanMs(),
                            links.configuredP50Ms(),
                            links.measuredP50Ms(),
                            links.configuredP95Ms(),
                            links.measuredP95Ms()))
                    .containsOnly(expected);
        }
    }
}
