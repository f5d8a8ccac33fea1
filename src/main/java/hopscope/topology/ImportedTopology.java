package hopscope.topology;

/**
 * A network read from a file.
 *
 * @param topology all nodes and links of the file, nodes in the order of the file; not necessarily connected
 * @param report what was dropped or merged on the way
 * @param attributes what the file says beyond nodes and links
 */
public record ImportedTopology(Topology topology, ImportReport report, TopologyAttributes attributes) {
    /** A network about which nothing more is known. */
    public ImportedTopology(Topology topology, ImportReport report) {
        this(topology, report, TopologyAttributes.none(topology));
    }
}
