/**
 * Frames: {@code | header | body |}, one codec for all message types.
 *
 * <p>The header is 12 bytes, big-endian: magic {@code 0x4853} (2), wire version (1), frame type (1), body length (4),
 * CRC-32C over the first 8 bytes and the body (4). The layout of every body stands in {@code wire-format.md}. A frame
 * that is wrong in any way is a {@link hopscope.protocol.wire.FrameError}, never an exception.
 *
 * <p>May import {@code protocol.message} and the JDK. Read first: {@link hopscope.protocol.wire.FrameCodec}, {@link
 * hopscope.protocol.wire.FrameError}.
 */
package hopscope.protocol.wire;
