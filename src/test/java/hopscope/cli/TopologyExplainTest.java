package hopscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TopologyExplainTest {
    @TempDir
    Path folder;

    private String scenario;

    @BeforeEach
    void writeScenario() throws IOException {
        Files.writeString(folder.resolve("net.gml"), """
                graph [
                  node [ id 1 label "Hub" ]
                  node [ id 2 label "Twin" ]
                  node [ id 3 label "Twin" ]
                  edge [ source 1 target 2 latency 7 packet_loss 0.25 ]
                  edge [ source 1 target 2 latency 9 ]
                  edge [ source 1 target 3 ]
                ]
                """);
        scenario = folder.resolve("s.yaml").toString();
        Files.writeString(Path.of(scenario), """
                name: s
                duration: 1s
                topology: {file: net.gml}
                links:
                  latency: 20ms
                  classes:
                    - name: far
                      match: {touching: "3"}
                      preset: satellite
                  single:
                    - direction: [Hub, 2]
                      bandwidth: 1Mbit/s
                """);
    }

    private String explained(String... more) {
        CommandRun run = CommandRun.of(java.util.stream.Stream.concat(
                        java.util.stream.Stream.of("topology", "explain", scenario), java.util.Arrays.stream(more))
                .toArray(String[]::new));
        assertThat(run.status()).isEqualTo(ExitStatus.FINE);
        return run.out().replace(folder + "/", "").replaceAll(" +", " ");
    }

    @Test
    void saysWhichLineSetEachValue() {
        assertThat(explained("Hub", "2"))
                .contains("1 -> 2, class default\n latency 7ms net.gml:5 (topology)\n jitter 0s default\n")
                .contains(" loss 25% net.gml:5 (topology)\n")
                .contains(" bandwidth 1Mbit/s s.yaml:12:18 (links.single.0.bandwidth)\n")
                .contains("2 -> 1, class default\n")
                .contains(" bandwidth unlimited default\n");
        assertThat(explained("3", "1"))
                .startsWith("3 - 1, class far\n latency 260ms s.yaml:9:15 (links.classes.0.preset)\n");
    }

    @Test
    void namesTheOptionThatSetAValue() {
        assertThat(explained("1", "2", "--set", "links.mtu=900B"))
                .contains(" mtu 900B --set links.mtu:1:1 (links.mtu)\n");
    }

    @Test
    void printsJson() {
        assertThat(explained("--json", "1", "2"))
                .contains(
                        "\"from\": \"1\"", "\"class\": \"default\"", "\"value\": \"25%\"", "\"set_at\": \"net.gml:5\"");
    }

    @Test
    void refusesNodesAndLinksThatAreNotThere() {
        CommandRun ambiguous = CommandRun.of("topology", "explain", scenario, "Hub", "Twin");
        assertThat(ambiguous.status()).isEqualTo(ExitStatus.USAGE);
        assertThat(ambiguous.err()).contains("several nodes are labelled 'Twin', expected one of their ids: 2, 3");
        assertThat(CommandRun.of("topology", "explain", scenario, "2", "3").err())
                .contains("there is no link 2-3 in the network");
        assertThat(CommandRun.of("topology", "explain", scenario, "Hub", "nowhere")
                        .err())
                .contains("unknown node 'nowhere'");
    }

    @Test
    void tellsOfTheImportUnlessAProgramReads() {
        CommandRun text = CommandRun.of("topology", "explain", scenario, "1", "2");
        assertThat(text.err()).contains("warning: ", "labels repeat or are missing, so nodes are named by their ids");
        CommandRun json = CommandRun.of("topology", "explain", "--json", scenario, "1", "2");
        assertThat(json.err()).doesNotContain("labels repeat");
    }
}
