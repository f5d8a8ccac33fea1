package hopscope.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinkPlanTest {
    private static final String HEAD = """
            name: plan
            duration: 10s
            topology: {edges: [[a, b, 3ms], [b, c], [c, d], [c, e]]}
            """;

    private static LoadedScenario load(String links) {
        try {
            return Scenarios.load(HEAD + links);
        } catch (ScenarioException e) {
            throw new AssertionError(e.problems().toString(), e);
        }
    }

    private static int direction(LoadedScenario loaded, String from, String to) {
        int a = loaded.topology().indexOf(from);
        int link = loaded.topology().linkBetween(a, loaded.topology().indexOf(to));
        return loaded.topology().endA(link) == a ? 2 * link : 2 * link + 1;
    }

    private static LinkSettings settings(LoadedScenario loaded, String from, String to) {
        return new LinkPlan(loaded.scenario().links(), loaded.topology()).settings(direction(loaded, from, to));
    }

    /** What set each value that is not a default, as {@code name=value@line}. */
    private static String origins(LoadedScenario loaded, String from, String to) {
        return new LinkPlan(loaded.scenario().links(), loaded.topology())
                .origins(direction(loaded, from, to)).stream()
                        .filter(origin -> !origin.path().isEmpty() && loaded.has(origin.path()))
                        .map(origin -> origin.name() + "=" + origin.text() + "@"
                                + loaded.at(origin.path()).line())
                        .collect(Collectors.joining(" "));
    }

    @Test
    void takesEachSettingFromTheLastThatGivesIt() {
        LoadedScenario loaded = load("""
                links:
                  latency: 10ms
                  loss: 1%
                  classes:
                    - name: left
                      match: {nodes: [a, b, c]}
                      loss: 2%
                      bandwidth: 1Mbit/s
                  selectors:
                    - match: {touching: b}
                      bandwidth: 2Mbit/s
                      queue: 5 frames
                    - match: {from: c, to: "[bd]*"}
                      jitter: 1ms
                  single:
                    - link: [a, b]
                      queue: 6 frames
                    - direction: [b, a]
                      loss: 7%
                """.replace("\"[bd]*\"", "b"));
        assertThat(origins(loaded, "a", "b"))
                .isEqualTo("latency=3ms@3 loss=2%@10 bandwidth=2Mbit/s@14 queue=6 frames@20");
        assertThat(origins(loaded, "b", "a"))
                .isEqualTo("latency=3ms@3 loss=7%@22 bandwidth=2Mbit/s@14 queue=6 frames@20");
        assertThat(origins(loaded, "b", "c"))
                .isEqualTo("latency=10ms@5 loss=2%@10 bandwidth=2Mbit/s@14 queue=5 frames@15");
        assertThat(origins(loaded, "c", "b"))
                .isEqualTo("latency=10ms@5 jitter=1ms@17 loss=2%@10 bandwidth=2Mbit/s@14 queue=5 frames@15");
        assertThat(origins(loaded, "c", "d")).isEqualTo("latency=10ms@5 loss=1%@6");
    }

    @Test
    void letsAPresetStandForEverySettingOfItsPlace() {
        LoadedScenario loaded = load("""
                links:
                  preset: satellite
                  loss: 9%
                  classes:
                    - {name: radio, match: {touching: d}, preset: wifi, latency: 1ms}
                """);
        LinkSettings space = LinkPreset.SATELLITE.settings();
        assertThat(settings(loaded, "b", "c").latency()).isEqualTo(space.latency());
        assertThat(settings(loaded, "b", "c").loss().rate()).isEqualTo(new Share(90_000));
        assertThat(settings(loaded, "a", "b").latency().value())
                .as("the edge's own")
                .isEqualTo(new TimeSpan(3_000_000));
        LinkSettings radio = settings(loaded, "d", "c");
        assertThat(radio.latency().value()).isEqualTo(new TimeSpan(1_000_000));
        assertThat(radio.loss()).isEqualTo(LinkPreset.WIFI.settings().loss());
        assertThat(radio.bandwidth()).isEqualTo(new Bandwidth(100_000_000));
    }

    @Test
    void selectsByDegree() {
        LoadedScenario loaded = load("""
                links:
                  selectors:
                    - {match: {max-degree: 1}, loss: 5%}
                    - {match: {min-degree: 2}, loss: 6%}
                """);
        assertThat(settings(loaded, "a", "b").loss().rate().ppm()).isEqualTo(50_000);
        assertThat(settings(loaded, "b", "c").loss().rate().ppm()).isEqualTo(60_000);
        assertThat(settings(loaded, "e", "c").loss().rate().ppm()).isEqualTo(50_000);
    }

    @Test
    void namesTheLastClassOfADirection() {
        LoadedScenario loaded = load("""
                links:
                  classes:
                    - {name: all, match: {nodes: "*"}}
                    - {name: up, match: {to: [b, "x", a]}}
                """.replace("\"x\", ", ""));
        LinkPlan plan = new LinkPlan(loaded.scenario().links(), loaded.topology());
        assertThat(plan.className(direction(loaded, "a", "b"))).isEqualTo("up");
        assertThat(plan.className(direction(loaded, "b", "c"))).isEqualTo("all");
        assertThat(new LinkPlan(new LinksSpec((LatencySpec) null, null), loaded.topology()).className(0))
                .isEqualTo("default");
    }

    @Test
    void putsTheNetworkFileBetweenDefaultsAndClasses(@TempDir Path folder) throws IOException, ScenarioException {
        Files.writeString(folder.resolve("net.csv"), """
                source,target,latency_ms,jitter_ms,loss,bandwidth,type
                a,b,7,1,2%,5 Mbit/s,fibre
                b,c,,,,,copper
                c,d,30,,,,fibre
                """);
        String text = """
                name: f
                duration: 1s
                topology: {file: net.csv}
                links:
                  loss: 1%
                  latency: 4ms
                  classes:
                    - {name: fibre, queue: 9 frames}
                    - {name: metal, match: {file-class: "cop*"}, loss: 3%}
                  selectors:
                    - {match: {min-latency: 20ms}, bandwidth: 1Gbit/s}
                """;
        LoadedScenario loaded = ScenarioLoader.load("s.yaml", text, folder, List.of());
        LinkSettings ab = settings(loaded, "a", "b");
        assertThat(ab.latency().value().nanos()).isEqualTo(7_000_000);
        assertThat(ab.jitter().sd().nanos()).isEqualTo(1_000_000);
        assertThat(ab.loss().rate().ppm()).isEqualTo(20_000);
        assertThat(ab.bandwidth().bitsPerSecond()).isEqualTo(5_000_000);
        assertThat(ab.queue()).isEqualTo(QueueLimit.ofFrames(9));
        assertThat(settings(loaded, "b", "c").loss().rate().ppm()).isEqualTo(30_000);
        assertThat(settings(loaded, "b", "c").latency().value().nanos()).isEqualTo(4_000_000);
        assertThat(settings(loaded, "d", "c").bandwidth().bitsPerSecond()).isEqualTo(1_000_000_000);
        LinkPlan plan = new LinkPlan(loaded.scenario().links(), loaded.topology());
        assertThat(plan.origins(direction(loaded, "a", "b")).get(0).path()).isEqualTo(LinkPlan.TOPOLOGY);
        assertThat(loaded.topology().facts().line(0)).isEqualTo(2);
        assertThat(loaded.topology().facts().source()).endsWith("net.csv");
        assertThat(plan.className(direction(loaded, "b", "c"))).isEqualTo("metal");
        assertThat(plan.className(direction(loaded, "d", "c"))).isEqualTo("fibre");
        assertThat(loaded.warnings()).isEmpty();
    }

    @Test
    void keepsWhatTheFileSaysOfTheLargestComponent(@TempDir Path folder) throws IOException, ScenarioException {
        Files.writeString(folder.resolve("net.csv"), "source,target,loss\nx,y,9%\na,b,1%\nb,c,2%\nc,d,3%\n");
        String text = "name: f\nduration: 1s\ntopology: {file: net.csv, component: largest}\n";
        LoadedScenario loaded = ScenarioLoader.load("s.yaml", text, folder, List.of());
        assertThat(settings(loaded, "a", "b").loss().rate().ppm()).isEqualTo(10_000);
        assertThat(settings(loaded, "c", "d").loss().rate().ppm()).isEqualTo(30_000);
    }

    @Test
    void warnsOfRulesThatMeanNothing() {
        assertThat(load("""
                links:
                  classes: [{name: fibre}]
                  selectors: [{match: {min-latency: 1s}, loss: 1%}]
                """).warnings().stream().map(Object::toString))
                .containsExactly(
                        "s.yaml:5:13: no link belongs to the class 'fibre'",
                        "s.yaml:6:15: this selector means no link");
        assertThat(load("links: {reorder: 1%, queue: 3 frames}\n").warnings().stream()
                        .map(Object::toString))
                .containsExactly(
                        "s.yaml:4:18: with a constant latency no frame overtakes another; give the latency a jitter",
                        "s.yaml:4:29: without a bandwidth nothing ever waits");
    }

    @Test
    void matchesPatterns() {
        assertThat(NodePatterns.matches("*", "")).isTrue();
        assertThat(NodePatterns.matches("ap-?", "ap-12")).isFalse();
        assertThat(NodePatterns.matches("a*b*c", "axxbxbyc")).isTrue();
        assertThat(NodePatterns.matches("a*b*c", "axxbxby")).isFalse();
        assertThat(NodePatterns.matches("*a", "aaab")).isFalse();
        assertThat(NodePatterns.matches("a**", "a")).isTrue();
    }

    @Test
    void refusesALabelThatSeveralNodesShare(@TempDir Path folder) throws IOException {
        Files.writeString(
                folder.resolve("net.gml"),
                "graph [ node [ id 1 label \"T\" ] node [ id 2 label \"T\" ] node [ id 3 label \"U\" ]"
                        + " edge [ source 1 target 2 ] edge [ source 2 target 3 ] ]\n");
        String text = "name: f\nduration: 1s\ntopology: {file: net.gml}\n"
                + "links: {single: [{link: [T, U], loss: 1%}]}\nfaults: [{at: 0s, link-down: [T, U]}]\n";
        ScenarioException refused = org.assertj.core.api.Assertions.catchThrowableOfType(
                ScenarioException.class, () -> ScenarioLoader.load("s.yaml", text, folder, List.of()));
        assertThat(refused.problems().stream().map(Object::toString))
                .containsExactly(
                        "s.yaml:4:26: several nodes are labelled 'T'; expected one of their ids: 1, 2",
                        "s.yaml:5:31: several nodes are labelled 'T'; expected one of their ids: 1, 2");
    }
}
