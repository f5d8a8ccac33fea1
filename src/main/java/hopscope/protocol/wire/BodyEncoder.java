package hopscope.protocol.wire;

import hopscope.protocol.message.AckMessage;
import hopscope.protocol.message.DataMessage;
import hopscope.protocol.message.ExtensionMessage;
import hopscope.protocol.message.FeasibleUpdate;
import hopscope.protocol.message.Keepalive;
import hopscope.protocol.message.LinkStateGossip;
import hopscope.protocol.message.LinkStateRecord;
import hopscope.protocol.message.Message;
import hopscope.protocol.message.RipUpdate;
import hopscope.protocol.message.RouteError;
import hopscope.protocol.message.RouteTable;
import hopscope.protocol.message.RoutedMessage;
import hopscope.protocol.message.SequenceRequest;
import hopscope.protocol.message.SessionMessage.Hello;
import hopscope.protocol.message.SessionMessage.Reject;
import hopscope.protocol.message.SessionMessage.Welcome;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Writes the bodies of frames; {@link BodyDecoder} is its mirror. */
final class BodyEncoder {
    private BodyEncoder() {}

    static void encode(Message message, ByteBuffer out) {
        if (message instanceof Hello hello) {
            out.putInt(hello.nodeId()).put((byte) hello.minVersion()).put((byte) hello.maxVersion());
            out.putInt(hello.features()).put((byte) hello.software().length());
            out.put(hello.software().getBytes(StandardCharsets.US_ASCII));
        } else if (message instanceof Welcome welcome) {
            out.putInt(welcome.nodeId()).put((byte) welcome.version()).putInt(welcome.features());
        } else if (message instanceof Reject reject) {
            out.putInt(reject.nodeId()).put((byte) reject.reason().ordinal());
        } else if (message instanceof RouteTable table) {
            encodeTable(table, out);
        } else if (message instanceof LinkStateGossip gossip) {
            encodeGossip(gossip, out);
        } else if (message instanceof RipUpdate update) {
            DistanceBodies.encode(update, out);
        } else if (message instanceof FeasibleUpdate update) {
            DistanceBodies.encode(update, out);
        } else if (message instanceof SequenceRequest request) {
            DistanceBodies.encode(request, out);
        } else if (message instanceof ExtensionMessage extension) {
            out.putInt(extension.protocolCode()).putInt(extension.body().length).put(extension.body());
        } else if (message instanceof DataMessage data) {
            encodeRouted(data, out);
            out.putLong(data.id()).putShort((short) data.payload().length).put(data.payload());
        } else if (message instanceof AckMessage ack) {
            encodeRouted(ack, out);
            out.putLong(ack.acknowledgedId());
        } else if (message instanceof RouteError error) {
            encodeRouteError(error, out);
        } else if (!(message instanceof Keepalive)) {
            throw new IllegalStateException("no encoding for " + message.type());
        }
    }

    private static void encodeTable(RouteTable table, ByteBuffer out) {
        out.put((byte) (table.answerWanted() ? 1 : 0)).putInt(table.owner()).putInt(table.entryCount());
        for (int destination = 0; destination < table.length(); destination++) {
            int entry = table.entry(destination);
            if (destination != table.owner() && RouteTable.isRoute(entry)) {
                out.putInt(destination).putInt(table.nextHop(entry)).putShort((short) RouteTable.distance(entry));
            }
        }
    }

    private static void encodeGossip(LinkStateGossip gossip, ByteBuffer out) {
        out.put((byte) ((gossip.answerWanted() ? GossipFlags.ANSWER_WANTED : 0)
                | (gossip.hasAges() ? GossipFlags.WITH_AGES : 0)));
        out.putLong(gossip.logId()).putInt(gossip.fromPosition()).putInt(gossip.toPosition());
        out.putLong(gossip.ackedLogId()).putInt(gossip.ackedPosition());
        out.putInt(gossip.recordCount());
        for (int i = 0; i < gossip.recordCount(); i++) {
            encodeRecord(gossip.record(i), out);
            if (gossip.hasAges()) {
                out.putInt(gossip.ageMillis(i));
            }
        }
    }

    private static void encodeRecord(LinkStateRecord record, ByteBuffer out) {
        out.putInt(record.origin()).putInt(record.sequence()).putShort((short) record.degree());
        for (int i = 0; i < record.degree(); i++) {
            out.putInt(record.neighbour(i)).putInt(record.costAt(i));
        }
    }

    private static void encodeRouteError(RouteError error, ByteBuffer out) {
        encodeRouted(error, out);
        out.put((byte) error.dropped().code()).putLong(error.messageId());
        out.putInt(error.messageDestination()).putInt(error.unreachable());
        encodeRecord(error.record(), out);
        out.putInt(error.ageMillis());
    }

    private static void encodeRouted(RoutedMessage message, ByteBuffer out) {
        out.putInt(message.source()).putInt(message.destination());
        out.put((byte) message.hopLimit()).put((byte) message.hops());
        out.putShort((short) message.path().length);
        for (int node : message.path()) {
            out.putInt(node);
        }
    }
}
