package hopscope.protocol;

import hopscope.protocol.message.AckMessage;
import hopscope.protocol.message.DataMessage;
import hopscope.protocol.message.FeasibleUpdate;
import hopscope.protocol.message.LinkStateGossip;
import hopscope.protocol.message.LinkStateRecord;
import hopscope.protocol.message.Message;
import hopscope.protocol.message.RipUpdate;
import hopscope.protocol.message.RouteError;
import hopscope.protocol.message.RouteTable;
import hopscope.protocol.message.RoutedMessage;
import hopscope.protocol.message.SequenceRequest;
import hopscope.protocol.message.SessionMessage;
import java.util.Locale;
import java.util.StringJoiner;

/** How messages and times read in a trace: short, complete enough to see what the protocol does. */
final class TraceLines {
    private TraceLines() {}

    /** Microseconds are fine enough to read; the rest of the time is cut off. */
    static String time(long nanos) {
        return String.format(Locale.ROOT, "%12.3f ms  ", nanos / 1_000 / 1_000.0);
    }

    static String describe(Message message) {
        if (message instanceof RouteTable table) {
            return describeTable(table);
        } else if (message instanceof RipUpdate update) {
            return describeRip(update);
        } else if (message instanceof FeasibleUpdate update) {
            return describeFeasible(update);
        } else if (message instanceof SequenceRequest request) {
            return describeRequest(request);
        } else if (message instanceof LinkStateGossip gossip) {
            return describeGossip(gossip);
        } else if (message instanceof DataMessage data) {
            return "DATA " + describeRoute(data);
        } else if (message instanceof AckMessage ack) {
            return "ACK " + describeRoute(ack);
        } else if (message instanceof RouteError error) {
            return "ROUTE_ERROR " + describeRoute(error) + " link " + error.source() + "-" + error.unreachable()
                    + " gone, for a message to " + error.messageDestination();
        }
        return message.type() + describeHandshake((SessionMessage) message);
    }

    private static String describeHandshake(SessionMessage message) {
        String text = message.toString();
        return " " + text.substring(text.indexOf('['));
    }

    /** Every entry as destination:next hop:distance. */
    private static String describeTable(RouteTable table) {
        StringJoiner text = new StringJoiner(" ", "TABLE " + half(table.answerWanted()) + " {", "}");
        for (int destination = 0; destination < table.length(); destination++) {
            int entry = table.entry(destination);
            if (destination != table.owner() && RouteTable.isRoute(entry)) {
                text.add(destination + ":" + table.nextHop(entry) + ":" + RouteTable.distance(entry));
            }
        }
        return text.toString();
    }

    /** Every entry as destination:distance. */
    private static String describeRip(RipUpdate update) {
        StringJoiner text = new StringJoiner(" ", "RIP {", "}");
        for (int position = 0; position < update.size(); position++) {
            int metric = update.metric(position);
            if (metric != RipUpdate.NOT_LISTED) {
                text.add(update.destination(position) + ":" + (metric == RipUpdate.UNREACHABLE ? "-" : metric));
            }
        }
        return text.toString();
    }

    /** Every entry as destination#sequence:distance. */
    private static String describeFeasible(FeasibleUpdate update) {
        StringJoiner text = new StringJoiner(" ", update.holdsEverything() ? "ALL {" : "CHANGES {", "}");
        text.add(update.sender().id() + "#" + update.sender().sequence() + ":0");
        for (int position = 0; position < update.size(); position++) {
            long entry = update.entryAt(position);
            if (entry != FeasibleUpdate.NO_ROUTE) {
                text.add(update.destination(position) + "#" + FeasibleUpdate.sequence(entry) + ":"
                        + FeasibleUpdate.metric(entry));
            } else if (!update.holdsEverything()) {
                text.add(update.destination(position) + ":-");
            }
        }
        return text + (update.sender().knownIncarnation() == 0 ? " to a stranger" : "");
    }

    /** Every wish as destination#sequence. */
    private static String describeRequest(SequenceRequest request) {
        StringJoiner text = new StringJoiner(" ", "REQUEST {", "}");
        for (int i = 0; i < request.size(); i++) {
            text.add(request.destination(i) + "#" + request.sequence(i));
        }
        return text.toString();
    }

    /** Every record as origin#sequence(neighbours). */
    private static String describeGossip(LinkStateGossip gossip) {
        StringJoiner text = new StringJoiner(" ", "GOSSIP " + half(gossip.answerWanted()) + " {", "}");
        for (int i = 0; i < gossip.recordCount(); i++) {
            LinkStateRecord record = gossip.record(i);
            StringJoiner neighbours = new StringJoiner(" ", "(", ")");
            for (int j = 0; j < record.degree(); j++) {
                neighbours.add(String.valueOf(record.neighbour(j)));
            }
            text.add(record.origin() + "#" + record.sequence() + neighbours);
        }
        return text + " log " + gossip.fromPosition() + ".." + gossip.toPosition() + " has " + gossip.ackedPosition();
    }

    private static String half(boolean answerWanted) {
        return answerWanted ? "push" : "answer";
    }

    private static String describeRoute(RoutedMessage message) {
        StringJoiner path = new StringJoiner("-", " path ", "");
        path.setEmptyValue("");
        for (int node : message.path()) {
            path.add(String.valueOf(node));
        }
        return message.source() + ">" + message.destination() + " hops " + message.hops() + " limit "
                + message.hopLimit() + path;
    }
}
