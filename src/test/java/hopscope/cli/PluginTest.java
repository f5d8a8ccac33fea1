package hopscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Protocols from jars, through the command line as their authors and users see it. */
class PluginTest {
    private static final String SCENARIO = """
            name: plugged
            duration: 60s
            replications: 2
            topology: {generate: ring, nodes: 6}
            protocols: [distance-vector, vectors, {name: far, use: vectors, interval: 1s, horizon: 32}]
            traffic: [{from: each, to: each, start: 30s, count: 1, every: 1s}]
            expect: ['vectors.delivery_ratio == 1', 'far.delivery_ratio == 1']
            """;

    @TempDir
    private Path folder;

    private Path scenario(String text) throws Exception {
        return Files.writeString(folder.resolve("plugged.yaml"), text);
    }

    @Test
    void runsAProtocolOfAJarBesideOthersAndNamesItsBuild() throws Exception {
        Path jar = SamplePlugin.jar(folder, "vectors");
        Path out = folder.resolve("out");
        CommandRun run = CommandRun.of(
                "run", scenario(SCENARIO).toString(), "--plugin", jar.toString(), "--out", out.toString());
        assertThat(run.status()).as(run.err()).isZero();
        String effective = Files.readString(out.resolve("scenario.effective.yaml"));
        assertThat(effective).contains("use: vectors", "interval: 500ms", "horizon: 16", "horizon: 32");
        assertThat(effective).containsPattern("plugin: \"?sha256:[0-9a-f]{64}");
        assertThat(Files.readString(out.resolve("manifest.json"))).containsPattern("\"vectors\"\\s*:\\s*\"sha256:");
        // The effective scenario is read back, with the same build of the plugin only.
        Path again = folder.resolve("again.yaml");
        Files.writeString(again, effective);
        assertThat(CommandRun.of("validate", again.toString(), "--plugin", jar.toString())
                        .status())
                .isZero();
        Path other = SamplePlugin.jar(folder, "other", "nowNanos < dueNanos", "dueNanos > nowNanos");
        CommandRun refused = CommandRun.of("validate", again.toString(), "--plugin", other.toString());
        assertThat(refused.status()).isEqualTo(2);
        assertThat(refused.err()).contains("this is of another build of the plugin");
        CommandRun without = CommandRun.of("validate", again.toString());
        assertThat(without.status()).isEqualTo(2);
        assertThat(without.err())
                .contains(
                        "'vectors' is a protocol of a plugin, and that is not loaded; expected --plugin JAR with the build");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{use: vectors, horizn: 3}|5:28|unknown key 'horizn' in 'protocols.0' (vectors)",
                "{use: vectors, horizon: 1000}|5:37|'1000' is too large",
                "{use: vectors, interval: 3}|5:38|has no unit",
                "{use: vectors, horizon: 13}|5:13|horizon 13 brings bad luck",
                "vector|5:13|unknown word 'vector'",
            })
    void saysWhereSettingsOfAPluginAreWrong(String entry, String place, String what) throws Exception {
        Path jar = SamplePlugin.jar(folder, "vectors");
        String text = SCENARIO.replaceFirst("(?m)^protocols: .*$", "protocols: [" + entry + "]")
                .replaceFirst("(?m)^expect: .*\n", "");
        CommandRun run = CommandRun.of("validate", scenario(text).toString(), "--plugin", jar.toString());
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("plugged.yaml:" + place + ": ").contains(what);
    }

    @Test
    void saysWhatIsWrongWithAJar() throws Exception {
        Path text = Files.writeString(folder.resolve("a.jar"), "no jar");
        Path named = SamplePlugin.jar(folder, "named", "return \"vectors\";", "return \"link-state\";");
        Path unmarked = SamplePlugin.jar(
                folder,
                "unmarked",
                "@Setting(about = \"Time between two vectors.\", min = \"1ms\", byDefault = \"500ms\") ",
                "");
        Path throwing =
                SamplePlugin.jar(folder, "throwing", "return \"vectors\";", "throw new IllegalStateException(\"x\");");
        assertRefused(folder.resolve("missing.jar"), "there is no such file");
        assertRefused(text, "this is no jar");
        assertRefused(named, "'link-state' is that of a protocol of Hopscope");
        assertRefused(unmarked, "its setting 'interval' carries no @Setting");
        assertRefused(throwing, "sample.Sample");
    }

    private static void assertRefused(Path jar, String reason) {
        CommandRun run = CommandRun.of("validate", "scenarios/six-nodes.yaml", "--plugin", jar.toString());
        assertThat(run.status()).as(run.err()).isEqualTo(2);
        assertThat(run.err()).contains("--plugin " + jar).contains(reason);
    }
}
