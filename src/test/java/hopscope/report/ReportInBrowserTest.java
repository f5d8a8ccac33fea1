package hopscope.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import hopscope.experiment.Experiment;
import hopscope.results.Provenance;
import hopscope.results.ResultWriter;
import hopscope.scenario.LoadedScenario;
import hopscope.scenario.ScenarioLoader;
import hopscope.scenario.ScenarioWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The page as somebody uses it: with the mouse, with the keyboard, on a telephone, in the dark. With {@code
 * -Dhopscope.screenshots=DIR} it leaves pictures there.
 */
class ReportInBrowserTest {
    private static final int ARROW_RIGHT = 39;
    private static final int END = 35;
    private static final int HOME = 36;
    private static final int TAB = 9;
    private static final int PHONE_WIDTH = 390;

    private static final String SMALL = """
            name: small
            duration: 20s
            topology: {generate: ring, nodes: 8}
            traffic: [{from: any, to: any, rate: 2/s}]
            faults: [{at: 10s, link-down: [0, 1]}]
            charts: [{kind: ecdf, x: hops_mean, name: hops}]
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void needsABrowser() {
        assumeTrue(Browser.isInstalled(), "Chromium is not installed");
    }

    private Path page(String text) throws Exception {
        LoadedScenario loaded = ScenarioLoader.load("s.yaml", text, folder, List.of());
        Path results = folder.resolve("results");
        ResultWriter.write(
                new Experiment(loaded.scenario(), loaded.topology()).run(1, run -> {}),
                Provenance.of(ScenarioWriter.toYaml(loaded.scenario()), Instant.EPOCH),
                results,
                false);
        Path page = folder.resolve("report.html");
        HtmlReport.write(results, page);
        return page;
    }

    private static void keep(Browser browser, String name) throws Exception {
        String target = System.getProperty("hopscope.screenshots");
        if (target != null) {
            Files.createDirectories(Path.of(target));
            Files.write(Path.of(target, name + ".png"), browser.screenshot());
        }
    }

    private static int moment(Browser browser) throws InterruptedException {
        return Integer.parseInt(
                browser.eval("document.getElementById('time').value").asText());
    }

    private static String said(Browser browser) throws InterruptedException {
        return browser.eval("document.getElementById('moment').textContent").asText();
    }

    @Test
    void movesThroughTimeByKeyboardAndByMouse() throws Exception {
        try (Browser browser = new Browser(page(SMALL), folder.resolve("profile"))) {
            int last = moment(browser);
            assertThat(last).isGreaterThan(10);
            browser.eval("document.getElementById('time').focus()");
            browser.press("Home", HOME);
            assertThat(moment(browser)).isZero();
            assertThat(said(browser)).startsWith("At 0.");
            String first = said(browser);
            browser.press("ArrowRight", ARROW_RIGHT);
            browser.press("ArrowRight", ARROW_RIGHT);
            assertThat(moment(browser)).isEqualTo(2);
            assertThat(said(browser)).isNotEqualTo(first);
            assertThat(browser.eval("document.getElementById('time').getAttribute('aria-valuetext')")
                            .asText())
                    .endsWith(" seconds");
            browser.press("End", END);
            assertThat(moment(browser)).isEqualTo(last);
            assertThat(said(browser)).contains("1 of 8 links carry nothing");

            browser.eval("document.getElementById('time').scrollIntoView({block: 'center'})");
            String box = "document.getElementById('time').getBoundingClientRect()";
            double left = browser.eval(box + ".left").asDouble();
            double right = browser.eval(box + ".right").asDouble();
            double middle = (browser.eval(box + ".top").asDouble()
                            + browser.eval(box + ".bottom").asDouble())
                    / 2;
            browser.drag(right - 8, (left + right) / 2, middle);
            assertThat(moment(browser)).isBetween(last / 2 - 2, last / 2 + 2);
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void isReachedByTabAndNamesEverythingThatCanBeUsed() throws Exception {
        try (Browser browser = new Browser(page(SMALL), folder.resolve("profile"))) {
            boolean reached = false;
            for (int i = 0; i < 60 && !reached; i++) {
                browser.press("Tab", TAB);
                reached = browser.eval("document.activeElement.id").asText().equals("time");
            }
            assertThat(reached).as("the slider is reached by the Tab key").isTrue();
            assertThat(browser.eval(
                                    "[...document.querySelectorAll('select, input, button, [role=img]')].filter(e =>"
                                            + " !(e.getAttribute('aria-label') || e.getAttribute('alt') || e.textContent)).length")
                            .asInt())
                    .as("things without a name for screen readers")
                    .isZero();
            assertThat(browser.eval("document.querySelectorAll('img').length").asInt())
                    .as("pictures that nobody can zoom")
                    .isZero();
        }
    }

    @Test
    void fitsATelephoneAndTheDark() throws Exception {
        try (Browser browser = new Browser(page(SMALL), folder.resolve("profile"))) {
            keep(browser, "light");
            browser.prefer("dark");
            String ground = browser.eval("getComputedStyle(document.body).backgroundColor")
                    .asText();
            assertThat(ground).isEqualTo("rgb(20, 24, 31)");
            keep(browser, "dark");
            browser.resize(PHONE_WIDTH, 844);
            browser.await("window.innerWidth === " + PHONE_WIDTH);
            assertThat(browser.eval("document.documentElement.scrollWidth").asInt())
                    .as("nothing stands out to the right")
                    .isLessThanOrEqualTo(PHONE_WIDTH);
            browser.prefer("light");
            keep(browser, "phone");
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void showsAThousandNodes() throws Exception {
        Path page = page("""
                name: large
                duration: 2s
                topology: {generate: barabasi-albert, nodes: 1000, attach: 2}
                protocols: [source-routing]
                """);
        try (Browser browser = new Browser(page, folder.resolve("profile"))) {
            assertThat(said(browser)).contains(" of 999 nodes reach ");
            browser.eval("document.getElementById('time').focus()");
            browser.press("Home", HOME);
            assertThat(said(browser)).startsWith("At 0.");
            keep(browser, "thousand");
            assertThat(browser.complaints()).isEmpty();
        }
    }
}
