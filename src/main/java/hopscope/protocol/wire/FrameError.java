package hopscope.protocol.wire;

/** What is wrong with a frame. */
public enum FrameError {
    /** Fewer bytes than the header or its length says. */
    TRUNCATED,
    /** It does not begin with the magic number. */
    BAD_MAGIC,
    /** Another version of the frame layout. */
    BAD_WIRE_VERSION,
    /** No such frame type. */
    UNKNOWN_TYPE,
    /** The body is longer than the limit. */
    OVERSIZED,
    /** Header or body were damaged. */
    BAD_CHECKSUM,
    /** The body is shorter or longer than its contents. */
    BAD_LENGTH,
    /** A field holds a value that it may not have. */
    BAD_VALUE
}
