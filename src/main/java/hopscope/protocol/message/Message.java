package hopscope.protocol.message;

/** A message between two neighbours. Immutable: the simulator passes it by reference. */
public sealed interface Message
        permits SessionMessage,
                Keepalive,
                RouteTable,
                RipUpdate,
                FeasibleUpdate,
                SequenceRequest,
                LinkStateGossip,
                ExtensionMessage,
                RoutedMessage {
    /** Its frame type. */
    FrameType type();

    /** Length of its encoded body in bytes, without the frame header; O(1). */
    int bodyLengthBytes();

    /**
     * The world that carried this message by reference is through with it, and so is everybody else: nobody may look at it
     * from now on, and what it shares with its sender is the sender's alone again. Never calling this costs the sender a
     * copy, nothing else.
     */
    default void release() {}

    /** Somebody may look at this message as long as he likes: {@link #release} is to do nothing. */
    default void keep() {}
}
