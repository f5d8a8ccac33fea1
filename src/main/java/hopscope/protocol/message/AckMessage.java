package hopscope.protocol.message;

/**
 * Says that a message was handled; travels as messages do, without being acknowledged itself.
 *
 * @param source who handled the message
 * @param destination who had sent it
 * @param hopLimit links that it may still cross, 0 … 255
 * @param hops links that it has crossed, 0 … 255
 * @param path see {@link RoutedMessage#path()}
 * @param acknowledgedId id of the message handled
 */
public record AckMessage(int source, int destination, int hopLimit, int hops, int[] path, long acknowledgedId)
        implements RoutedMessage {
    private static final int FIXED_LENGTH_BYTES = 4 + 4 + 1 + 1 + 2 + 8;

    @Override
    public long messageId() {
        return acknowledgedId;
    }

    @Override
    public FrameType type() {
        return FrameType.ACK;
    }

    @Override
    public int bodyLengthBytes() {
        return FIXED_LENGTH_BYTES + 4 * path.length;
    }

    @Override
    public AckMessage forwarded() {
        return new AckMessage(source, destination, hopLimit - 1, hops + 1, path, acknowledgedId);
    }
}
