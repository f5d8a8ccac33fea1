package hopscope.protocol.message;

/** Says that its sender is alive, and nothing else: fills the silence of an established session. */
public record Keepalive() implements Message {
    /** All are equal. */
    public static final Keepalive INSTANCE = new Keepalive();

    @Override
    public FrameType type() {
        return FrameType.KEEPALIVE;
    }

    @Override
    public int bodyLengthBytes() {
        return 0;
    }
}
