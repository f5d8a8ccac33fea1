/**
 * What a routing protocol is to a node, and what both families share.
 *
 * <p>May import {@code random}, {@code protocol}, {@code protocol.message} and the JDK. Read first: {@link
 * hopscope.protocol.routing.Router}, {@link hopscope.protocol.routing.Neighbours}.
 */
package hopscope.protocol.routing;
