package hopscope.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher's archive of classes. What stands for Java here notes how it is started; in the last test it is Java. */
class LauncherTest {
    private static final List<String> SHELL = List.of("sh", "-c");
    private static final String START = "\"./hopscope\" run it";
    private static final String LISTING = "-XX:DumpLoadedClassList=";
    private static final String MAKING = "-Xshare:dump";
    private static final String PAGES = "-XX:+UseTransparentHugePages";
    private static final Path SYSTEM_PAGES = Path.of("/sys/kernel/mm/transparent_hugepage/enabled");
    private static final String USING = "-XX:SharedArchiveFile=";
    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");

    @TempDir
    private Path temporary;

    private Path home;
    private Path jar;
    private Path starts;

    /** In a folder whose name has a space, as users' folders do. */
    @BeforeEach
    void buildAHome() throws IOException {
        buildHome("a home");
        starts = Files.createFile(temporary.resolve("starts.txt"));
    }

    private void buildHome(String name) throws IOException {
        home = Files.createDirectories(temporary.resolve(name));
        BashCommand.copy("hopscope", home);
        Files.createDirectories(home.resolve("src/main"));
        Files.createFile(home.resolve("pom.xml"));
        jar = Files.createFile(Files.createDirectories(home.resolve("target")).resolve("hopscope.jar"));
        for (String source : List.of("src/main", "pom.xml")) {
            Files.setLastModifiedTime(home.resolve(source), FileTime.from(LONG_AGO));
        }
        Files.setLastModifiedTime(jar, FileTime.from(LONG_AGO.plusSeconds(1)));
    }

    /** Something that can be started as a JVM, lists classes, and makes an archive of a list if it is one that does. */
    private Path jvm(String release, boolean makesArchives) throws IOException {
        Path folder = Files.createDirectories(temporary.resolve("jvm " + release));
        Files.writeString(folder.resolve("release"), release);
        Path java = Files.createDirectories(folder.resolve("bin")).resolve("java");
        Files.writeString(java, """
                #!/bin/sh
                echo "$*" >>'%s'
                for option; do
                    case "$option" in
                        %s*) printf 'a/Class\n@lambda-proxy a/Class picocli/Old\n' >"${option#*=}" ;;
                        -XX:SharedClassListFile=*) list=${option#*=} ;;
                        %s*) archive=${option#*=} ;;
                    esac
                done
                case "$*" in *%s*) %s cat "$list" >"$archive" ;; esac
                """.formatted(starts, LISTING, USING, MAKING, makesArchives ? "" : "false &&"));
        assertThat(java.toFile().setExecutable(true)).isTrue();
        return folder;
    }

    /** Starts the program; answers how Java was started since the start before. */
    private List<String> start(Path jvm) throws IOException {
        return start(jvm, "run it", "");
    }

    private List<String> start(Path jvm, String arguments, String javaOptions) throws IOException {
        long before = lines().size();
        BashCommand.Outcome outcome =
                launch("./hopscope " + arguments, Map.of("JAVA_HOME", jvm.toString(), "JAVA_OPTS", javaOptions));
        assertThat(outcome.status()).as(outcome.err()).isZero();
        assertThat(outcome.out() + outcome.err()).isEmpty();
        return lines().stream().skip(before).toList();
    }

    private List<String> lines() throws IOException {
        return Files.readAllLines(starts);
    }

    private BashCommand.Outcome launch(Map<String, String> environment) {
        return launch(START, environment);
    }

    private BashCommand.Outcome launch(String line, Map<String, String> environment) {
        Map<String, String> all = new HashMap<>(Map.of("JAVA_OPTS", ""));
        all.putAll(environment);
        return BashCommand.run(home, SHELL, line, all);
    }

    private List<Path> archives() throws IOException {
        try (Stream<Path> files = Files.list(home.resolve("target"))) {
            return files.filter(file -> !file.equals(jar)).sorted().toList();
        }
    }

    @Test
    void makesTheArchiveAtTheFirstStartAndUsesItFromThenOn() throws IOException {
        Path jvm = jvm("17", true);

        List<String> first = start(jvm);
        List<String> second = start(jvm);

        Path archive = archives().get(0);
        assertThat(archives()).containsExactly(archive);
        assertThat(first).hasSize(3);
        assertThat(first.get(0)).contains(LISTING + archive).contains("six-nodes.yaml");
        assertThat(first.get(1)).contains(MAKING).contains(USING + archive).endsWith(" -cp " + jar);
        assertThat(first.get(2)).contains(USING + archive).endsWith(" -jar " + jar + " run it");
        assertThat(second).containsExactly(first.get(2));
    }

    /** What refers to an old class in the list would keep that class, and all that extend it, out of the archive. */
    @Test
    void asksForNoReferenceToAnOldClass() throws IOException {
        start(jvm("17", true));

        assertThat(archives().get(0)).hasContent("a/Class");
    }

    @Test
    void makesItAnewWhenTheJarIsNewer() throws IOException {
        Path jvm = jvm("17", true);
        start(jvm);
        Files.setLastModifiedTime(jar, FileTime.from(Instant.now().plusSeconds(2)));

        assertThat(start(jvm).get(1)).contains(MAKING);
    }

    @Test
    void makesOneForEachJvm() throws IOException {
        Path older = jvm("17.0.15", true);
        Path newer = jvm("17.0.16", true);
        String usedByOlder = start(older).get(2);

        List<String> started = start(newer);

        assertThat(started.get(1)).contains(MAKING);
        assertThat(archives()).hasSize(2);
        assertThat(start(older)).containsExactly(usedByOlder).doesNotContain(started.get(2));
    }

    @Test
    void asksAJvmThatMakesNoneOnceAndLeavesItItsOwnArchive() throws IOException {
        Path jvm = jvm("17", false);

        List<String> started = new ArrayList<>(start(jvm));
        started.addAll(start(jvm));

        assertThat(started).hasSize(4);
        assertThat(started.get(1)).contains(MAKING);
        assertThat(started.subList(2, 4))
                .allSatisfy(options -> assertThat(options).doesNotContain(USING));
    }

    @Test
    void startsSilentlyWithoutWhereNothingMayBeWritten() throws IOException {
        Path target = home.resolve("target");
        assertThat(target.toFile().setWritable(false)).isTrue();
        assumeFalse(Files.isWritable(target), "skipped: this user may write everywhere");

        List<String> started = start(jvm("17", true));

        assertThat(started).hasSize(1);
        assertThat(started.get(0)).doesNotContain(MAKING).doesNotContain(USING);
        assertThat(target.toFile().setWritable(true)).isTrue();
    }

    @Test
    void asksForLargePagesWhereTheSystemGivesThemToWhoAsks() throws IOException {
        Path jvm = jvm("17", true);
        boolean given = Files.exists(SYSTEM_PAGES)
                && List.of("[madvise]", "[always]").stream().anyMatch(Files.readString(SYSTEM_PAGES)::contains);

        String run = last(start(jvm));

        assertThat(run.contains(PAGES)).isEqualTo(given);
    }

    @Test
    void leavesPagesToTheUserAndNodesWithSmallOnes() throws IOException {
        Path jvm = jvm("17", true);

        assertThat(last(start(jvm, "run it", "-XX:-UseTransparentHugePages"))).doesNotContain(PAGES);
        assertThat(last(start(jvm, "run it", "-XX:+UseLargePages"))).doesNotContain(PAGES);
        assertThat(last(start(jvm, "node it", ""))).doesNotContain(PAGES);
    }

    private static String last(List<String> started) {
        return started.get(started.size() - 1);
    }

    @Test
    void tellsTheProgramByWhatItWasStarted() throws IOException {
        Files.createSymbolicLink(home.resolve("link"), home.resolve("hopscope"));

        launch(
                "PATH=\"$PWD:$PATH\"; link run it",
                Map.of("JAVA_HOME", jvm("17", true).toString()));

        assertThat(last(lines()))
                .contains("-Dhopscope.launcher=" + home.toRealPath().resolve("hopscope"));
    }

    /** In a folder without a space: JDK 17 archives no classes from a path with one but its own. */
    @Test
    void isUnderstoodByJava() throws IOException {
        buildHome("home");
        fillJar();
        Map<String, String> environment =
                Map.of("JAVA_HOME", System.getProperty("java.home"), "JAVA_OPTS", "-Xlog:class+load");
        launch(environment);

        BashCommand.Outcome outcome = launch(environment);

        assertThat(outcome.status()).as(outcome.err()).isZero();
        assertThat(outcome.out()).contains(Started.class.getName() + " source: shared objects file");
    }

    /** Puts a program into the jar. */
    private void fillJar() throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, Started.class.getName());
        String entry = Started.class.getName().replace('.', '/') + ".class";
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream packed = new JarOutputStream(out, manifest);
                var bytes = Started.class.getClassLoader().getResourceAsStream(entry)) {
            packed.putNextEntry(new JarEntry(entry));
            bytes.transferTo(packed);
        }
    }

    /** The smallest of programs. */
    static final class Started {
        private Started() {}

        /** Does nothing. */
        public static void main(String[] arguments) {
            // Its class being loaded is all that is asked of it.
        }
    }
}
