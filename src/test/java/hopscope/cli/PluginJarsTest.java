package hopscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.BinaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Jars that bring no protocol that can be used: what is wrong is said at once, whatever the command. */
class PluginJarsTest {
    private static final int CLASS_VERSION_AT = 7;
    private static final String SERVICES = "META-INF/services/hopscope.scenario.PluginProtocol";

    @TempDir
    private Path folder;

    private Path good;

    @BeforeEach
    void build() throws IOException {
        good = SamplePlugin.jar(folder, "vectors");
    }

    /** @param edit from an entry's name and bytes, as Latin-1, to its new bytes, or {@code null} to leave it out */
    private Path edited(String name, BinaryOperator<String> edit) throws IOException {
        Path jar = folder.resolve(name);
        try (ZipFile from = new ZipFile(good.toFile());
                ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
            for (ZipEntry entry : from.stream().toList()) {
                String before = new String(from.getInputStream(entry).readAllBytes(), StandardCharsets.ISO_8859_1);
                String after = edit.apply(entry.getName(), before);
                if (after != null) {
                    out.putNextEntry(new ZipEntry(entry.getName()));
                    out.write(after.getBytes(StandardCharsets.ISO_8859_1));
                }
            }
        }
        return jar;
    }

    private static void assertRefused(String reason, Path... jars) {
        String[] words = {"validate", "scenarios/six-nodes.yaml"};
        String[] all = Arrays.copyOf(words, words.length + 2 * jars.length);
        for (int i = 0; i < jars.length; i++) {
            all[words.length + 2 * i] = "--plugin";
            all[words.length + 2 * i + 1] = jars[i].toString();
        }
        CommandRun run = CommandRun.of(all);
        assertThat(run.status()).as(run.err()).isEqualTo(ExitStatus.USAGE);
        assertThat(run.err()).startsWith("--plugin ").contains(jars[jars.length - 1].toString(), reason);
        assertThat(run.err().lines()).as("one line, no stack trace").hasSize(1);
        assertThat(run.out()).isEmpty();
    }

    @Test
    void refusesADamagedClass() throws Exception {
        Path jar = edited("damaged.jar", (name, bytes) -> name.endsWith("Sample.class") ? "no class" : bytes);
        assertRefused("a plugin cannot be loaded: Incompatible magic value", jar);
    }

    @Test
    void refusesAJarThatIsCutOff() throws Exception {
        byte[] bytes = Files.readAllBytes(good);
        Path jar = Files.write(folder.resolve("cut.jar"), Arrays.copyOf(bytes, bytes.length / 2));
        assertRefused("this is no jar, or a damaged one", jar);
    }

    @Test
    void refusesAClassOfANewerJava() throws Exception {
        Path jar = edited("newer.jar", (name, bytes) -> {
            boolean isClass = name.endsWith(".class");
            return isClass
                    ? bytes.substring(0, CLASS_VERSION_AT) + (char) 200 + bytes.substring(CLASS_VERSION_AT + 1)
                    : bytes;
        });
        assertRefused("(class file version 200.0)", jar);
        assertRefused("; this is Java " + Runtime.version().feature(), jar);
    }

    @Test
    void refusesAJarThatLacksAClassItNeeds() throws Exception {
        Path jar = edited("lacking.jar", (name, bytes) -> name.endsWith("$Settings.class") ? null : bytes);
        assertRefused(
                "it needs the class sample.Sample$Settings, which is neither in a jar of --plugin nor in Hopscope",
                jar);
    }

    @Test
    void refusesAServiceFileThatNamesNoClass() throws Exception {
        Path missing = edited("missing.jar", (name, bytes) -> name.equals(SERVICES) ? "sample.Smaple\n" : bytes);
        Path other = edited("other.jar", (name, bytes) -> name.equals(SERVICES) ? "sample.Sample$Settings\n" : bytes);
        Path none = edited("none.jar", (name, bytes) -> name.equals(SERVICES) ? "# nothing yet\n" : bytes);
        assertRefused("a plugin cannot be loaded: Provider sample.Smaple not found", missing);
        assertRefused(
                "a plugin cannot be loaded: sample.Sample$Settings does not implement hopscope.scenario.PluginProtocol",
                other);
        assertRefused("the jar brings no protocol; expected an entry " + SERVICES + " that names a class", none);
    }

    @Test
    void refusesAClassThatCannotBeMade() throws Exception {
        Path jar = SamplePlugin.jar(
                folder,
                "unmade",
                "private static final int CODE",
                "public Sample() { throw new IllegalStateException(\"no licence\"); } private static final int CODE");
        assertRefused(
                "a plugin cannot be loaded: Provider sample.Sample could not be instantiated"
                        + " (java.lang.IllegalStateException: no licence)",
                jar);
    }

    @Test
    void refusesTwoProtocolsOfOneName() throws Exception {
        Path twin =
                SamplePlugin.jar(folder, "twin", "class Sample ", "class Twin ", "Sample.Settings", "Twin.Settings");
        assertRefused(
                "two plugins bring a protocol 'vectors': sample.Sample of vectors.jar, and sample.Twin of twin.jar;"
                        + " expected one",
                good,
                twin);
    }

    @Test
    void refusesTwoBuildsOfOneClass() throws Exception {
        Path other = SamplePlugin.jar(folder, "other", "nowNanos < dueNanos", "dueNanos > nowNanos");
        assertRefused("its class sample.Sample is in " + good + " as well; expected one of the two", good, other);
    }

    @Test
    void takesTwoJarsWithProtocolsOfTheirOwn() throws Exception {
        Path second = SamplePlugin.jar(
                folder,
                "second",
                "class Sample ",
                "class Twin ",
                "Sample.Settings",
                "Twin.Settings",
                "return \"vectors\"",
                "return \"twin\"");
        Path scenario = Files.writeString(folder.resolve("two.yaml"), """
                name: two
                duration: 5s
                topology: {generate: ring, nodes: 4}
                protocols: [vectors, twin]
                """);
        CommandRun run = CommandRun.of(
                "validate", scenario.toString(), "--plugin", good.toString(), "--plugin", second.toString());
        assertThat(run.status()).as(run.err()).isZero();
    }

    @Test
    void saysThatAProtocolIsOfAPluginThatIsNotLoaded() throws Exception {
        Path scenario = Files.writeString(folder.resolve("a.yaml"), """
                name: a
                duration: 5s
                topology: {generate: ring, nodes: 4}
                protocols:
                  - {use: vectors, plugin: "sha256:abc"}
                  - far
                """);
        CommandRun run = CommandRun.of("validate", scenario.toString());
        assertThat(run.status()).isEqualTo(ExitStatus.USAGE);
        assertThat(run.err())
                .contains(
                        "a.yaml:5:11: 'vectors' is a protocol of a plugin, and that is not loaded; expected --plugin JAR"
                                + " with the build sha256:abc")
                .containsPattern("a.yaml:6:5: 'protocols.1': unknown word 'far'; .*; --plugin JAR brings others along");
    }
}
