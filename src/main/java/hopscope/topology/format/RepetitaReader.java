package hopscope.topology.format;

import hopscope.topology.TopologyFormatException;
import java.util.List;

/** Reads REPETITA's graphs (arXiv 1710.08665): nodes by index with labels and coordinates, directed links with weight, bandwidth in kbit/s and delay in milliseconds. */
final class RepetitaReader implements TopologyReader {
    @Override
    public TopologyFormat format() {
        return TopologyFormat.REPETITA;
    }

    @Override
    public String expected() {
        return "a REPETITA graph";
    }

    @Override
    public boolean recognises(String name, String head) {
        return head.stripLeading().startsWith("NODES ");
    }

    @Override
    public boolean usualName(String name) {
        return name.endsWith(".graph");
    }

    @Override
    public NetworkContent read(NetworkFile file, ReadSettings settings) throws TopologyFormatException {
        LinesLeft lines = new LinesLeft(file.text());
        NetworkContent content = new NetworkContent("the index of a node");
        content.weightUnit = "ms (edge column delay)";
        int nodes = count(lines, "NODES", TextLine.NODES_MAX);
        for (int node = 0; node < nodes; node++) {
            List<Word> words =
                    lines.next("node " + node + " of " + nodes + ": label x y").words(3, "label x y");
            NetworkContent.Node added = content.declare(Integer.toString(node));
            added.label = words.get(0).text();
            added.x = words.get(1).number("x");
            added.y = words.get(2).number("y");
        }
        if (content.nodes.stream().allMatch(node -> node.x == 0 && node.y == 0)) {
            content.nodes.forEach(node -> node.x = Double.NaN);
        }
        int links = count(lines, "EDGES", TextLine.LINKS_MAX);
        for (int link = 0; link < links; link++) {
            TextLine line = lines.next("link " + link + " of " + links);
            readLink(line.words(6, "label src dest weight bw delay"), content);
        }
        if (!lines.isEmpty()) {
            throw lines.next("").wrong("more lines, expected the end after " + links + " links");
        }
        return content;
    }

    /** A line such as NODES 87, and the line of column names below it. */
    private static int count(LinesLeft lines, String section, int most) throws TopologyFormatException {
        List<Word> words = lines.next(section + " and their number").words(2, section + " and their number");
        if (!words.get(0).is(section)) {
            throw words.get(0).instead(section);
        }
        int count = words.get(1).whole("the number of " + section, most);
        lines.next("the names of the columns");
        return count;
    }

    private static void readLink(List<Word> words, NetworkContent content) throws TopologyFormatException {
        NetworkContent.Link link = content.link(words.get(1), words.get(2));
        words.get(3).number("weight", 0);
        link.bandwidthBps = words.get(4).bandwidthBps("bw", "kbit");
        link.weight = words.get(5).number("delay", 0);
        link.latencyNanos = words.get(5).latencyNanos("delay", "ms");
    }
}
