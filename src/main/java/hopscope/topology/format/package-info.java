/**
 * Network files: one reader per format behind one interface, what they have in common, and the writers.
 *
 * <p>May import {@code hopscope.topology} and what that may import, the JDK's XML parser, and Jackson's streaming parser
 * for the one format that is JSON. Read {@link hopscope.topology.format.TopologyFiles} and
 * {@link hopscope.topology.format.NetworkContent} first.
 */
package hopscope.topology.format;
