package hopscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import hopscope.scenario.Protocol;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the node command refuses before it opens a socket. */
class NodeSetupTest {
    @TempDir
    private Path folder;

    private Path network;

    @BeforeEach
    void writeNetwork() throws IOException {
        network = Files.writeString(folder.resolve("network.yaml"), """
                nodes:
                  - {id: 1, address: 127.0.0.1, neighbours: [2, 3]}
                  - {id: 2, address: 127.0.0.1, neighbours: [1]}
                  - {id: 3, address: 192.0.2.1, neighbours: [1]}
                """);
    }

    private String refusal(String... options) {
        String[] args = new String[options.length + 3];
        args[0] = "node";
        args[1] = "--network";
        args[2] = network.toString();
        System.arraycopy(options, 0, args, 3, options.length);
        CommandRun run = CommandRun.of(args);
        assertThat(run.status()).as(run.err()).isEqualTo(ExitStatus.USAGE);
        assertThat(run.out()).isEmpty();
        return run.err().strip();
    }

    @Test
    void refusesANodeThatTheFileDoesNotList() {
        assertThat(refusal("--id", "13"))
                .isEqualTo(network + ": there is no node 13; expected one of 1, 2, 3; did you mean '1'?");
    }

    @Test
    void refusesAnUnknownProtocolOrProtection() {
        assertThat(refusal("--id", "2", "--security", "none", "--protocol", "source-rooting"))
                .startsWith("--protocol: unknown word 'source-rooting'; expected one of source-routing,")
                .endsWith("; did you mean 'source-routing'?");
        assertThat(refusal("--id", "2", "--security", "ssl"))
                .isEqualTo("--security: unknown word 'ssl'; expected tls or none");
        assertThat(refusal("--id", "2", "--security", "none", "--listen", "127.0.0.1:0"))
                .isEqualTo("--listen: '0' is no port; expected 1 to 65535");
    }

    @Test
    void refusesToGoUnprotectedBeyondTheLoopbackInterface() {
        assertThat(refusal("--id", "1", "--security", "none"))
                .isEqualTo("--security none is for the loopback interface, and 192.0.2.1:30003 is beyond it; expected"
                        + " --security tls, or --insecure-bind as well");
        assertThat(refusal("--id", "2", "--security", "none", "--listen", "0.0.0.0"))
                .contains("0.0.0.0:30002 is beyond it");
    }

    @Test
    void refusesAnIdentityThatDoesNotFitTheNetwork() throws IOException {
        assertThat(refusal("--id", "2"))
                .isEqualTo(
                        folder.resolve("node-2.pem") + ": no such file; 'hopscope identity create' makes an identity");
        CommandRun.of("identity", "create", "--id", "3", "--out", folder.toString());
        String file = folder.resolve("node-3.pem").toString();
        assertThat(refusal("--id", "2", "--identity", file).lines())
                .containsExactly(
                        network + ": node 1 has no key; expected the fingerprint that 'hopscope identity show'"
                                + " prints, or --security none",
                        file + ": is the identity of node 3; expected that of node 2");
        Files.writeString(
                network, Files.readString(network).replace("192.0.2.1,", "192.0.2.1, key: " + "00".repeat(32) + ","));
        assertThat(refusal("--id", "3")).contains(file + ": its key is ").contains("others would refuse this node");
    }

    @Test
    void refusesAStateThatIsNotTheNodes() throws IOException {
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        for (Path place : new Path[] {folder, elsewhere}) {
            Path state = Files.writeString(place.resolve("node-2.state"), "hopscope-state 1\nnode 3\n");
            String[] options = place == folder
                    ? new String[] {"--id", "2", "--security", "none"}
                    : new String[] {"--id", "2", "--security", "none", "--state", place.toString()};
            assertThat(refusal(options))
                    .isEqualTo(state + ":2: not the state of node 2; expected 'node 2'. Without it message ids may"
                            + " repeat if the clock was set back; --state DIR keeps it elsewhere");
            assertThat(state).hasContent("hopscope-state 1\nnode 3\n");
        }
    }

    @Test
    void listsEveryProtocolInItsHelp() {
        String help = CommandRun.of("node", "--help").out();
        assertThat(Protocol.values()).allSatisfy(protocol -> assertThat(help).contains(protocol.label()));
    }

    @Test
    void saysThatThePortIsTaken() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            String address = "127.0.0.1:" + taken.getLocalPort();
            assertThat(refusal("--id", "2", "--security", "none", "--listen", address))
                    .startsWith("hopscope: node 2 cannot listen at " + address + " (")
                    .endsWith("); is the address this host's, the port free?");
        }
    }

    @Test
    void saysAllThatIsWrongWithTheNetworkFile() throws IOException {
        Files.writeString(network, "nodes: [{id: x, adress: a, neighbours: []}]\n");
        assertThat(refusal("--id", "1").lines()).hasSize(3).allMatch(line -> line.startsWith(network + ":1:"));
    }
}
