/**
 * The messages that nodes exchange: immutable values without any encoding.
 *
 * <p>May import the JDK only. Read first: {@link hopscope.protocol.message.Message}, {@link
 * hopscope.protocol.message.RoutedMessage}. Their frames are in {@code hopscope.protocol.wire}; the lengths that a
 * message computes here are those of its encoded body.
 */
package hopscope.protocol.message;
