package hopscope.protocol.wire;

import hopscope.protocol.message.AckMessage;
import hopscope.protocol.message.DataMessage;
import hopscope.protocol.message.ExtensionMessage;
import hopscope.protocol.message.FrameType;
import hopscope.protocol.message.Keepalive;
import hopscope.protocol.message.LinkStateGossip;
import hopscope.protocol.message.LinkStateRecord;
import hopscope.protocol.message.Message;
import hopscope.protocol.message.RouteError;
import hopscope.protocol.message.RoutedMessage;
import hopscope.protocol.message.SessionMessage.Hello;
import hopscope.protocol.message.SessionMessage.Reject;
import hopscope.protocol.message.SessionMessage.RejectReason;
import hopscope.protocol.message.SessionMessage.Welcome;
import java.nio.charset.StandardCharsets;

/** Reads the bodies of frames; the mirror of {@link BodyEncoder}. What it returns counts only if the reader is happy. */
final class BodyDecoder {
    private static final int RECORD_LENGTH_BYTES = 10;
    private static final int NEIGHBOUR_LENGTH_BYTES = 8;
    private static final int AGE_LENGTH_BYTES = 4;

    /** A path of 255 links has 256 nodes. */
    private static final int MAX_PATH_NODES = 256;

    private BodyDecoder() {}

    static Message decode(FrameType type, BodyReader in) {
        return switch (type) {
            case HELLO -> hello(in);
            case WELCOME -> new Welcome(in.nodeId(), in.inRange(in.u8(), 1, 255), in.i32());
            case REJECT -> reject(in);
            case KEEPALIVE -> Keepalive.INSTANCE;
            case ROUTE_TABLE -> RouteTableDecoder.decode(in);
            case LINK_STATE_GOSSIP -> gossip(in);
            case RIP_UPDATE -> DistanceBodies.ripUpdate(in);
            case FEASIBLE_UPDATE -> DistanceBodies.feasibleUpdate(in);
            case SEQUENCE_REQUEST -> DistanceBodies.sequenceRequest(in);
            case EXTENSION -> extension(in);
            case DATA -> data(in);
            case ACK -> ack(in);
            case ROUTE_ERROR -> routeError(in);
        };
    }

    private static Hello hello(BodyReader in) {
        int nodeId = in.nodeId();
        int minVersion = in.inRange(in.u8(), 1, 255);
        int maxVersion = in.inRange(in.u8(), minVersion, 255);
        int features = in.i32();
        String software = new String(in.bytes(in.u8()), StandardCharsets.ISO_8859_1);
        in.require(Hello.isSoftwareName(software));
        return in.failed() ? null : new Hello(nodeId, minVersion, maxVersion, features, software);
    }

    private static Reject reject(BodyReader in) {
        int nodeId = in.nodeId();
        RejectReason[] reasons = RejectReason.values();
        return new Reject(nodeId, reasons[in.inRange(in.u8(), 0, reasons.length - 1)]);
    }

    private static LinkStateGossip gossip(BodyReader in) {
        int flags = in.inRange(in.u8(), 0, GossipFlags.ALL);
        long logId = in.i64();
        int from = in.atLeast(0);
        int to = in.atLeast(from);
        long ackedLogId = in.i64();
        int acked = in.atLeast(0);
        boolean withAges = (flags & GossipFlags.WITH_AGES) != 0;
        int leastLength = RECORD_LENGTH_BYTES + (withAges ? AGE_LENGTH_BYTES : 0);
        LinkStateRecord[] records = new LinkStateRecord[in.count(in.i32(), leastLength)];
        int[] ages = withAges ? new int[records.length] : null;
        for (int i = 0; i < records.length && !in.failed(); i++) {
            records[i] = record(in);
            if (withAges) {
                ages[i] = in.atLeast(0);
            }
        }
        boolean answerWanted = (flags & GossipFlags.ANSWER_WANTED) != 0;
        return in.failed()
                ? null
                : new LinkStateGossip(answerWanted, logId, from, to, ackedLogId, acked, records, ages);
    }

    private static LinkStateRecord record(BodyReader in) {
        int origin = in.nodeId();
        int sequence = in.atLeast(1);
        int degree = in.count(in.u16(), NEIGHBOUR_LENGTH_BYTES);
        int[] neighbours = new int[degree];
        int[] costs = new int[degree];
        int previous = -1;
        for (int i = 0; i < degree; i++) {
            neighbours[i] = in.nodeId();
            costs[i] = in.atLeast(1);
            in.require(neighbours[i] > previous && neighbours[i] != origin);
            previous = neighbours[i];
        }
        return new LinkStateRecord(origin, sequence, neighbours, costs);
    }

    private static ExtensionMessage extension(BodyReader in) {
        int code = in.i32();
        int length = in.inRange(in.count(in.i32(), 1), 0, ExtensionMessage.MAX_BODY_LENGTH_BYTES);
        return new ExtensionMessage(code, in.bytes(length));
    }

    private static DataMessage data(BodyReader in) {
        int source = in.nodeId();
        int destination = in.nodeId();
        int hopLimit = in.u8();
        int hops = in.u8();
        int[] path = path(in, source, destination);
        long id = in.i64();
        in.require(id >= 0);
        return new DataMessage(source, destination, hopLimit, hops, path, id, in.bytes(in.u16()));
    }

    private static AckMessage ack(BodyReader in) {
        int source = in.nodeId();
        int destination = in.nodeId();
        int hopLimit = in.u8();
        int hops = in.u8();
        int[] path = path(in, source, destination);
        long acknowledgedId = in.i64();
        in.require(acknowledgedId >= 0);
        return new AckMessage(source, destination, hopLimit, hops, path, acknowledgedId);
    }

    private static RouteError routeError(BodyReader in) {
        int source = in.nodeId();
        int destination = in.nodeId();
        int hopLimit = in.u8();
        int hops = in.u8();
        int[] path = path(in, source, destination);
        FrameType dropped = FrameType.ofCode(in.u8());
        in.require(dropped == FrameType.DATA || dropped == FrameType.ACK);
        long id = in.i64();
        in.require(id >= 0);
        int messageDestination = in.nodeId();
        int unreachable = in.nodeId();
        LinkStateRecord record = record(in);
        return new RouteError(
                source,
                destination,
                hopLimit,
                hops,
                path,
                dropped,
                id,
                messageDestination,
                unreachable,
                record,
                in.atLeast(0));
    }

    private static int[] path(BodyReader in, int source, int destination) {
        int length = in.count(in.inRange(in.u16(), 0, MAX_PATH_NODES), 4);
        if (length == 0) {
            return RoutedMessage.HOP_BY_HOP;
        }
        int[] path = new int[length];
        for (int i = 0; i < length; i++) {
            path[i] = in.nodeId();
        }
        in.require(length >= 2 && path[0] == source && path[length - 1] == destination);
        return path;
    }
}
