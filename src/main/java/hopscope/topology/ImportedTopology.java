package hopscope.topology;

/**
 * A network read from a file.
 *
 * @param topology all nodes and links of the file, nodes in the order of the file; not necessarily connected
 * @param report what was dropped or merged on the way
 */
public record ImportedTopology(Topology topology, ImportReport report) {}
