package hopscope.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import hopscope.report.Browser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Pages about all that leaves results, made by the commands and opened in a browser. With {@code
 * -Dhopscope.screenshots=DIR} it leaves pictures there.
 */
class ReportPagesTest {
    private static final String BASE = """
            name: pages
            seed: 5
            duration: 10s
            topology: {generate: ring, nodes: 6}
            traffic: [{from: any, to: any, rate: 2/s}]
            """;
    private static final String SWEEP = BASE + """
            charts:
              - {x: links.loss, y: [delivery_ratio, control_bytes], facet: topology.nodes, name: lines}
              - {kind: line, x: topology.nodes, y: control_bytes, facet: links.loss, log: xy, name: logarithmic}
              - {kind: heat, x: links.loss, y: topology.nodes, z: hops_mean, facet: protocol, name: heat}
              - {kind: bar, x: links.loss, y: sent, facet: topology.nodes, name: bars}
              - {kind: box, x: links.loss, y: hops_mean, facet: topology.nodes, name: boxes}
              - {kind: pareto, name: pareto}
              - {kind: ecdf, x: hops_mean, where: {topology.nodes: '4'}, facet: links.loss, name: shares}
            sweep: {matrix: {links.loss: [0%, 20%], topology.nodes: [4, 7]}, repeat: 3}
            """;
    private static final int SPACE = 32;
    private static final int PLUS = 187;
    private static final int TAB = 9;

    @TempDir
    private Path folder;

    @BeforeEach
    void needsABrowser() {
        assumeTrue(Browser.isInstalled(), "Chromium is not installed");
    }

    private Path done(String command, String text, String... more) throws Exception {
        Path file = Files.writeString(folder.resolve("pages.yaml"), text);
        Path out = folder.resolve("out");
        String[] args = new String[more.length + 4];
        System.arraycopy(new String[] {command, file.toString(), "--out", out.toString()}, 0, args, 0, 4);
        System.arraycopy(more, 0, args, 4, more.length);
        CommandRun.of(args);
        return out;
    }

    private Browser open(Path results, String... more) throws Exception {
        Path page = folder.resolve("page.html");
        String[] args = new String[more.length + 4];
        System.arraycopy(new String[] {"report", results.toString(), "--out", page.toString()}, 0, args, 0, 4);
        System.arraycopy(more, 0, args, 4, more.length);
        CommandRun report = CommandRun.of(args);
        assertThat(report.status()).as(report.err()).isZero();
        return new Browser(page, folder.resolve("profile"));
    }

    private static void keep(Browser browser, String name) throws Exception {
        String target = System.getProperty("hopscope.screenshots");
        if (target != null) {
            Files.createDirectories(Path.of(target));
            Files.write(Path.of(target, name + ".png"), browser.screenshot());
        }
    }

    private static String chart(String label) {
        return "echarts.getInstanceByDom(document.querySelector('[role=img][aria-label=\"" + label + "\"]'))";
    }

    private static String text(Browser browser) throws InterruptedException {
        return browser.eval("document.body.innerText").asText();
    }

    @Test
    void drawsEveryKindOfDeclaredChartOfASweepInteractively() throws Exception {
        try (Browser browser = open(done("sweep", SWEEP, "--no-charts"))) {
            assertThat(browser.eval("document.querySelectorAll('.wide figure').length")
                            .asInt())
                    .isEqualTo(8);
            assertThat(browser.eval("document.querySelectorAll('img').length").asInt())
                    .isZero();
            String heat = chart("pages: hops mean (links)");
            assertThat(browser.eval(heat + ".getOption().visualMap.length").asInt())
                    .isEqualTo(1);
            String log = chart("pages: control bytes (B)");
            assertThat(browser.eval("[...document.querySelectorAll('[role=img]')].map(e =>"
                                    + " echarts.getInstanceByDom(e).getOption().xAxis[0].type).join()")
                            .asText())
                    .contains("log", "category", "value");
            assertThat(browser.eval(log + ".getOption().grid.length").asInt()).isEqualTo(2);
            // Every mark tells the command that does its cell again.
            browser.eval("document.querySelectorAll('details.values').forEach(d => { d.open = true; })");
            browser.await("document.querySelectorAll('details.values table').length === 9");
            assertThat(browser.eval("[...document.querySelectorAll('details.values tbody tr')].filter(r =>"
                                    + " !r.lastChild.textContent.startsWith('hopscope sweep FILE --cell ')).length")
                            .asInt())
                    .isZero();
            keep(browser, "sweep-light");
            browser.prefer("dark");
            keep(browser, "sweep-dark");
            browser.resize(390, 844);
            browser.await("window.innerWidth === 390");
            assertThat(browser.eval("document.documentElement.scrollWidth").asInt())
                    .isLessThanOrEqualTo(390);
            keep(browser, "sweep-phone");
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void hidesProtocolsAndZoomsByKeyboardAndTellsCommandsByMouse() throws Exception {
        String text = BASE + "replications: 4\ncharts: [{kind: time, y: reaching, name: t}, {kind: box, y: sent}]\n";
        try (Browser browser = open(done("run", text, "--no-charts"))) {
            String label = "pages: pairs of nodes at level reaching";
            boolean reached = false;
            for (int i = 0; i < 80 && !reached; i++) {
                browser.press("Tab", TAB);
                reached = browser.eval("document.activeElement.closest('.keys') !== null &&"
                                + " document.activeElement.closest('.keys').getAttribute('aria-label') === 'Shown in "
                                + label + "'")
                        .asBoolean();
            }
            assertThat(reached)
                    .as("the key of a line is reached by the Tab key")
                    .isTrue();
            String hidden = chart(label) + ".getOption().legend[0].selected['source-routing']";
            assertThat(browser.eval(hidden).asBoolean()).isTrue();
            browser.press(" ", SPACE);
            assertThat(browser.eval("document.activeElement.getAttribute('aria-pressed')")
                            .asText())
                    .isEqualTo("false");
            assertThat(browser.eval(hidden).asBoolean()).isFalse();
            browser.prefer("dark"); // drawn anew, and still hidden
            assertThat(browser.eval(hidden).asBoolean()).isFalse();
            browser.press(" ", SPACE);
            assertThat(browser.eval(hidden).asBoolean()).isTrue();

            browser.eval("document.querySelector('[role=img][aria-label=\"" + label + "\"]').focus()");
            browser.press("+", PLUS);
            String zoom = chart(label) + ".getOption().dataZoom.find(z => z.type === 'slider')";
            assertThat(browser.eval(zoom + ".end - " + zoom + ".start").asDouble())
                    .isEqualTo(50);
            browser.press("0", 48);
            assertThat(browser.eval(zoom + ".end - " + zoom + ".start").asDouble())
                    .isEqualTo(100);

            String perRun = "document.querySelector('[role=img][aria-label=\"A metric, run by run\"]')";
            browser.eval(perRun + ".scrollIntoView({block: 'center'})");
            String point = "(() => { const c = echarts.getInstanceByDom(" + perRun + "), box = " + perRun
                    + ".getBoundingClientRect(), at = c.convertToPixel({seriesIndex: 1},"
                    + " c.getOption().series[1].data[2].value); return [box.left + at[0], box.top + at[1]]; })()";
            browser.click(
                    browser.eval(point).get(0).asDouble(),
                    browser.eval(point).get(1).asDouble());
            assertThat(browser.eval(perRun + ".closest('figure').querySelector('.command').textContent")
                            .asText())
                    .isEqualTo("Done again by hopscope run scenario.effective.yaml --protocol distance-vector"
                            + " --replication 2");
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void showsAComparisonAndWhereItsWinnerChanges() throws Exception {
        Path sweep = done("sweep", SWEEP, "--no-charts");
        Path kept = folder.resolve("kept");
        CommandRun.of("compare", sweep.toString(), "--metric", "control_bytes", "--out", kept.toString());
        try (Browser browser = open(kept)) {
            assertThat(text(browser))
                    .contains("A: source-routing", "B: distance-vector", "distance-vector − source-routing")
                    .contains("hopscope compare " + sweep);
            assertThat(browser.eval("document.querySelectorAll('.wide figure').length")
                            .asInt())
                    .isEqualTo(1);
            assertThat(browser.eval(chart("B − A: control bytes (B)") + ".getOption().grid.length")
                            .asInt())
                    .as("a panel for each label of the axis that is left")
                    .isEqualTo(2);
            keep(browser, "comparison");
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void showsRunsThatWereGivenUpAndCellsThatAreNotFinished() throws Exception {
        Path out = done("sweep", SWEEP, "--no-charts", "--timeout", "1ms", "--cell", "0001", "--set", "duration=999h");
        try (Browser browser = open(out)) {
            assertThat(text(browser))
                    .contains("6 timeout", "3 of 4 cells are not finished", "Not drawn: shares: ", "no run has this");
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void callsNothingBetterInARunOfOneProtocolOnce() throws Exception {
        String text = BASE + "replications: 1\nprotocols: [source-routing]\n";
        try (Browser browser = open(done("run", text))) {
            assertThat(browser.eval("document.querySelectorAll('.best').length").asInt())
                    .isZero();
            assertThat(text(browser)).contains("\n1 run\n").doesNotContain("1 runs", "is bold", "±");
            assertThat(browser.complaints()).isEmpty();
        }
        CommandRun run = CommandRun.of(
                "run",
                folder.resolve("pages.yaml").toString(),
                "--no-charts",
                "--out",
                folder.resolve("b").toString());
        assertThat(run.out()).contains("1 run, ").doesNotContain("1 runs");
    }

    @Test
    void showsARunOfAPluginWithItAndWithout() throws Exception {
        Path jar = SamplePlugin.jar(folder, "vectors");
        Path out = done("run", BASE + "protocols: [vectors]\n", "--plugin", jar.toString(), "--no-charts");
        try (Browser browser = open(out, "--plugin", jar.toString())) {
            assertThat(text(browser)).contains("nodes reach");
            assertThat(browser.eval("document.body.textContent").asText())
                    .contains("scenario.effective.yaml --plugin JAR --protocol vectors --replication 0");
            assertThat(browser.complaints()).isEmpty();
        }
        Path page = folder.resolve("without.html");
        assertThat(CommandRun.of("report", out.toString(), "--out", page.toString())
                        .status())
                .isZero();
        assertThat(Files.readString(page))
                .contains("The scenario cannot be read again")
                .contains("vectors");
    }

    @Test
    void drawsLoopsInRedAndTheLinkThatIsCut() throws Exception {
        String text = """
                name: loop
                duration: 40s
                topology: {edges: [[b, a], [a, d]]}
                protocols: [distance-vector]
                faults: [{at: 20s, link-down: [a, d]}]
                """;
        try (Browser browser = open(done("run", text, "--no-charts"))) {
            List<String> destinations = List.of(browser.eval(
                            "[...document.querySelector('select[aria-label=Destination]').options].map(o => o.text).join()")
                    .asText()
                    .split(","));
            browser.eval("(() => { const s = document.querySelector('select[aria-label=Destination]'); s.value = "
                    + destinations.indexOf("d") + "; s.dispatchEvent(new Event('change')); })()");
            assertThat(browser.eval("document.getElementById('moment').textContent")
                            .asText())
                    .contains("0 of 2 nodes reach d; 2 run into a loop", "1 of 2 links carry nothing");
            String option = chart("The network") + ".getOption().series[0]";
            assertThat(browser.eval(option + ".data.filter(n => n.symbol === 'triangle'"
                                    + " && n.itemStyle.color === '#d00000').length")
                            .asInt())
                    .as("nodes in a loop")
                    .isEqualTo(2);
            assertThat(browser.eval(option + ".links.map(l => l.lineStyle.color + ' ' + l.lineStyle.type).join()")
                            .asText())
                    .matches("#d00000 undefined,#[0-9a-f]{6} dashed");
            assertThat(text(browser)).contains("configured loss", "measured loss");
            assertThat(browser.complaints()).isEmpty();
        }
    }
}
