/**
 * Networks as compact arrays, where they come from and what is true of them: generators, components,
 * figures, and the shortest-path oracle. Files are read and written by {@code hopscope.topology.format}.
 *
 * <p>May import JGraphT and the JDK, and of ours only {@code hopscope.engine}, {@code hopscope.random} and
 * {@code hopscope.protocol}; in fact it needs none of them. Read {@link hopscope.topology.Topology} and
 * {@link hopscope.topology.ShortestPaths} first.
 */
package hopscope.topology;
