/**
 * The real code of a node: pure state machines without clock, socket, thread, file or static state. The simulator and
 * the TCP node run these classes unchanged.
 *
 * <p>Inputs carry the time in nanoseconds and return the next deadline; outputs go to {@link hopscope.protocol.Effects},
 * passed per call. All randomness comes from one stream given at birth. May import {@code random} and the JDK. Read
 * first: {@link hopscope.protocol.Effects}, {@code hopscope.protocol.node.Node}.
 */
package hopscope.protocol;
