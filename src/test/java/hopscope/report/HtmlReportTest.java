package hopscope.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import hopscope.experiment.Experiment;
import hopscope.results.JsonText;
import hopscope.results.Provenance;
import hopscope.results.ResultWriter;
import hopscope.scenario.LoadedScenario;
import hopscope.scenario.ScenarioLoader;
import hopscope.scenario.ScenarioWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HtmlReportTest {
    private static final String CUT = """
            name: cut
            seed: 3
            duration: 20s
            topology: {generate: ring, nodes: %d}
            faults: [{at: 10s, link-down: [0, 1]}]
            """;

    @TempDir
    private Path temporary;

    private Path results(int nodes, String more) throws Exception {
        return results(temporary.resolve("cut-" + nodes), CUT.formatted(nodes) + more);
    }

    private Path results(Path folder, String text) throws Exception {
        LoadedScenario loaded = ScenarioLoader.load("cut.yaml", text, temporary, List.of());
        var result = new Experiment(loaded.scenario(), loaded.topology()).run(1, run -> {});
        String effective = ScenarioWriter.toYaml(loaded.scenario());
        Provenance provenance = new Provenance(effective, Provenance.hash(effective), Instant.EPOCH, "..");
        ResultWriter.write(result, provenance, folder, false);
        return folder;
    }

    private Path page(Path folder) {
        Path page = folder.resolve("report.html");
        HtmlReport.write(folder, page);
        return page;
    }

    private static JsonNode data(Path page) throws Exception {
        String html = Files.readString(page);
        String start = "<script type=\"application/json\" id=\"data\">";
        int from = html.indexOf(start) + start.length();
        return new ObjectMapper().readTree(html.substring(from, html.indexOf("</script>", from)));
    }

    @Test
    void showsTheLinkThatIsCutAndWhoStillReaches() throws Exception {
        Path page = page(results(5, ""));
        JsonNode data = data(page);
        assertThat(data.path("noNetwork").isMissingNode()).isTrue();
        JsonNode moments = data.at("/timelines/0/moments");
        JsonNode first = moments.get(0);
        JsonNode last = moments.get(moments.size() - 1);
        assertThat(first.get("dead")).isEmpty();
        assertThat(last.get("dead")).hasSize(1);
        JsonNode cut = data.at("/network/links").get(last.at("/dead/0").intValue());
        assertThat(cut.toString()).isEqualTo("[0,1]");
        // In the end every node reaches node 0, node 1 the long way round over node 2.
        int[] hop = new int[5];
        int[] state = new int[5];
        for (JsonNode moment : moments) {
            JsonNode changes = moment.at("/changes/0");
            for (int i = 0; i < changes.size(); i += 3) {
                state[changes.get(i).intValue()] = changes.get(i + 1).intValue();
                hop[changes.get(i).intValue()] = changes.get(i + 2).intValue();
            }
        }
        assertThat(state).containsExactly(0, 1, 1, 1, 1);
        assertThat(hop[1]).isEqualTo(2);
        assertThat(Files.readAllBytes(page(page.getParent()))).isEqualTo(Files.readAllBytes(page));
    }

    @Test
    void saysWhyTheNetworkIsNotShownWhenTheRunTakesAnotherCourse() throws Exception {
        Path folder = results(4, "");
        Path scenario = folder.resolve("scenario.effective.yaml");
        Files.writeString(scenario, Files.readString(scenario).replace("seed: 3", "seed: 4"));
        JsonNode data = data(page(folder));
        assertThat(data.get("noNetwork").textValue()).contains("another course");
        assertThat(data.has("timelines")).isFalse();
    }

    @Test
    void drawsTheNetworkWhereItsFileSaysThatNodesAre() throws Exception {
        // West to east, and the middle one far in the north; the file lies beside the scenario, not beside the results.
        Files.writeString(temporary.resolve("net.gml"), """
                graph [
                  node [ id 0 label "west" Longitude 0.0 Latitude 0.0 ]
                  node [ id 1 label "north" Longitude 10.0 Latitude 20.0 ]
                  node [ id 2 label "east" Longitude 20.0 Latitude 0.0 ]
                  edge [ source 0 target 1 ] edge [ source 1 target 2 ] edge [ source 2 target 0 ]
                ]
                """);
        Path folder =
                results(temporary.resolve("found"), "name: n\nseed: 1\nduration: 5s\ntopology: {file: net.gml}\n");
        JsonNode data = data(page(folder));
        assertThat(data.path("noNetwork").asText()).isEmpty();
        int[] x = new int[3];
        int[] y = new int[3];
        for (JsonNode node : data.at("/network/nodes")) {
            int i = List.of("west", "north", "east").indexOf(node.get(0).textValue());
            x[i] = node.get(1).intValue();
            y[i] = node.get(2).intValue();
        }
        assertThat(x[0]).isLessThan(x[1]);
        assertThat(x[1]).isLessThan(x[2]);
        assertThat(y[1]).as("north is up").isLessThan(y[0]);
        assertThat(y[0]).isEqualTo(y[2]);
        assertThat(data.toString()).contains("--set topology.file=");
    }

    @Test
    void letsNoNameBreakOutOfTheData() {
        ObjectNode data = JsonText.object();
        String hostile = "</script><script>alert(1)</script><!-- & \u2028 @@script@@";
        data.put("name", hostile);
        String page = HtmlReport.page(data);
        assertThat(page).doesNotContain("alert(1)</script>").contains("default-src 'none'");
        String text = PageJson.text(data);
        assertThat(text).doesNotContain("<", ">", "&", "\u2028");
        assertThat(JsonText.parse(text, "data").get("name").textValue()).isEqualTo(hostile);
    }

    @Test
    void opensInABrowserWithoutAnyComplaint() throws Exception {
        Path chromium = Path.of("/usr/bin/chromium");
        assumeTrue(Files.exists(chromium), "Chromium is not installed");
        Path page = page(results(5, ""));
        Path out = temporary.resolve("dom.html");
        Path err = temporary.resolve("browser.log");
        Process browser = new ProcessBuilder(
                        chromium.toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--user-data-dir=" + temporary.resolve("profile"),
                        "--enable-logging=stderr",
                        "--virtual-time-budget=2000",
                        "--dump-dom",
                        page.toUri().toString())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        try {
            assertThat(browser.waitFor(90, TimeUnit.SECONDS))
                    .as("the browser ends")
                    .isTrue();
        } finally {
            browser.destroyForcibly();
        }
        assertThat(Files.readString(err, StandardCharsets.ISO_8859_1).lines())
                .noneMatch(line -> line.contains("CONSOLE"));
        assertThat(Files.readString(out))
                .contains(
                        "data-ready=\"5\"", "of 4 nodes reach", "aria-label=\"The network\"", "hopscope run scenario");
    }
}
