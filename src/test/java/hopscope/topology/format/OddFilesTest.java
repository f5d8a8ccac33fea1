package hopscope.topology.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import hopscope.topology.ImportedTopology;
import hopscope.topology.Topology;
import hopscope.topology.TopologyFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Runs {@code odd.txt}: files as people and tools write them, beside what is read of them or said about them. */
class OddFilesTest {
    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicTest> areReadOrRefusedWithAReason() throws IOException {
        List<String> sections = sections();
        assertThat(sections).hasSizeGreaterThan(30);
        return sections.stream().map(section -> {
            String title = section.substring(0, section.indexOf('\n'));
            return dynamicTest(title, () -> {
                String rest = section.substring(title.length() + 1);
                int marker = rest.lastIndexOf(">>>\n");
                assertThat(outcome(rest.substring(0, marker)))
                        .isEqualTo(rest.substring(marker + 4).stripTrailing());
            });
        });
    }

    private static List<String> sections() throws IOException {
        try (InputStream in = OddFilesTest.class.getResourceAsStream("odd.txt")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Arrays.stream(text.split("(?m)^### ")).skip(1).toList();
        }
    }

    /** The first line is the file's name. */
    private String outcome(String text) throws IOException {
        int end = text.indexOf('\n');
        Path file = folder.resolve(text.substring(0, end));
        String content = text.substring(end + 1)
                .replace("\\\\", "\u0000")
                .replace("\\r", "\r")
                .replace("\\t", "\t")
                .replace("\\uFEFF", "\uFEFF")
                .replace('\u0000', '\\');
        Files.writeString(file, content);
        try {
            return summary(TopologyFiles.read(file, ReadSettings.DEFAULT));
        } catch (TopologyFormatException refused) {
            return refused.line() + ":" + refused.column() + ": " + refused.getMessage();
        }
    }

    private static String summary(ImportedTopology read) {
        Topology topology = read.topology();
        List<String> lines = new ArrayList<>();
        lines.add(read.attributes().format() + ", nodes " + topology.names() + ", links in the file "
                + read.report().linksInFile());
        for (int link = 0; link < topology.linkCount(); link++) {
            long nanos = topology.latencyNanos(link);
            lines.add(topology.name(topology.endA(link)) + " - " + topology.name(topology.endB(link))
                    + (nanos == Topology.NO_LATENCY ? "" : " " + nanos));
        }
        read.attributes().notes().forEach(note -> lines.add("note: " + note));
        return String.join("\n", lines);
    }
}
