package hopscope.topology;

import hopscope.random.RandomStream;
import java.util.ArrayList;
import java.util.List;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.SimpleGraph;

/** Networks for tests, and their copies for JGraphT to judge. */
final class Networks {
    private Networks() {}

    /** A random network that is often not connected: 1 … 40 nodes, mean degree 0 … 4. */
    static Topology random(long seed) {
        RandomStream random = new RandomStream(seed);
        int nodes = 1 + random.nextInt(40);
        TopologyBuilder builder = new TopologyBuilder().nodes(nodes);
        int links = random.nextInt(2 * nodes + 1);
        for (int link = 0; link < links; link++) {
            builder.link(random.nextInt(nodes), random.nextInt(nodes));
        }
        return builder.build();
    }

    static SimpleGraph<Integer, DefaultEdge> jgrapht(Topology topology) {
        SimpleGraph<Integer, DefaultEdge> graph = new SimpleGraph<>(DefaultEdge.class);
        for (int node = 0; node < topology.nodeCount(); node++) {
            graph.addVertex(node);
        }
        for (int link = 0; link < topology.linkCount(); link++) {
            graph.addEdge(topology.endA(link), topology.endB(link));
        }
        return graph;
    }

    static Topology of(int nodes, int[]... links) {
        TopologyBuilder builder = new TopologyBuilder().nodes(nodes);
        for (int[] link : links) {
            builder.link(link[0], link[1]);
        }
        return builder.build();
    }

    /** Links as text, such as {@code 0-1}, in order. */
    static List<String> links(Topology topology) {
        List<String> links = new ArrayList<>();
        for (int link = 0; link < topology.linkCount(); link++) {
            links.add(topology.endA(link) + "-" + topology.endB(link));
        }
        return links;
    }

    /** Names, links and latencies as text: two networks are equal if these are. */
    static List<String> content(Topology topology) {
        List<String> content = new ArrayList<>(topology.names());
        for (int link = 0; link < topology.linkCount(); link++) {
            content.add(topology.endA(link) + "-" + topology.endB(link) + "@" + topology.latencyNanos(link));
        }
        return content;
    }
}
