package hopscope.protocol.wire;

import hopscope.protocol.message.AckMessage;
import hopscope.protocol.message.DataMessage;
import hopscope.protocol.message.ExtensionMessage;
import hopscope.protocol.message.FeasibleUpdate;
import hopscope.protocol.message.FrameType;
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
import hopscope.protocol.message.SessionMessage.RejectReason;
import hopscope.protocol.message.SessionMessage.Welcome;
import hopscope.random.RandomStream;
import java.util.Arrays;

/** Draws valid messages of every type, with extreme values among the ordinary ones. */
public final class RandomMessages {
    private static final int MAX_NODE_ID = BodyReader.MAX_NODE_ID;

    private final RandomStream random;

    /** Draws from a seed. */
    public RandomMessages(long seed) {
        random = new RandomStream(seed);
    }

    /** A message of a type. */
    public Message of(FrameType type) {
        return switch (type) {
            case HELLO -> hello();
            case WELCOME -> new Welcome(nodeId(), 1 + random.nextInt(255), (int) random.nextLong());
            case REJECT -> new Reject(nodeId(), RejectReason.values()[random.nextInt(RejectReason.values().length)]);
            case KEEPALIVE -> Keepalive.INSTANCE;
            case ROUTE_TABLE -> table();
            case LINK_STATE_GOSSIP -> gossip();
            case RIP_UPDATE -> ripUpdate();
            case FEASIBLE_UPDATE -> feasibleUpdate();
            case SEQUENCE_REQUEST -> sequenceRequest();
            case EXTENSION -> extension();
            case DATA -> data();
            case ACK -> ack();
            case ROUTE_ERROR -> routeError();
        };
    }

    private ExtensionMessage extension() {
        byte[] body = new byte[random.nextInt(200)];
        for (int i = 0; i < body.length; i++) {
            body[i] = (byte) random.nextLong();
        }
        return new ExtensionMessage((int) random.nextLong(), body);
    }

    private Hello hello() {
        int minVersion = 1 + random.nextInt(255);
        return new Hello(
                nodeId(),
                minVersion,
                minVersion + random.nextInt(256 - minVersion),
                (int) random.nextLong(),
                software());
    }

    private String software() {
        StringBuilder name = new StringBuilder();
        for (int left = random.nextInt(Hello.MAX_SOFTWARE_LENGTH + 1); left > 0; left--) {
            name.append((char) (' ' + random.nextInt('~' - ' ' + 1)));
        }
        return name.toString();
    }

    /** Mostly small ids, sometimes the largest. */
    private int nodeId() {
        return random.nextChance(50_000) ? MAX_NODE_ID : random.nextInt(500);
    }

    private boolean flag() {
        return random.nextInt(2) == 1;
    }

    private int notNegative() {
        return (int) (random.nextLong() >>> 33 + random.nextInt(30));
    }

    private int atLeastOne() {
        return Math.max(1, notNegative());
    }

    /** A table whose row may hold an entry for its owner, which is not part of it. */
    public RouteTable table() {
        int owner = random.nextInt(60);
        int[] nextHops = random.nextInt(10) == 0 ? new int[0] : distinctIds(1 + random.nextInt(8), owner);
        int[] row = new int[random.nextInt(80)];
        Arrays.fill(row, RouteTable.NO_ROUTE);
        int count = 0;
        for (int destination = 0; destination < row.length; destination++) {
            if (destination == owner) {
                row[destination] = 0;
            } else if (nextHops.length > 0 && flag()) {
                row[destination] = distance() << 16 | random.nextInt(nextHops.length);
                count++;
            }
        }
        return new RouteTable(owner, flag(), row, nextHops, count, RouteTable.NO_VERSION);
    }

    private int distance() {
        return random.nextInt(20) == 0 ? RouteTable.MAX_DISTANCE : 1 + random.nextInt(20);
    }

    private int[] distinctIds(int count, int except) {
        int[] ids = new int[count];
        int id = -1;
        for (int i = 0; i < count; i++) {
            id += 1 + random.nextInt(20);
            id += id == except ? 1 : 0;
            ids[i] = id;
        }
        return ids;
    }

    /** A whole table or changes, with every kind of split horizon. */
    public RipUpdate ripUpdate() {
        int infinity = flag() ? 16 : RipUpdate.MAX_METRIC + 1;
        RipUpdate.Meaning meaning =
                flag() ? RipUpdate.Meaning.plain(infinity) : new RipUpdate.Meaning(infinity, random.nextInt(4), flag());
        int[] destinations = flag() ? null : distinctIds(1 + random.nextInt(30), -1);
        int[] entries = new int[destinations == null ? random.nextInt(80) : destinations.length];
        int listed = 0;
        for (int i = 0; i < entries.length; i++) {
            int slot = random.nextInt(5);
            boolean there = random.nextInt(4) > 0;
            entries[i] = there ? Math.min(distance(), RipUpdate.MAX_METRIC + 1) << 16 | slot : RouteTable.NO_ROUTE;
            boolean omitted = meaning.omitsReceiver() && slot == meaning.receiverSlot();
            listed += there && !omitted ? 1 : 0;
        }
        return new RipUpdate(destinations, entries, meaning, listed, random.nextInt(3));
    }

    private FeasibleUpdate feasibleUpdate() {
        int owner = random.nextInt(60);
        FeasibleUpdate.Sender sender =
                new FeasibleUpdate.Sender(owner, notNegative(), random.nextLong() | 1, random.nextLong());
        if (flag()) {
            int[] destinations = distinctIds(random.nextInt(30), owner);
            long[] entries = new long[destinations.length];
            for (int i = 0; i < entries.length; i++) {
                entries[i] = flag() ? FeasibleUpdate.NO_ROUTE : feasibleEntry();
            }
            return FeasibleUpdate.changes(sender, destinations, entries);
        }
        long[] row = new long[random.nextInt(80)];
        int count = 0;
        for (int i = 0; i < row.length; i++) {
            boolean route = i != owner && flag();
            row[i] = route ? feasibleEntry() : FeasibleUpdate.NO_ROUTE;
            count += route ? 1 : 0;
        }
        return FeasibleUpdate.everything(sender, row, count, random.nextInt(3));
    }

    private long feasibleEntry() {
        int metric = random.nextInt(20) == 0 ? FeasibleUpdate.MAX_METRIC : 1 + random.nextInt(20);
        return FeasibleUpdate.entry(notNegative(), metric);
    }

    private SequenceRequest sequenceRequest() {
        int[] destinations = distinctIds(random.nextInt(10), -1);
        int[] sequences = new int[destinations.length];
        int[] hopLimits = new int[destinations.length];
        for (int i = 0; i < sequences.length; i++) {
            sequences[i] = notNegative();
            hopLimits[i] = random.nextInt(256);
        }
        return new SequenceRequest(destinations, sequences, hopLimits);
    }

    private LinkStateGossip gossip() {
        LinkStateRecord[] records = new LinkStateRecord[random.nextInt(12)];
        for (int i = 0; i < records.length; i++) {
            records[i] = record();
        }
        int from = random.nextInt(1_000);
        int to = flag() ? Integer.MAX_VALUE : from + random.nextInt(1_000);
        int[] ages = flag() ? null : new int[records.length];
        for (int i = 0; ages != null && i < ages.length; i++) {
            ages[i] = random.nextInt(5) == 0 ? LinkStateGossip.WITHDRAWN : notNegative();
        }
        return new LinkStateGossip(
                flag(), random.nextLong(), from, to, random.nextLong(), notNegative(), records, ages);
    }

    private LinkStateRecord record() {
        int origin = nodeId();
        int[] neighbours = random.nextInt(6) == 0 ? new int[0] : distinctIds(1 + random.nextInt(9), origin);
        int[] costs = new int[neighbours.length];
        for (int i = 0; i < costs.length; i++) {
            costs[i] = atLeastOne();
        }
        return new LinkStateRecord(origin, atLeastOne(), neighbours, costs);
    }

    private DataMessage data() {
        int source = nodeId();
        int destination = nodeId();
        byte[] payload = new byte[random.nextInt(50) == 0 ? 65_535 : random.nextInt(40)];
        for (int i = 0; i < payload.length; i++) {
            payload[i] = (byte) random.nextInt(256);
        }
        return new DataMessage(
                source,
                destination,
                random.nextInt(256),
                random.nextInt(256),
                path(source, destination),
                id(),
                payload);
    }

    private AckMessage ack() {
        int source = nodeId();
        int destination = nodeId();
        return new AckMessage(
                source, destination, random.nextInt(256), random.nextInt(256), path(source, destination), id());
    }

    private RouteError routeError() {
        int source = nodeId();
        int destination = nodeId();
        return new RouteError(
                source,
                destination,
                random.nextInt(256),
                random.nextInt(256),
                path(source, destination),
                flag() ? FrameType.DATA : FrameType.ACK,
                id(),
                nodeId(),
                nodeId(),
                record(),
                notNegative());
    }

    private long id() {
        return random.nextLong() >>> 1 + random.nextInt(60);
    }

    private int[] path(int source, int destination) {
        if (random.nextInt(3) == 0) {
            return RoutedMessage.HOP_BY_HOP;
        }
        int[] path = new int[random.nextInt(20) == 0 ? 256 : 2 + random.nextInt(10)];
        for (int i = 0; i < path.length; i++) {
            path[i] = nodeId();
        }
        path[0] = source;
        path[path.length - 1] = destination;
        return path;
    }
}
