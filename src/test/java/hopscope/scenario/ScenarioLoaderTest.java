package hopscope.scenario;

import static hopscope.scenario.Scenarios.SMALL;
import static hopscope.scenario.Scenarios.load;
import static hopscope.scenario.Scenarios.problems;
import static hopscope.scenario.Scenarios.warnings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import hopscope.document.Problem;
import hopscope.topology.Topology;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScenarioLoaderTest {
    @TempDir
    Path folder;

    @Test
    void fillsEveryDefault() throws Exception {
        Scenario scenario = load(SMALL).scenario();
        assertThat(scenario.seed()).isEqualTo(1);
        assertThat(scenario.replications()).isEqualTo(1);
        assertThat(scenario.protocols())
                .containsExactly(
                        ProtocolSpec.of(Protocol.SOURCE_ROUTING, RoutingSpec.DEFAULT),
                        ProtocolSpec.of(Protocol.DISTANCE_VECTOR, RoutingSpec.DEFAULT));
        assertThat(scenario.links()).isEqualTo(new LinksSpec(null, null));
        assertThat(scenario.settle()).isEqualTo(new TimeSpan(10_000_000_000L));
        assertThat(scenario.traffic()).isEmpty();
        assertThat(scenario.wire()).isEqualTo(WireMode.REFERENCE);
    }

    @Test
    void readsEverySection() throws Exception {
        LoadedScenario loaded = load(SMALL + """
                links: {latency: {distribution: normal, mean: 10ms, sd: 1.5ms}, loss: 0.05%}
                routing: {hop-limit: 9, source-routing: {interval: 250ms, fanout: 2, metric: latency}}
                reliability: {window: 3, timeout: 2min, backoff: 1.5, retries: 0, retain: 1h, jitter: 0%}
                traffic:
                  - {from: any, to: [1, 2], rate: 300/min, payload: 4KiB, stop: 1min}
                  - {from: each, to: 3, count: 1, start: 1s, payload: [0, 255]}
                """);
        Scenario scenario = loaded.scenario();
        assertThat(scenario.links().latency().sd()).isEqualTo(new TimeSpan(1_500_000));
        assertThat(scenario.links().loss()).isEqualTo(LossSpec.independent(new Share(500)));
        assertThat(scenario.routing().sourceRouting().metric()).isEqualTo(RoutingSpec.PathMetric.LATENCY);
        assertThat(scenario.reliability().timeout()).isEqualTo(new TimeSpan(120_000_000_000L));
        assertThat(scenario.traffic().get(0).rate()).isEqualTo(new Rate(5));
        assertThat(scenario.traffic().get(0).payload()).isEqualTo(new Payload(4096, null));
        assertThat(scenario.traffic().get(1).payload().toBytes()).containsExactly(0, -1);
        assertThat(loaded.warnings()).isEmpty();
    }

    @Test
    void keepsEveryDigitOfUnquotedNumbers() throws Exception {
        assertThat(load(SMALL, "seed=-9223372036854775808").scenario().seed()).isEqualTo(Long.MIN_VALUE);
        String edges = "name: t\nduration: 1s\ntopology: {edges: [[007, 1.10], [1.10, 1_0]]}\n";
        assertThat(load(edges).topology().names()).containsExactly("007", "1.10", "1_0");
    }

    @Test
    void readsAShareBetweenTheUnitsOfBinaryFractionsExactly() throws Exception {
        assertThat(load(SMALL, "links.loss=0.0001%").scenario().links().loss())
                .isEqualTo(LossSpec.independent(new Share(1)));
        assertThat(load(SMALL, "links.loss=29.57%").scenario().links().loss())
                .isEqualTo(LossSpec.independent(new Share(295_700)));
        assertThat(load(SMALL, "links.loss=100%").scenario().links().loss())
                .isEqualTo(LossSpec.independent(new Share(1_000_000)));
    }

    @Test
    void sortsNumericNodesByNumberAndOthersByAppearance() throws Exception {
        Topology numbers = load("name: t\nduration: 1s\ntopology: {edges: [[10, 2], [2, 1]]}")
                .topology();
        assertThat(numbers.names()).containsExactly("1", "2", "10");
        Topology words = load("name: t\nduration: 1s\ntopology: {edges: [[b, a], [a, 1, 12ms]]}")
                .topology();
        assertThat(words.names()).containsExactly("b", "a", "1");
        assertThat(words.latencyNanos(words.linkBetween(1, 2))).isEqualTo(12_000_000);
        assertThat(words.latencyNanos(words.linkBetween(0, 1))).isEqualTo(Topology.NO_LATENCY);
    }

    @Test
    void drawsTheNetworkFromTheSeedOfTheScenarioOrItsOwn() throws Exception {
        String text = "name: t\nduration: 1s\ntopology: {generate: barabasi-albert, nodes: 50, attach: 2}\n";
        assertThat(links(load(text))).isEqualTo(links(load(text)));
        assertThat(links(load(text, "seed=2"))).isNotEqualTo(links(load(text)));
        assertThat(links(load(text, "seed=2", "topology.seed=1"))).isEqualTo(links(load(text)));
    }

    private static String links(LoadedScenario loaded) {
        StringBuilder links = new StringBuilder();
        for (int link = 0; link < loaded.topology().linkCount(); link++) {
            links.append(loaded.topology().endA(link))
                    .append('-')
                    .append(loaded.topology().endB(link))
                    .append(' ');
        }
        return links.toString();
    }

    @Test
    void keepsTheLargestComponentOrAll() throws Exception {
        String text = "name: t\nduration: 1s\ntopology: {edges: [[0, 1], [1, 2], [7, 8]]}\n";
        LoadedScenario largest = load(text, "topology.component=largest");
        assertThat(largest.topology().names()).containsExactly("0", "1", "2");
        assertThat(largest.warnings()).isEmpty();
        assertThat(load(text, "topology.component=keep").topology().nodeCount()).isEqualTo(5);
        assertThat(warnings(text, "topology.component=keep"))
                .singleElement()
                .asString()
                .contains("2 components")
                .contains("never meet");
        assertThat(problems(text + "faults: [{at: 0s, node-down: 8}]", "topology.component=largest"))
                .singleElement()
                .asString()
                .contains("node '8' is outside the largest component");
    }

    @Test
    void leavesFaultsInTheOrderWrittenSoThatTheirNumbersHold() throws Exception {
        Scenario scenario = load(SMALL + """
                faults:
                  - {at: 9s, node-down: 1}
                  - {at: 3s, node-down: 2}
                  - {at: 3s, node-up: 2}
                """).scenario();
        assertThat(scenario.faults())
                .extracting(fault -> fault.at().from().seconds())
                .containsExactly(9.0, 3.0, 3.0);
        assertThat(scenario.faults().get(1).nodeDown()).isEqualTo(new NodeRef("2"));
    }

    @Test
    void takesAnEmptySectionAsNotGiven() throws Exception {
        assertThat(load(SMALL + "faults:\ntraffic: # later\nlinks: ~\nseed: null\n")
                        .scenario())
                .isEqualTo(load(SMALL).scenario());
    }

    @Test
    void followsAliases() throws Exception {
        Scenario scenario = load(SMALL + """
                routing:
                  source-routing: &gossip {interval: 2s}
                  distance-vector: *gossip
                """).scenario();
        assertThat(scenario.routing().distanceVector().interval()).isEqualTo(new TimeSpan(2_000_000_000L));
    }

    @Test
    void laysTheSettingsOfAnEntryOverThoseUnderRouting() throws Exception {
        Scenario scenario = load(SMALL + """
                protocols:
                  - source-routing
                  - {name: dv-fast, use: distance-vector, interval: 200ms}
                  - {use: distance-vector, jitter: 0%}
                routing: {source-routing: {metric: latency}, distance-vector: {interval: 2s, fanout: 3}}
                """).scenario();
        assertThat(scenario.protocolNames()).containsExactly("source-routing", "dv-fast", "distance-vector");
        assertThat(scenario.protocols().get(0).settings().metric()).isEqualTo(RoutingSpec.PathMetric.LATENCY);
        assertThat(scenario.protocol("dv-fast").orElseThrow().settings())
                .isEqualTo(new RoutingSpec.DistanceVector(new TimeSpan(200_000_000L), 3, null));
        assertThat(scenario.protocols().get(2).settings())
                .isEqualTo(new RoutingSpec.DistanceVector(new TimeSpan(2_000_000_000L), 3, new Share(0)));
        assertThat(scenario.settle()).isEqualTo(new TimeSpan(20_000_000_000L));
    }

    @Test
    void writesOnlyEntriesWithSettingsOfTheirOwnInFull() throws Exception {
        Scenario scenario = load(SMALL + """
                protocols: [{use: source-routing}, {name: dv.2, use: distance-vector, fanout: 2}]
                expect: [dv.2.sent.min >= 0, dv.2.sent >= 0]
                """).scenario();
        String text = ScenarioWriter.toYaml(scenario);
        assertThat(text).contains("""
                protocols:
                  - source-routing
                  - name: dv.2
                    use: distance-vector
                    interval: 1s
                    fanout: 2
                    jitter: 10%
                """);
        assertThat(load(text).scenario()).isEqualTo(scenario);
        assertThat(scenario.expect()).extracting(Expectation::protocol).containsExactly("dv.2", "dv.2");
    }

    @Test
    void readsTheFormsOfExpectations() throws Exception {
        List<Expectation> expectations = load(SMALL + """
                expect:
                  - sent > 1
                  - "distance-vector.sent.p95>=1e3"
                  - "*.sent.median != -0.5"
                  - sent.min<=2
                """).scenario().expect();
        assertThat(expectations.get(0))
                .isEqualTo(new Expectation(
                        "sent > 1",
                        null,
                        null,
                        Metric.SENT,
                        Expectation.Statistic.MEAN,
                        Expectation.Operator.GREATER,
                        1));
        assertThat(expectations.get(1).protocol()).isEqualTo("distance-vector");
        assertThat(expectations.get(1).bound()).isEqualTo(1000);
        assertThat(expectations.get(2).statistic()).isEqualTo(Expectation.Statistic.MEDIAN);
        assertThat(expectations.get(3).operator()).isEqualTo(Expectation.Operator.LESS_OR_EQUAL);
    }

    @Test
    void warnsOfAReceiverThatForgetsTooSoon() throws Exception {
        assertThat(warnings(SMALL + "reliability: {retain: 30s}\n"))
                .containsExactly("s.yaml:4:23: retain 30s is shorter than the time in which a message may be sent"
                        + " again, so that a duplicate may be handled twice; expected at least 35s");
        assertThat(warnings(SMALL + "reliability: {retain: 35s}\n")).isEmpty();
    }

    @Test
    void warnsOfAnInfinityThatIsNearerThanSomeNodes() throws Exception {
        String line = "name: s\nduration: 60s\ntopology: {generate: line, nodes: 17}\n";
        assertThat(warnings(line + "protocols: [{use: distance-vector-rip, infinity: 16}]\n"))
                .containsExactly("s.yaml:4:50: infinity 16 of distance-vector-rip: some nodes are 16 hops apart and can"
                        + " never reach each other; expected more than the longest shortest path, also after failures");
        assertThat(warnings(line + "protocols: [{use: distance-vector-rip, infinity: 17}]\n"))
                .isEmpty();
        assertThat(warnings(line + "protocols: [distance-vector-feasible]\n")).isEmpty();
    }

    @Test
    void warnsOfRenewalsThatWillComeTooLateNowAndThen() throws Exception {
        String line = "name: s\nduration: 60s\ntopology: {generate: line, nodes: 11}\nlinks: {loss: 30%}\n";
        // 10 hops, each 1.82 neighbours of which one is asked a second, and 49 % of the answers come: 37 s.
        assertThat(warnings(line + "protocols: [{use: link-state, spread: pull, max-age: 180s, refresh: 60s}]\n"))
                .containsExactly(
                        "s.yaml:5:54: max-age 180s of link-state leaves renewals 114s to reach all nodes, which"
                                + " takes about 37s on average here; expected at least 4 times that, or records of living nodes"
                                + " will die for a while");
        assertThat(warnings(line + "protocols: [{use: link-state, spread: pull, max-age: 240s, refresh: 60s}]\n"))
                .isEmpty();
        assertThat(warnings(line + "protocols: [{use: link-state, spread: flooding, max-age: 60s, refresh: 10s}]\n"))
                .isEmpty();
        assertThat(warnings(line + "protocols: [link-state]\n")).isEmpty();
    }

    @Test
    void warnsOfReconvergenceWithoutFaults() throws Exception {
        assertThat(warnings(SMALL + "expect: ['reconvergence_reach_s < 9']\n"))
                .containsExactly("s.yaml:4:10: 'reconvergence_reach_s' has no value without faults; did you mean"
                        + " 'convergence_reach_s'?");
    }

    @Test
    void namesTheGraphMlFileInItsProblems() throws IOException {
        Files.writeString(folder.resolve("net.graphml"), "<graphml>\n<oops\n");
        Path file =
                Files.writeString(folder.resolve("s.yaml"), "name: t\nduration: 1s\ntopology: {file: net.graphml}\n");
        assertThat(fileProblems(file)).singleElement().asString().startsWith(folder.resolve("net.graphml") + ":");
        Files.writeString(file, "name: t\nduration: 1s\ntopology: {file: net.grapml}\n");
        assertThat(fileProblems(file))
                .containsExactly(file + ":3:18: there is no file 'net.grapml'; expected a network file, relative to"
                        + " the scenario's folder; did you mean 'net.graphml'?");
    }

    @Test
    void refusesWhatIsNoTextFile() throws IOException {
        assertThat(fileProblems(folder))
                .containsExactly(folder + ": this is a folder; expected a scenario file (YAML)");
        Files.writeString(folder.resolve("six-nodes.yaml"), SMALL);
        Path missing = folder.resolve("sixnodes.yaml");
        assertThat(fileProblems(missing))
                .containsExactly(missing + ": there is no such file; did you mean 'six-nodes.yaml'?");
        Path latin = Files.write(folder.resolve("latin.yaml"), "name: t\nx: é".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(fileProblems(latin))
                .containsExactly(
                        latin + ":2:4: the byte 0xE9 is not UTF-8 text; expected a scenario file (YAML) in UTF-8");
        Path cut = Files.write(folder.resolve("cut.yaml"), new byte[] {'a', (byte) 0xC3});
        assertThat(fileProblems(cut)).singleElement().asString().contains(":1:2: the byte 0xC3");
        Path nul = Files.writeString(folder.resolve("nul.yaml"), "name: t\nx: \0");
        assertThat(fileProblems(nul))
                .containsExactly(nul + ":2:4: the character U+0000 may not stand in YAML; expected plain text");
        Path large = Files.write(folder.resolve("large.yaml"), new byte[(10 << 20) + 1]);
        assertThat(fileProblems(large)).singleElement().asString().contains("larger than 10 MiB");
    }

    @Test
    void readsAFileWithAByteOrderMarkAndWindowsLineEnds() throws Exception {
        Path file = Files.writeString(folder.resolve("s.yaml"), "\uFEFF" + SMALL.replace("\n", "\r\n"));
        assertThat(ScenarioLoader.load(file, List.of()).scenario())
                .isEqualTo(load(SMALL).scenario());
    }

    @Test
    void refusesAliasesThatWouldExpandWithoutBound() {
        StringBuilder text = new StringBuilder("a0: &a0 [x, x]\n");
        for (int i = 1; i < 60; i++) {
            text.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
        }
        assertThat(problems(text + SMALL)).hasSize(60).allMatch(line -> line.contains("unknown key 'a"));
    }

    @Test
    void countsTheProblemsThatItDoesNotPrint() {
        StringBuilder text = new StringBuilder(SMALL);
        for (int i = 0; i < 130; i++) {
            text.append("zzz").append(i).append(": 1\n");
        }
        assertThat(problems(text.toString())).hasSize(101).last().isEqualTo("s.yaml: and 30 more problems");
    }

    private static List<String> fileProblems(Path file) {
        ScenarioException refused =
                catchThrowableOfType(ScenarioException.class, () -> ScenarioLoader.load(file, List.of()));
        return refused.problems().stream().map(Problem::toString).toList();
    }
}
