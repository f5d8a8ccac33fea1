package hopscope.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import hopscope.results.ExperimentResult;
import hopscope.results.Provenance;
import hopscope.results.ResultFolder;
import hopscope.results.ResultWriter;
import hopscope.results.RunRecord;
import hopscope.scenario.LoadedScenario;
import hopscope.scenario.Protocol;
import hopscope.simulation.RandomScenarios;
import hopscope.simulation.Runs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same scenario and seed give the same run and the same bytes, whatever the surroundings. */
class DeterminismTest {
    private static final List<String> SMALL = List.of(
            "scenarios/six-nodes.yaml",
            "scenarios/abilene.yaml",
            "scenarios/geant.yaml",
            "scenarios/ring-cut.yaml",
            "scenarios/negative/must-fail.yaml");

    /** Files that must not depend on the host. */
    private static final List<String> TABLES = List.of(
            ResultFolder.RUNS, ResultFolder.SERIES, ResultFolder.HOPS, ResultFolder.LINKS, ResultFolder.SUMMARY);

    @TempDir
    private Path folder;

    private int folders;

    private List<byte[]> tables(LoadedScenario loaded, int jobs) throws IOException {
        ExperimentResult result = new Experiment(loaded.scenario(), loaded.topology()).run(jobs, run -> {});
        Path out = folder.resolve("results-" + folders++).resolve("run");
        ResultWriter.write(result, Provenance.of("name: x\n", Instant.EPOCH), out, true);
        List<byte[]> bytes = new ArrayList<>();
        for (String table : TABLES) {
            bytes.add(Files.readAllBytes(out.resolve(table)));
        }
        return bytes;
    }

    private static void areEqual(List<byte[]> actual, List<byte[]> expected, String what) {
        for (int i = 0; i < TABLES.size(); i++) {
            String name = what + ", " + TABLES.get(i);
            assertThat(new String(actual.get(i), StandardCharsets.UTF_8))
                    .as(name)
                    .isEqualTo(new String(expected.get(i), StandardCharsets.UTF_8));
            assertThat(actual.get(i)).as(name).isEqualTo(expected.get(i));
        }
    }

    @Test
    void writesTheSameBytesForAnyNumberOfJobs() throws IOException {
        for (String file : SMALL) {
            LoadedScenario loaded = Runs.loadFile(file);
            List<byte[]> one = tables(loaded, 1);
            areEqual(tables(loaded, 4), one, file + " with 4 jobs");
            areEqual(tables(Runs.loadFile(file), 64), one, file + " with 64 jobs");
        }
    }

    @Test
    void writesTheSameBytesInAnyLocaleAndTimeZone() throws IOException {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.ROOT);
            TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
            List<byte[]> expected = tables(Runs.loadFile("scenarios/six-nodes.yaml"), 2);
            for (String tag : List.of("ar-EG-u-nu-arab", "tr-TR", "de-DE", "hi-IN-u-nu-deva")) {
                Locale.setDefault(Locale.forLanguageTag(tag));
                TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Chatham"));
                areEqual(tables(Runs.loadFile("scenarios/six-nodes.yaml"), 2), expected, tag);
            }
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void writesTheSameBytesWhenEveryFrameIsEncodedAndDecoded() throws IOException {
        for (String file : SMALL) {
            areEqual(tables(Runs.loadFile(file, "wire=encoded"), 2), tables(Runs.loadFile(file), 2), file + " encoded");
        }
    }

    @Test
    void takesTheSameCourseWhenEveryFrameIsEncodedAndDecoded() {
        for (long seed = 0; seed < 100; seed++) {
            String text = RandomScenarios.text(2_000_000 + seed, RandomScenarios.DURATION_MILLIS);
            LoadedScenario reference = Runs.load(text);
            LoadedScenario encoded = Runs.load(text, "wire=encoded");
            for (Protocol protocol : Protocol.values()) {
                assertThat(Runs.fingerprint(encoded, protocol, seed))
                        .as("seed %d, %s:%n%s", seed, protocol.label(), text)
                        .isEqualTo(Runs.fingerprint(reference, protocol, seed));
            }
        }
    }

    @Test
    void givesEverySeedAndProtocolACourseOfItsOwn() {
        LoadedScenario loaded = Runs.loadFile("scenarios/six-nodes.yaml");
        List<Long> fingerprints = new ArrayList<>();
        for (Protocol protocol : Protocol.values()) {
            for (long seed = 1; seed <= 20; seed++) {
                fingerprints.add(Runs.fingerprint(loaded, protocol, seed));
                assertThat(Runs.fingerprint(loaded, protocol, seed))
                        .isEqualTo(fingerprints.get(fingerprints.size() - 1));
            }
        }
        assertThat(fingerprints).doesNotHaveDuplicates();
    }

    @Test
    void ordersRunsAsTheScenarioListsThemAndPairsTheirSeeds() {
        LoadedScenario loaded = Runs.loadFile("scenarios/six-nodes.yaml", "duration=25s", "faults=[]");
        List<RunRecord> runs = new Experiment(loaded.scenario(), loaded.topology())
                .run(4, run -> {})
                .runs();
        int replications = loaded.scenario().replications();
        assertThat(runs).hasSize(2 * replications);
        for (int i = 0; i < runs.size(); i++) {
            assertThat(runs.get(i).protocol())
                    .isEqualTo(loaded.scenario().protocolNames().get(i / replications));
            assertThat(runs.get(i).replication()).isEqualTo(i % replications);
            assertThat(runs.get(i).seed())
                    .isEqualTo(RunSeeds.of(loaded.scenario().seed(), i % replications));
        }
        RunRecord again = new Experiment(loaded.scenario(), loaded.topology())
                .only(7)
                .run(1, run -> {})
                .runs()
                .get(0);
        assertThat(again.measurements().fingerprint())
                .isEqualTo(runs.get(7).measurements().fingerprint());
    }

    @Test
    void takesTheSameCourseOnAnotherJdk() throws Exception {
        Path java = otherJava();
        assumeTrue(java != null, "skipped: no JDK 25 in JAVA_HOME_25 or among the installed ones");
        Path output = folder.resolve("fingerprints.txt");
        Process process = new ProcessBuilder(
                        java.toString(),
                        "-Duser.language=tr",
                        "-cp",
                        System.getProperty("java.class.path"),
                        FingerprintPrinter.class.getName())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        boolean ended = process.waitFor(120, TimeUnit.SECONDS);
        process.destroyForcibly();
        assertThat(ended).isTrue();
        List<String> printed = Files.readAllLines(output, StandardCharsets.UTF_8);
        assertThat(printed.get(0)).startsWith("JDK 25");
        assertThat(printed.subList(1, printed.size())).isEqualTo(FingerprintPrinter.lines());
    }

    private static Path otherJava() throws IOException {
        List<Path> homes = new ArrayList<>();
        if (System.getenv("JAVA_HOME_25") != null) {
            homes.add(Path.of(System.getenv("JAVA_HOME_25")));
        }
        Path installed = Path.of("/usr/lib/jvm");
        if (Files.isDirectory(installed)) {
            try (Stream<Path> folders = Files.list(installed)) {
                folders.filter(home -> home.getFileName().toString().contains("25"))
                        .sorted()
                        .forEach(homes::add);
            }
        }
        return homes.stream()
                .map(home -> home.resolve("bin").resolve("java"))
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(null);
    }
}
