package hopscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import hopscope.tcp.TcpStatus;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class StatusFileTest {
    private static final InetSocketAddress ADDRESS = new InetSocketAddress("127.0.0.1", 30_004);

    @Test
    void writesJsonWhateverAPeerCallsItself() throws Exception {
        String name = "a\"b\\c\n\u2028é\ud83d\ude00";
        TcpStatus.Peer peer = new TcpStatus.Peer(5, ADDRESS, TcpStatus.PeerState.HELD_DOWN, true, name, 1, 77);
        String json = StatusFile.json(new TcpStatus(
                4, ADDRESS, 1_500_000_000L, 3, 2, 6, List.of(peer, peer), new TreeMap<>(Map.of("x.Y", 1L, "z", 2L))));

        assertThat(json).isASCII();
        JsonNode tree = new ObjectMapper().readTree(json);
        assertThat(tree.get("id").asInt()).isEqualTo(4);
        assertThat(tree.get("listen").asText()).isEqualTo("127.0.0.1:30004");
        assertThat(tree.get("timeMillis").asLong()).isEqualTo(NodeSetup.EPOCH_MILLIS + 1_500);
        assertThat(tree.get("peers")).hasSize(2);
        assertThat(tree.get("peers").get(1).get("software").asText()).isEqualTo(name);
        assertThat(tree.get("peers").get(0).get("state").asText()).isEqualTo("held_down");
        assertThat(tree.get("counters").get("z").asLong()).isEqualTo(2);
    }

    @Test
    void writesJsonOfANodeWithoutPeers() throws Exception {
        String json = StatusFile.json(new TcpStatus(4, ADDRESS, 0, 0, 0, 0, List.of(), new TreeMap<>()));
        assertThat(new ObjectMapper().readTree(json).get("peers")).isEmpty();
    }
}
