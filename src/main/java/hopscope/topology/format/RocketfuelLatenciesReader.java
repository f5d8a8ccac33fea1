package hopscope.topology.format;

import hopscope.topology.TopologyFormatException;

/** Reads Rocketfuel's latencies.intra: two routers and milliseconds per line. */
final class RocketfuelLatenciesReader implements TopologyReader {
    @Override
    public TopologyFormat format() {
        return TopologyFormat.ROCKETFUEL_LATENCIES;
    }

    @Override
    public String expected() {
        return "Rocketfuel latencies";
    }

    @Override
    public boolean recognises(String name, String head) {
        return name.contains("latencies") && RocketfuelLines.recognises(head);
    }

    @Override
    public boolean usualName(String name) {
        return name.endsWith("latencies.intra");
    }

    @Override
    public NetworkContent read(NetworkFile file, ReadSettings settings) throws TopologyFormatException {
        return RocketfuelLines.read(file.text(), true);
    }
}
