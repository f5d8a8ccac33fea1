package hopscope.topology.format;

import hopscope.topology.TopologyFormatException;
import java.util.List;

/** Reads BRITE's output (Medina and others 2001): nodes with a place in a plane, links with length, delay in milliseconds and bandwidth in Mbit/s. */
final class BriteReader implements TopologyReader {
    @Override
    public TopologyFormat format() {
        return TopologyFormat.BRITE;
    }

    @Override
    public String expected() {
        return "a BRITE file";
    }

    @Override
    public boolean recognises(String name, String head) {
        return head.stripLeading().startsWith("Topology:") && head.contains("Nodes");
    }

    @Override
    public boolean usualName(String name) {
        return name.endsWith(".brite");
    }

    @Override
    public NetworkContent read(NetworkFile file, ReadSettings settings) throws TopologyFormatException {
        NetworkContent content = new NetworkContent("the number of a node");
        content.weightUnit = "ms (BRITE delay column)";
        String section = "";
        for (TextLine line : TextLine.filled(file.text())) {
            String text = line.text().strip();
            if (text.startsWith("Nodes:")) {
                section = "Nodes";
            } else if (text.startsWith("Edges:")) {
                section = "Edges";
            } else if (section.equals("Nodes")) {
                readNode(line.words(3, "a node: id x y in-degree out-degree AS type"), content);
            } else if (section.equals("Edges")) {
                readLink(line.words(6, "a link: id from to length delay bandwidth …"), content);
            }
        }
        if (section.isEmpty()) {
            throw new TopologyFormatException("the file holds no section Nodes:", 0, 0);
        }
        return content;
    }

    private static void readNode(List<Word> words, NetworkContent content) throws TopologyFormatException {
        NetworkContent.Node node = content.declare(words.get(0));
        node.x = words.get(1).number("x");
        node.y = words.get(2).number("y");
    }

    private static void readLink(List<Word> words, NetworkContent content) throws TopologyFormatException {
        words.get(3).number("length", 0);
        double delay = words.get(4).number("delay");
        NetworkContent.Link link = content.link(words.get(1), words.get(2));
        if (delay >= 0) {
            link.weight = delay;
            link.latencyNanos = words.get(4).latencyNanos("delay", "ms");
        }
        if (words.get(5).number("bandwidth") >= 0) {
            link.bandwidthBps = words.get(5).bandwidthBps("bandwidth", "mbit");
        }
    }
}
