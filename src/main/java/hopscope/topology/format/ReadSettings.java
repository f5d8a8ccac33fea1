package hopscope.topology.format;

/**
 * How a network file is to be read.
 *
 * @param format of the file, or {@link TopologyFormat#AUTO}
 * @param latencyFrom where latencies come from
 * @param nearest of a latency matrix, the links kept per node, the fastest first, at least 1; 0 keeps all. Other
 *     formats ignore it
 */
public record ReadSettings(TopologyFormat format, LatencySource latencyFrom, int nearest) {
    /** Recognise the format, take latencies as they are, keep all links. */
    public static final ReadSettings DEFAULT = new ReadSettings(TopologyFormat.AUTO, LatencySource.ATTRIBUTE, 0);
}
