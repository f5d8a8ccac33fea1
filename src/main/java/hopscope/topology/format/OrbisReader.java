package hopscope.topology.format;

import hopscope.topology.TopologyFormatException;

/** Reads Orbis' output as ns-3 reads it: two nodes per line. */
final class OrbisReader implements TopologyReader {
    @Override
    public TopologyFormat format() {
        return TopologyFormat.ORBIS;
    }

    @Override
    public String expected() {
        return "an Orbis file";
    }

    @Override
    public boolean recognises(String name, String head) {
        return name.contains("orbis") && PairLines.recognises(head);
    }

    @Override
    public boolean usualName(String name) {
        return name.contains("orbis");
    }

    @Override
    public NetworkContent read(NetworkFile file, ReadSettings settings) throws TopologyFormatException {
        return PairLines.read(file.text());
    }
}
