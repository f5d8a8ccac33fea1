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
}
