package hopscope.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import hopscope.topology.format.GraphMlReader;
import hopscope.topology.format.GraphMlWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GraphMlWriterTest {
    @TempDir
    private Path folder;

    private static String written(Topology topology) throws Exception {
        StringBuilder text = new StringBuilder();
        GraphMlWriter.write(topology, "a < b & c", text);
        return text.toString();
    }

    private Topology readBack(Topology topology) throws Exception {
        Path file = Files.writeString(folder.resolve("written.graphml"), written(topology));
        return GraphMlReader.read(file).topology();
    }

    @Test
    void writesTheSameCharactersEveryTime() throws Exception {
        TopologyBuilder builder = new TopologyBuilder();
        builder.link(builder.node("A&B"), builder.node("C"), 1_500_000);
        assertThat(written(builder.build())).isEqualTo("""
                        <?xml version="1.0" encoding="UTF-8"?>
                        <graphml xmlns="http://graphml.graphdrawing.org/xmlns">
                          <key id="title" for="graph" attr.name="title" attr.type="string"/>
                          <key id="label" for="node" attr.name="label" attr.type="string"/>
                          <key id="latency" for="edge" attr.name="latency_ms" attr.type="double"/>
                          <graph id="network" edgedefault="undirected">
                            <data key="title">a &lt; b &amp; c</data>
                            <node id="n0"><data key="label">A&amp;B</data></node>
                            <node id="n1"><data key="label">C</data></node>
                            <edge source="n0" target="n1"><data key="latency">1.5</data></edge>
                          </graph>
                        </graphml>
                        """);
    }

    @Test
    void isReadBackWithAwkwardNamesAndLatencies() throws Exception {
        TopologyBuilder builder = new TopologyBuilder();
        int zurich = builder.node("Zürich \"<]]>&'\" 東京 \uD83D\uDE80");
        int lines = builder.node("two\r\nlines\tand a tab");
        int plain = builder.node("plain");
        builder.link(zurich, lines, 1).link(lines, plain).link(plain, zurich, 3_600_000_000_000L);
        Topology topology = builder.build();
        assertThat(Networks.content(readBack(topology))).isEqualTo(Networks.content(topology));
    }

    @Test
    void isReadBackForRandomNetworks() throws Exception {
        for (long seed = 0; seed < 100; seed++) {
            Topology topology = Networks.random(seed);
            assertThat(Networks.content(readBack(topology))).as("seed %d", seed).isEqualTo(Networks.content(topology));
        }
    }

    @Test
    void refusesNamesThatWouldNotBeReadBack() {
        refuses(" a", "blanks at its ends");
        refuses("  ", "blank");
        refuses("a\u0001", "XML cannot hold the character U+0001");
        refuses("a\uD800", "XML cannot hold the character U+D800");
    }

    private static void refuses(String name, String sentence) {
        TopologyBuilder builder = new TopologyBuilder();
        builder.node(name);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> written(builder.build()))
                .withMessageContaining(sentence);
    }
}
