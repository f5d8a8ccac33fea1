package hopscope.topology.format;

import hopscope.topology.TopologyFormatException;

/** Reads edge lists of SNAP: comments from # on, two nodes per line. */
final class SnapReader implements TopologyReader {
    @Override
    public TopologyFormat format() {
        return TopologyFormat.SNAP;
    }

    @Override
    public String expected() {
        return "an edge list";
    }

    @Override
    public boolean recognises(String name, String head) {
        return PairLines.recognises(head);
    }

    @Override
    public boolean usualName(String name) {
        return name.endsWith(".txt") || name.endsWith(".edges") || name.endsWith(".edgelist");
    }

    @Override
    public NetworkContent read(NetworkFile file, ReadSettings settings) throws TopologyFormatException {
        return PairLines.read(file.text());
    }
}
