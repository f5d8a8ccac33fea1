package hopscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import hopscope.protocol.reliability.SnowflakeIds;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Three nodes in processes of their own, connected in a triangle by TLS. */
class NodeProcessesIT {
    private static final Path JAR = Path.of("target", "hopscope.jar").toAbsolutePath();

    @TempDir
    private Path folder;

    private final List<NodeProcess> started = new ArrayList<>();
    private Path network;

    @BeforeEach
    void makeANetwork() throws IOException {
        StringBuilder text = new StringBuilder("nodes:\n");
        int[] ports = freePorts(3);
        for (int id = 0; id < 3; id++) {
            assertThat(CommandRun.of("identity", "create", "--id", "" + id, "--out", folder.toString())
                            .status())
                    .isZero();
            String key = CommandRun.of(
                            "identity",
                            "show",
                            "--fingerprint",
                            folder.resolve("node-" + id + ".pem").toString())
                    .out()
                    .strip();
            text.append("  - {id: %d, address: '127.0.0.1:%d', key: %s, neighbours: [%d, %d]}\n"
                    .formatted(id, ports[id], key, (id + 1) % 3, (id + 2) % 3));
        }
        text.append("routing: {source-routing: {interval: 200ms}, distance-vector: {interval: 200ms}}\n");
        text.append("reliability: {timeout: 200ms, retries: 3}\n");
        network = Files.writeString(folder.resolve("network.yaml"), text);
    }

    private static int[] freePorts(int count) throws IOException {
        List<ServerSocket> sockets = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            sockets.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
        }
        int[] ports = sockets.stream().mapToInt(ServerSocket::getLocalPort).toArray();
        for (ServerSocket socket : sockets) {
            socket.close();
        }
        return ports;
    }

    private NodeProcess node(int id, String... options) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                JAR.toString(),
                "node",
                "--network",
                network.toString(),
                "--id",
                String.valueOf(id)));
        command.addAll(Arrays.asList(options));
        NodeProcess process = new NodeProcess(folder, command.toArray(String[]::new));
        started.add(process);
        return process;
    }

    @AfterEach
    void stopWhatRuns() {
        started.forEach(NodeProcess::close);
    }

    @ParameterizedTest
    @ValueSource(strings = {"source-routing", "distance-vector"})
    void goesOnWhenANodeIsKilledAndWelcomesItBack(String protocol) throws Exception {
        NodeProcess zero = node(0, "--protocol", protocol);
        NodeProcess one = node(1, "--protocol", protocol);
        NodeProcess two = node(2, "--protocol", protocol);
        zero.type("wait 2");
        zero.await("to 2: .*distance [12]");
        two.type("wait 0");
        // By way of node 1 if that session was up first.
        two.await("to 0: .*distance [12]");
        say(two, 0, "first-life", 20);
        zero.await(20, "received from 2: first-life-");
        two.await(20, "acknowledged by 0");

        say(zero, 1, "others-go-on", 30);
        say(zero, 2, "in-flight", 30);
        two.kill();
        zero.await("down: node 2");
        one.await(30, "received from 0: others-go-on-");
        assertEachOnce(one, "others-go-on", 30);
        // Everything accepted came to an end: acknowledged before the kill, or reported.
        zero.await(60, "^sent to [12]: ");
        zero.await(60, "(acknowledged by [12]:|given up: message)");
        assertThat(zero.count("not sent")).isZero();
        say(zero, 1, "still-here", 5);
        one.await(5, "received from 0: still-here-");
        say(zero, 2, "into-the-void", 3);
        zero.await(68, "(acknowledged by [12]:|given up: message)");
        assertThat(zero.count("given up: message \\d+ to 2 \\(no acknowledgement"))
                .isGreaterThanOrEqualTo(3);

        NodeProcess again = node(2, "--protocol", protocol);
        again.type("wait 0");
        again.await("to 0: .*distance [12]");
        zero.await(2, "up: node 2");
        say(again, 0, "second-life", 20);
        zero.await(20, "received from 2: second-life-");
        again.await(20, "acknowledged by 0");
        zero.type("wait 2");
        zero.await(2, "to 2: .*distance");
        say(zero, 2, "welcome-back", 3);
        again.await(3, "received from 0: welcome-back-");
        assertEachOnce(zero, "second-life", 20);
        assertThat(messageIds(again)).allSatisfy(id -> assertThat(id).isGreaterThan(max(messageIds(two))));
        assertThat(SnowflakeIds.millis(max(messageIds(again))))
                .as("reserved on disk before use")
                .isLessThanOrEqualTo(reservedMillis(2));
        assertEachOnce(zero, "first-life", 20);
        assertThat(again.count("into-the-void")).isZero();
    }

    private static List<Long> messageIds(NodeProcess node) {
        return node.output().stream()
                .filter(line -> line.startsWith("sent to "))
                .map(line -> Long.parseLong(line.substring(line.lastIndexOf(' ') + 1)))
                .toList();
    }

    private static long max(List<Long> ids) {
        return ids.stream().mapToLong(Long::longValue).max().orElseThrow();
    }

    /** What the node's state file beside its identity says. */
    private long reservedMillis(int id) throws IOException {
        String state = Files.readString(folder.resolve("node-" + id + ".state"));
        return Long.parseLong(state.replaceFirst("(?s).*message-id-millis ([0-9]+)\n.*", "$1"));
    }

    private static void say(NodeProcess node, int destination, String words, int times) {
        for (int i = 0; i < times; i++) {
            node.type("send " + destination + " " + words + "-" + i);
        }
    }

    private static void assertEachOnce(NodeProcess node, String words, int times) {
        for (int i = 0; i < times; i++) {
            assertThat(node.count("received from \\d+: " + words + "-" + i + " "))
                    .isEqualTo(1);
        }
    }

    @Test
    void stopsCleanlyOnATerminationSignal() throws Exception {
        NodeProcess zero = node(0, "--serve", "--drain", "1");
        NodeProcess one = node(1);
        zero.type("wait 1");
        zero.await("to 1: path");
        zero.type("send 2 nobody-home");
        zero.await("sent to 2: message");

        assertThat(zero.terminate()).isZero();
        zero.await("stopping: waiting at most 1 s");
        zero.await("given up: message \\d+ to 2 ");
        zero.await("^stopped; ");
        one.await("down: node 0");
        assertThat(one.terminate()).isZero();
        one.await("stopped; every message was acknowledged or reported before");
    }

    @Test
    void obeysAScript() throws Exception {
        NodeProcess one = node(1, "--serve");
        assertThat(one.count("unknown command")).isZero();
        one.await("node 1 listens at 127.0.0.1:\\d+ \\(source-routing, TLS 1.3\\)");
        NodeProcess zero = node(0);
        for (String line : List.of(
                "wait 1",
                "send 1 hello there",
                "send 1 0x010203",
                "send 1",
                "send 0 me",
                "sned 1 x",
                "route 7",
                "route 2",
                "table",
                "peers",
                "topology",
                "status",
                "help",
                "disconnect 9")) {
            zero.type(line);
        }
        one.await("received from 0: hello there \\(message \\d+, 1 hop\\)");
        one.await("received from 0: 0x010203 ");
        zero.await(2, "acknowledged by 1: message");
        zero.await("send what\\? expected a node and a text");
        zero.await("'0' is no other node of the network file");
        zero.await("unknown command 'sned'; 'help' lists them; did you mean 'send'\\?");
        zero.await("'7' is no other node");
        zero.await(2, "to 2: no route");
        zero.await(2, "to 1: path 0 → 1, distance 1");
        zero.await("node 1 at 127.0.0.1:\\d+: established, dialled by (us|it), hopscope");
        zero.await("node 0: 1 \\(record \\d+\\)");
        zero.await("node 0 at 127.0.0.1:\\d+: 1 of 2 neighbours");
        zero.await("'9' is no neighbour");
        zero.type("disconnect 1");
        one.await("down: node 0");
        zero.await("down: node 1");
        zero.type("connect 1");
        one.await(2, "up: node 0");
        assertThat(zero.endInput()).as("the end of the input is the end").isZero();
        zero.await("^stopped; ");
    }

    @Test
    void rewritesItsStatus() throws Exception {
        Path file = folder.resolve("status.json");
        NodeProcess zero = node(0, "--status-json", file.toString());
        NodeProcess one = node(1);
        zero.type("wait 1");
        zero.await("to 1: path");
        one.type("wait 0");
        one.await("to 0: path");
        JsonNode first = new ObjectMapper().readTree(Files.readString(file));
        JsonNode later = first;
        long end = System.nanoTime() + 60_000_000_000L;
        while (later.get("timeMillis").asLong() == first.get("timeMillis").asLong()
                || !later.get("peers").get(0).get("state").asText().equals("established")) {
            assertThat(System.nanoTime())
                    .as("no newer status within a minute: %s", later)
                    .isLessThan(end);
            later = new ObjectMapper().readTree(Files.readString(file));
        }
        assertThat(later.get("id").asInt()).isZero();
        assertThat(later.get("peers")).hasSize(2);
        assertThat(later.get("counters")).isNotEmpty();
    }
}
