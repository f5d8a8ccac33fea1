package hopscope.topology.format;

import hopscope.topology.TopologyFormatException;
import java.util.List;

/** Reads Inet's output as ns-3 reads it: the numbers of nodes and links, nodes with places in a plane, links with a distance. */
final class InetReader implements TopologyReader {
    @Override
    public TopologyFormat format() {
        return TopologyFormat.INET;
    }

    @Override
    public String expected() {
        return "an Inet file";
    }

    @Override
    public boolean recognises(String name, String head) {
        List<String> lines =
                head.lines().filter(line -> !line.isBlank()).limit(2).toList();
        return lines.size() == 2
                && lines.get(0).strip().matches("\\d+\\s+\\d+")
                && lines.get(1).strip().matches("\\d+(\\s+-?\\d+(\\.\\d+)?){2}");
    }

    @Override
    public boolean usualName(String name) {
        return name.endsWith(".inet") || name.contains("inet_");
    }

    @Override
    public NetworkContent read(NetworkFile file, ReadSettings settings) throws TopologyFormatException {
        LinesLeft lines = new LinesLeft(file.text());
        NetworkContent content = new NetworkContent("the number of a node");
        content.weightUnit = "Inet distance column";
        List<Word> counts = lines.next("two numbers").words(2, "the numbers of nodes and of links");
        int nodes = counts.get(0).whole("the number of nodes", TextLine.NODES_MAX);
        int links = counts.get(1).whole("the number of links", TextLine.LINKS_MAX);
        for (int node = 0; node < nodes; node++) {
            List<Word> words = lines.next("node " + node + " of " + nodes).words(3, "a node: number x y");
            NetworkContent.Node added = content.declare(words.get(0));
            added.x = words.get(1).number("x");
            added.y = words.get(2).number("y");
        }
        for (int link = 0; link < links; link++) {
            List<Word> words = lines.next("link " + link + " of " + links).words(3, "a link: from to distance");
            content.link(words.get(0), words.get(1)).weight = words.get(2).number("distance", 0);
        }
        if (!lines.isEmpty()) {
            throw lines.next("").wrong("more lines, expected the end after " + links + " links");
        }
        return content;
    }
}
