package hopscope.protocol.message;

/**
 * Tells the source of a message that carries its path that the path ends early: the next node on it is no neighbour of the
 * reporter any more. The route error of DSR (RFC 4728, section 8.3), with the reporter's newest link-state record as the
 * proof, so that whoever gets it need not remember an exception beside its database. Travels back along the path that the
 * message came on; about a route error there is none.
 *
 * @param source the reporter: one end of the link that is gone
 * @param destination who had sent the message
 * @param hopLimit links that it may still cross, 0 … 255
 * @param hops links that it has crossed, 0 … 255
 * @param path see {@link RoutedMessage#path()}
 * @param dropped type of the message dropped: {@link FrameType#DATA} or {@link FrameType#ACK}
 * @param messageId id that the message carried
 * @param messageDestination whom the message was for
 * @param unreachable the other end of the link that is gone
 * @param record the reporter's own, which does not list {@code unreachable}
 * @param ageMillis of the record, not negative
 */
public record RouteError(
        int source,
        int destination,
        int hopLimit,
        int hops,
        int[] path,
        FrameType dropped,
        long messageId,
        int messageDestination,
        int unreachable,
        LinkStateRecord record,
        int ageMillis)
        implements RoutedMessage {
    private static final int FIXED_LENGTH_BYTES = 4 + 4 + 1 + 1 + 2 + 1 + 8 + 4 + 4 + 4;

    @Override
    public FrameType type() {
        return FrameType.ROUTE_ERROR;
    }

    @Override
    public int bodyLengthBytes() {
        return FIXED_LENGTH_BYTES + 4 * path.length + record.lengthBytes();
    }

    @Override
    public RouteError forwarded() {
        return new RouteError(
                source,
                destination,
                hopLimit - 1,
                hops + 1,
                path,
                dropped,
                messageId,
                messageDestination,
                unreachable,
                record,
                ageMillis);
    }
}
