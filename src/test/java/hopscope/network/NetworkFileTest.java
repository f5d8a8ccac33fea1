package hopscope.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hopscope.document.BadValue;
import hopscope.document.DocumentException;
import hopscope.random.RandomStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NetworkFileTest {
    private static final String KEY = "ab".repeat(32);
    private static final String LINE = """
            nodes:
              - {id: 5, address: localhost, neighbours: [4]}
              - {id: 4, address: "[::1]:700", key: %s, neighbours: [7, 5]}
              - {id: 7, address: "10.0.0.7", neighbours: [4]}
            """;

    @TempDir
    private Path folder;

    @Test
    void readsNodesInAnyOrder() throws Exception {
        NetworkFile network = NetworkFile.parse("n.yaml", String.format(LINE, KEY.toUpperCase(java.util.Locale.ROOT)));

        assertThat(network.nodes())
                .containsExactly(
                        new NetworkNode(4, "::1", 700, KEY, List.of(5, 7)),
                        new NetworkNode(5, "localhost", 30_005, null, List.of(4)),
                        new NetworkNode(7, "10.0.0.7", 30_007, null, List.of(4)));
        assertThat(network.node(5)).contains(network.nodes().get(1));
        assertThat(network.node(6)).isEmpty();
        assertThat(network.warnings()).isEmpty();
    }

    @Test
    void readsTheSettingsOfAScenario() throws Exception {
        NetworkFile network = NetworkFile.parse("n.yaml", String.format(LINE, KEY) + """
                routing: {hop-limit: 9, distance-vector: {interval: 200ms}}
                reliability: {window: 7, retain: 1s}
                """);
        assertThat(network.routing().hopLimit()).isEqualTo(9);
        assertThat(network.routing().distanceVector().interval().nanos()).isEqualTo(200_000_000L);
        assertThat(network.routing().sourceRouting().interval().nanos()).isEqualTo(1_000_000_000L);
        assertThat(network.reliability().window()).isEqualTo(7);
        assertThat(network.warnings())
                .singleElement()
                .asString()
                .startsWith("n.yaml:6:34: retain 1s is shorter than the time");
    }

    @Test
    void hintsAtTheFileThatWasMeant() throws Exception {
        Files.writeString(folder.resolve("three-nodes.yaml"), "nodes: []");
        Path missing = folder.resolve("threenodes.yaml");
        assertThatThrownBy(() -> NetworkFile.read(missing))
                .isInstanceOf(DocumentException.class)
                .hasMessage(missing + ": there is no such file; did you mean 'three-nodes.yaml'?");
        assertThatThrownBy(() -> NetworkFile.read(folder))
                .hasMessage(folder + ": this is a folder; expected a network file (YAML)");
    }

    @Test
    void readsAddressesOfTheCommandLine() throws Exception {
        assertThat(AddressText.unresolved("localhost", 7).getPort()).isEqualTo(7);
        assertThat(AddressText.unresolved("[::1]:8", 7).getHostString()).isEqualTo("::1");
        assertThatThrownBy(() -> AddressText.unresolved("localhost:0", 7))
                .isInstanceOf(BadValue.class)
                .hasMessage("'0' is no port; expected 1 to 65535");
    }

    @Test
    void endsInANetworkOrInProblemsForEveryMutationOfTheText() {
        String[] pieces = {"{", "}", "[", "]", ":", ", ", "- ", "\n", "&a ", "*a", "-1", "id", "5", "1e999", "null", "ü"
        };
        String original = String.format(LINE, KEY) + "routing: {hop-limit: 9}\nreliability: {window: 7}\n";
        int accepted = 0;
        int refused = 0;
        for (long seed = 0; seed < 3_000; seed++) {
            RandomStream random = new RandomStream(seed);
            StringBuilder text = new StringBuilder(original);
            for (int i = 1 + random.nextInt(3); i > 0; i--) {
                int at = random.nextInt(text.length());
                int end = Math.min(text.length(), at + random.nextInt(9));
                text.replace(at, end, pieces[random.nextInt(pieces.length)]);
            }
            if (endsWell(text.toString(), seed)) {
                accepted++;
            } else {
                refused++;
            }
        }
        assertThat(accepted).isPositive();
        assertThat(refused).isPositive();
    }

    private static boolean endsWell(String text, long seed) {
        try {
            NetworkFile.parse("n.yaml", text);
            return true;
        } catch (DocumentException e) {
            assertThat(e.problems()).as("seed %d", seed).isNotEmpty().allSatisfy(problem -> {
                assertThat(problem.message()).doesNotContain("\n").doesNotContain("Exception");
                assertThat(problem.file()).isEqualTo("n.yaml");
            });
            return false;
        } catch (RuntimeException | StackOverflowError e) {
            throw new AssertionError("seed " + seed + ":\n" + text, e);
        }
    }
}
