package hopscope.protocol.message;

/**
 * An application's message.
 *
 * @param source who sent it
 * @param destination whom it is for
 * @param hopLimit links that it may still cross, 0 … 255
 * @param hops links that it has crossed, 0 … 255
 * @param path see {@link RoutedMessage#path()}
 * @param id snowflake id, unique together with the source
 * @param payload up to 65,535 bytes, not to be changed
 */
public record DataMessage(int source, int destination, int hopLimit, int hops, int[] path, long id, byte[] payload)
        implements RoutedMessage {
    private static final int FIXED_LENGTH_BYTES = 4 + 4 + 1 + 1 + 2 + 8 + 2;

    @Override
    public long messageId() {
        return id;
    }

    @Override
    public FrameType type() {
        return FrameType.DATA;
    }

    @Override
    public int bodyLengthBytes() {
        return FIXED_LENGTH_BYTES + 4 * path.length + payload.length;
    }

    @Override
    public DataMessage forwarded() {
        return new DataMessage(source, destination, hopLimit - 1, hops + 1, path, id, payload);
    }
}
