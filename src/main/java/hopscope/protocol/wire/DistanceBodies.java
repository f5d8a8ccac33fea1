package hopscope.protocol.wire;

import hopscope.protocol.message.FeasibleUpdate;
import hopscope.protocol.message.RipUpdate;
import hopscope.protocol.message.SequenceRequest;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** The bodies of the distance-vector protocols that repair, written and read. */
final class DistanceBodies {
    private static final int RIP_ENTRY_LENGTH_BYTES = 6;
    private static final int FEASIBLE_ENTRY_LENGTH_BYTES = 10;
    private static final int WISH_LENGTH_BYTES = 9;

    /** A decoded update says itself what is unreachable: by the first distance that is too large to be written. */
    private static final int DECODED_INFINITY = RipUpdate.MAX_METRIC + 1;

    private DistanceBodies() {}

    static void encode(RipUpdate update, ByteBuffer out) {
        out.putInt(update.entryCount());
        for (int position = 0; position < update.size(); position++) {
            int metric = update.metric(position);
            if (metric != RipUpdate.NOT_LISTED) {
                out.putInt(update.destination(position)).putShort((short) metric);
            }
        }
    }

    static RipUpdate ripUpdate(BodyReader in) {
        int count = in.count(in.i32(), RIP_ENTRY_LENGTH_BYTES);
        int[] destinations = new int[count];
        int[] entries = new int[count];
        for (int i = 0; i < count && !in.failed(); i++) {
            destinations[i] = ascending(in, destinations, i);
            int metric = in.u16();
            in.require(metric == RipUpdate.UNREACHABLE || metric >= 1 && metric <= RipUpdate.MAX_METRIC);
            entries[i] = (metric == RipUpdate.UNREACHABLE ? DECODED_INFINITY : metric) << 16;
        }
        return new RipUpdate(
                destinations, entries, RipUpdate.Meaning.plain(DECODED_INFINITY), count, RipUpdate.NO_VERSION);
    }

    private static int ascending(BodyReader in, int[] destinations, int index) {
        int destination = in.nodeId();
        in.require(index == 0 || destination > destinations[index - 1]);
        return destination;
    }

    static void encode(FeasibleUpdate update, ByteBuffer out) {
        FeasibleUpdate.Sender sender = update.sender();
        out.put((byte) (update.holdsEverything() ? 1 : 0)).putInt(sender.id()).putInt(sender.sequence());
        out.putLong(sender.incarnation()).putLong(sender.knownIncarnation());
        out.putInt(update.entryCount());
        for (int position = 0; position < update.size(); position++) {
            long entry = update.entryAt(position);
            if (!update.holdsEverything() || entry != FeasibleUpdate.NO_ROUTE) {
                out.putInt(update.destination(position)).putInt(FeasibleUpdate.sequence(entry));
                out.putShort((short) FeasibleUpdate.metric(entry));
            }
        }
    }

    static FeasibleUpdate feasibleUpdate(BodyReader in) {
        boolean everything = in.flag();
        int id = in.nodeId();
        int sequence = in.atLeast(0);
        long incarnation = in.i64();
        in.require(incarnation != 0);
        FeasibleUpdate.Sender sender = new FeasibleUpdate.Sender(id, sequence, incarnation, in.i64());
        int count = in.count(in.i32(), FEASIBLE_ENTRY_LENGTH_BYTES);
        int[] destinations = new int[count];
        long[] entries = new long[count];
        for (int i = 0; i < count && !in.failed(); i++) {
            destinations[i] = ascending(in, destinations, i);
            entries[i] = FeasibleUpdate.entry(in.atLeast(0), in.u16());
            boolean route = FeasibleUpdate.metric(entries[i]) <= FeasibleUpdate.MAX_METRIC;
            in.require(route ? FeasibleUpdate.metric(entries[i]) >= 1 : !everything);
            in.require(route || entries[i] == FeasibleUpdate.NO_ROUTE);
            in.require(destinations[i] != id);
        }
        return everything && !in.failed()
                ? FeasibleUpdate.everything(sender, row(destinations, entries), count, FeasibleUpdate.NO_VERSION)
                : FeasibleUpdate.changes(sender, destinations, entries);
    }

    private static long[] row(int[] destinations, long[] entries) {
        int count = destinations.length;
        long[] row = new long[count == 0 ? 0 : destinations[count - 1] + 1];
        Arrays.fill(row, FeasibleUpdate.NO_ROUTE);
        for (int i = 0; i < count; i++) {
            row[destinations[i]] = entries[i];
        }
        return row;
    }

    static void encode(SequenceRequest request, ByteBuffer out) {
        out.putInt(request.size());
        for (int i = 0; i < request.size(); i++) {
            out.putInt(request.destination(i)).putInt(request.sequence(i)).put((byte) request.hopLimit(i));
        }
    }

    static SequenceRequest sequenceRequest(BodyReader in) {
        int count = in.count(in.i32(), WISH_LENGTH_BYTES);
        int[] destinations = new int[count];
        int[] sequences = new int[count];
        int[] hopLimits = new int[count];
        for (int i = 0; i < count && !in.failed(); i++) {
            destinations[i] = ascending(in, destinations, i);
            sequences[i] = in.atLeast(0);
            hopLimits[i] = in.u8();
        }
        return new SequenceRequest(destinations, sequences, hopLimits);
    }
}
