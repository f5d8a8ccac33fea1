package hopscope.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import hopscope.protocol.routing.RouteView;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Short runs, event by event, as they were when somebody last read them. A change of behaviour shows up here as a
 * difference of text; whoever wants it writes the files anew with {@code -Dhopscope.golden.write=true} and reads them.
 */
class GoldenTraceTest {
    private static final Path FOLDER = Path.of("src", "test", "resources", "hopscope", "protocol");
    private static final String SOURCE_ROUTING = "source-routing";
    private static final String DISTANCE_VECTOR = "distance-vector";
    private static final long MS = TinyNetwork.MS;
    private static final long SECOND = TinyNetwork.SECOND;

    /** The line B–A–D. */
    private static final int A = 0;

    private static final int B = 1;
    private static final int D = 2;

    @ParameterizedTest
    @ValueSource(strings = {SOURCE_ROUTING, DISTANCE_VECTOR})
    void startsTheSixNodeNetworkLikeThis(String protocol) throws IOException {
        TinyNetwork network = new TinyNetwork(TinyNetwork.named(protocol), 42).nodes(6);
        int[][] links = {{0, 4}, {0, 1}, {0, 2}, {1, 3}, {1, 4}, {2, 3}, {2, 5}, {3, 5}};
        for (int[] link : links) {
            network.link(link[0], link[1], (5 + link[0] + 2 * link[1]) * MS);
        }
        network.run(2_200 * MS);
        compare("six-nodes." + protocol + ".trace", network.trace());
    }

    @ParameterizedTest
    @ValueSource(strings = {SOURCE_ROUTING, DISTANCE_VECTOR})
    void livesThroughTheCutOfALineLikeThis(String protocol) throws IOException {
        TinyNetwork network = lineWithCut(protocol);
        network.send(B, D, new byte[] {1, 2, 3});
        network.run(300 * MS);
        compare("line-cut." + protocol + ".trace", network.trace());
    }

    private static TinyNetwork lineWithCut(String protocol) {
        TinyNetwork network = new TinyNetwork(TinyNetwork.named(protocol), 1).nodes(3);
        network.link(B, A, 10 * MS).link(A, D, 10 * MS);
        return network.run(4 * SECOND).cut(A, D).run(4 * SECOND);
    }

    @Test
    void leavesAAndBPointingAtEachOtherForEverByDistanceVector() {
        TinyNetwork network = lineWithCut(DISTANCE_VECTOR);
        int lines = network.trace().size();
        network.run(1_000 * SECOND);
        assertThat(network.node(A).routes().via(D)).isEqualTo(B);
        assertThat(network.node(B).routes().via(D)).isEqualTo(A);
        assertThat(network.node(A).routes().distance(D)).isEqualTo(3);
        assertThat(network.node(B).routes().distance(D)).isEqualTo(2);
        assertThat(network.trace().subList(lines, network.trace().size()))
                .hasSizeGreaterThan(1_000)
                .noneMatch(line -> line.contains("route to"));
    }

    @Test
    void sendsAMessageRoundTheLoopUntilTheHopLimitEndsIt() {
        TinyNetwork network = lineWithCut(DISTANCE_VECTOR);
        network.send(B, D, new byte[0]);
        network.run(30 * SECOND);
        assertThat(network.node(B).counters().droppedHopLimit()).isEqualTo(4);
        assertThat(network.abandoned()).hasSize(1);
    }

    @Test
    void dropsTheRouteToTheCutOffNodeBySourceRouting() {
        TinyNetwork network = lineWithCut(SOURCE_ROUTING);
        for (int node : new int[] {A, B}) {
            RouteView routes = network.node(node).routes();
            assertThat(routes.distance(D)).isEqualTo(RouteView.NO_ROUTE);
            assertThat(routes.via(D)).isEqualTo(RouteView.NO_ROUTE);
            assertThat(routes.distance(A + B - node)).isEqualTo(1);
        }
        assertThat(network.node(D).routes().distance(A)).isEqualTo(RouteView.NO_ROUTE);
        assertThat(network.node(D).routes().distance(B)).isEqualTo(RouteView.NO_ROUTE);
    }

    private static void compare(String name, List<String> trace) throws IOException {
        Path file = FOLDER.resolve(name);
        if (Boolean.getBoolean("hopscope.golden.write")) {
            Files.createDirectories(FOLDER);
            Files.writeString(file, String.join("\n", trace) + "\n");
        }
        assertThat(Files.readString(file, StandardCharsets.UTF_8).lines().toList())
                .as("%s; -Dhopscope.golden.write=true writes it anew", name)
                .isEqualTo(trace);
    }
}
