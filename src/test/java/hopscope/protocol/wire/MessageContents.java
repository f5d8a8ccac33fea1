package hopscope.protocol.wire;

import hopscope.protocol.message.AckMessage;
import hopscope.protocol.message.DataMessage;
import hopscope.protocol.message.FeasibleUpdate;
import hopscope.protocol.message.LinkStateGossip;
import hopscope.protocol.message.Message;
import hopscope.protocol.message.RipUpdate;
import hopscope.protocol.message.RouteError;
import hopscope.protocol.message.RouteTable;
import hopscope.protocol.message.RoutedMessage;
import hopscope.protocol.message.SequenceRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** All that a message says, read through its accessors only: what a receiver can see of it. */
final class MessageContents {
    private MessageContents() {}

    static List<Object> of(Message message) {
        List<Object> contents = new ArrayList<>(List.of(message.type(), message.bodyLengthBytes()));
        if (message instanceof RouteTable table) {
            addTable(table, contents);
        } else if (message instanceof RipUpdate update) {
            addRip(update, contents);
        } else if (message instanceof FeasibleUpdate update) {
            addFeasible(update, contents);
        } else if (message instanceof SequenceRequest request) {
            for (int i = 0; i < request.size(); i++) {
                contents.add(List.of(request.destination(i), request.sequence(i), request.hopLimit(i)));
            }
        } else if (message instanceof LinkStateGossip gossip) {
            addGossip(gossip, contents);
        } else if (message instanceof RoutedMessage routed) {
            addRouted(routed, contents);
        } else {
            contents.add(message);
        }
        return contents;
    }

    private static void addTable(RouteTable table, List<Object> contents) {
        contents.addAll(List.of(table.owner(), table.answerWanted(), table.entryCount()));
        for (int destination = 0; destination < table.length(); destination++) {
            int entry = table.entry(destination);
            if (destination != table.owner() && RouteTable.isRoute(entry)) {
                contents.add(List.of(destination, table.nextHop(entry), RouteTable.distance(entry)));
            }
        }
    }

    private static void addRip(RipUpdate update, List<Object> contents) {
        contents.add(update.entryCount());
        for (int position = 0; position < update.size(); position++) {
            if (update.metric(position) != RipUpdate.NOT_LISTED) {
                contents.add(List.of(update.destination(position), update.metric(position)));
            }
        }
    }

    private static void addFeasible(FeasibleUpdate update, List<Object> contents) {
        contents.addAll(List.of(update.sender(), update.holdsEverything(), update.entryCount()));
        for (int position = 0; position < update.size(); position++) {
            long entry = update.entryAt(position);
            if (!update.holdsEverything() || entry != FeasibleUpdate.NO_ROUTE) {
                contents.add(List.of(update.destination(position), entry));
            }
        }
    }

    private static void addGossip(LinkStateGossip gossip, List<Object> contents) {
        contents.addAll(List.of(gossip.answerWanted(), gossip.logId(), gossip.fromPosition(), gossip.toPosition()));
        contents.addAll(List.of(gossip.ackedLogId(), gossip.ackedPosition(), gossip.recordCount()));
        for (int i = 0; i < gossip.recordCount(); i++) {
            contents.addAll(List.of(gossip.record(i), gossip.hasAges(), gossip.ageMillis(i)));
        }
    }

    private static void addRouted(RoutedMessage message, List<Object> contents) {
        contents.addAll(List.of(message.source(), message.destination(), message.hopLimit(), message.hops()));
        contents.add(Arrays.toString(message.path()));
        if (message instanceof DataMessage data) {
            contents.addAll(List.of(data.id(), Arrays.toString(data.payload())));
        } else if (message instanceof AckMessage ack) {
            contents.add(ack.acknowledgedId());
        } else if (message instanceof RouteError error) {
            contents.addAll(List.of(error.dropped(), error.messageId(), error.messageDestination()));
            contents.addAll(List.of(error.unreachable(), error.record(), error.ageMillis()));
        }
    }
}
