/**
 * The node: sessions, router, reliable delivery and forwarding put together behind a handful of inputs.
 *
 * <p>May import all of {@code protocol} and {@code random}. Read first: {@link hopscope.protocol.node.Node}, {@link
 * hopscope.protocol.node.NodeConfig}.
 */
package hopscope.protocol.node;
