package hopscope.topology.format;

import hopscope.topology.TopologyFormatException;

/** Reads Rocketfuel's weights.intra: two routers and an inferred weight per line. */
final class RocketfuelWeightsReader implements TopologyReader {
    @Override
    public TopologyFormat format() {
        return TopologyFormat.ROCKETFUEL_WEIGHTS;
    }

    @Override
    public String expected() {
        return "Rocketfuel weights";
    }

    @Override
    public boolean recognises(String name, String head) {
        return name.contains("weights") && RocketfuelLines.recognises(head);
    }

    @Override
    public boolean usualName(String name) {
        return name.endsWith("weights.intra");
    }

    @Override
    public NetworkContent read(NetworkFile file, ReadSettings settings) throws TopologyFormatException {
        return RocketfuelLines.read(file.text(), false);
    }
}
