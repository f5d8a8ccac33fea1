package hopscope.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The session of three terminals in the README, exactly as written. */
class NodeSessionIT {
    private static final Path PROJECT = Path.of("").toAbsolutePath();
    private static final String START = "./hopscope node ";

    @TempDir
    private Path folder;

    private final List<NodeProcess> started = new ArrayList<>();

    @BeforeEach
    void linkTheLauncher() throws IOException {
        Files.createSymbolicLink(folder.resolve("hopscope"), PROJECT.resolve("hopscope"));
        for (int port : new int[] {30_000, 30_004, 30_005}) {
            assumeTrue(isFree(port), "skipped: port " + port + " is in use");
        }
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    @AfterEach
    void stopWhatRuns() {
        started.forEach(NodeProcess::close);
    }

    /** The indented blocks of the section, without their indentation. */
    private static List<List<String>> blocks() throws IOException {
        String readme = Files.readString(PROJECT.resolve("README.md"));
        String section = readme.substring(readme.indexOf("## Three nodes, three terminals"));
        section = section.substring(0, section.indexOf("\n## "));
        List<List<String>> blocks = new ArrayList<>();
        boolean inside = false;
        for (String line : section.lines().toList()) {
            if (line.startsWith("    ")) {
                if (!inside) {
                    blocks.add(new ArrayList<>());
                }
                blocks.get(blocks.size() - 1).add(line.substring(4));
            }
            inside = line.startsWith("    ");
        }
        return blocks;
    }

    @Test
    void runsAsTheReadmeSays() throws Exception {
        List<List<String>> blocks = blocks();
        assertThat(blocks).hasSize(4);
        NodeProcess preparation = start(String.join("\n", blocks.get(0)));
        assertThat(preparation.status()).as("%s", preparation.output()).isZero();

        List<List<String>> terminals = blocks.subList(1, 4);
        List<NodeProcess> nodes = new ArrayList<>();
        for (List<String> terminal : terminals) {
            assertThat(terminal.get(0)).startsWith(START);
            nodes.add(start("exec " + terminal.get(0)));
        }
        for (int i = 0; i < 3; i++) {
            for (String line : terminals.get(i).subList(1, terminals.get(i).size())) {
                if (!line.startsWith("  ")) {
                    nodes.get(i).type(line);
                }
            }
        }
        for (int i = 0; i < 3; i++) {
            for (String line : terminals.get(i)) {
                if (line.startsWith("  ")) {
                    nodes.get(i).await(pattern(line.strip()));
                }
            }
        }
        assertThat(nodes.get(2).status()).as("status after 'quit'").isZero();
        assertThat(nodes.get(0).terminate()).isZero();
        assertThat(nodes.get(1).terminate()).isZero();
    }

    private NodeProcess start(String script) throws IOException {
        NodeProcess process = new NodeProcess(folder, "bash", "-c", script);
        started.add(process);
        return process;
    }

    /** What a line of the README stands for: times, message ids and record numbers differ from run to run. */
    private static String pattern(String line) {
        String any = line.replaceAll("^[0-9:.]{12} ", "TIME ")
                .replaceAll("message [0-9]+", "message NUMBER")
                .replaceAll("record [0-9]+", "record NUMBER");
        return "^" + Pattern.quote(any).replace("TIME", "\\E[0-9:.]{12}\\Q").replace("NUMBER", "\\E[0-9]+\\Q") + "$";
    }
}
