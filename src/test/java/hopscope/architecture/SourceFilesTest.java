package hopscope.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rules that only the sources show. */
class SourceFilesTest {
    private static final Path MAIN = Path.of("src", "main", "java");
    private static final int LINES_MAX = 400;

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(MAIN)) {
            List<Path> sources = files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
            assertThat(sources).hasSizeGreaterThan(100);
            return sources;
        }
    }

    @Test
    void staySmall() throws IOException {
        for (Path source : sources()) {
            assertThat(Files.readAllLines(source)).as(source.toString()).hasSizeLessThanOrEqualTo(LINES_MAX);
        }
    }

    @Test
    void explainEveryPackage() throws IOException {
        TreeSet<Path> folders = new TreeSet<>();
        for (Path source : sources()) {
            folders.add(source.getParent());
        }
        for (Path folder : folders) {
            Path about = folder.resolve("package-info.java");
            assertThat(about).exists();
            String text = Files.readString(about).replace("\n *", "").replaceAll(" +", " ");
            assertThat(text)
                    .as(about.toString())
                    .startsWith("/**")
                    .contains("ay import")
                    .containsPattern("Read( first: \\{@link|[^:]*\\{@link [^}]*} first| \\{@link [^}]*} and \\{@link)");
        }
    }

    @Test
    void nameTheLocaleWhereTextIsFormatted() throws IOException {
        for (Path source : sources()) {
            String text = Files.readString(source);
            assertThat(text)
                    .as(source.toString())
                    .doesNotContainPattern("String\\.format\\(\\s*\"")
                    .doesNotContain(".toLowerCase()")
                    .doesNotContain(".toUpperCase()")
                    .doesNotContain(".formatted(");
        }
    }
}
