package hopscope.engine;

/**
 * Reads what events consist of some time before their turn, many at once, so that the waits for memory overlap and it is
 * in the cache by then. Changes nothing, and nothing depends on what it reads.
 *
 * <p>With few events, which the cache holds anyway, it does nothing.
 */
public final class EventsAhead {
    /** Fewer slots than this fit the nearer caches. There are up to twice as many as events that ever waited at once. */
    private static final int MIN_CAPACITY = 4_096;

    /** Read at a time until there are so many between the first event and the last one read … */
    private static final int READ_UP_TO = 32;

    /** … and again when there are fewer than this. */
    private static final int READ_BELOW = 16;

    private final EventSlots slots;
    private final int[] listed = new int[2 * READ_UP_TO];

    /** The last tick whose events were read. */
    private long tick;

    /** About how many events that were read have not been removed. */
    private int count;

    /** So many of those listed have not been told of. */
    private int untold;

    /** The sum of all that was read, so that no compiler takes the reads for useless. */
    private long sum;

    EventsAhead(EventSlots slots) {
        this.slots = slots;
    }

    /** The first event was removed. */
    void removedFirst() {
        count--;
    }

    /** Ticks have another length now. */
    void restart() {
        tick = 0;
        untold = 0;
    }

    /**
     * Reads further events if few of those that come next were read.
     *
     * @param wheel where they wait
     * @param cursor the tick whose events go to the front now
     * @param limit the first tick of which some events may not be in the wheel yet
     * @return how many were read
     */
    int read(TimingWheel wheel, long cursor, long limit) {
        if (slots.capacity() < MIN_CAPACITY || count >= READ_BELOW && tick > cursor) {
            return 0;
        }
        return readOn(wheel, cursor, limit);
    }

    private int readOn(TimingWheel wheel, long cursor, long limit) {
        if (tick < cursor) {
            tick = cursor - 1;
            count = 0;
        }
        // Events added since to ticks that were read are removed as well.
        count = Math.max(0, count);
        int listedCount = list(wheel, cursor, limit);
        // One loop for each kind of place, short enough for a processor to be in several rounds of it at a time.
        long all = 0;
        for (int i = 0; i < listedCount; i++) {
            all += slots.touchRecord(listed[i]);
        }
        for (int i = 0; i < listedCount; i++) {
            all += slots.touchPayload(listed[i]);
        }
        sum += all;
        count += listedCount;
        untold = listedCount;
        return listedCount;
    }

    /** Whether there are events that were read and that nobody was told of. */
    boolean hasUntold() {
        return untold != 0;
    }

    /** Tells of the events read last. */
    void tell(EventHandler handler) {
        handler.expect(this);
        untold = 0;
    }

    /** How many events there are. */
    public int size() {
        return untold;
    }

    /** Kind of an event by index, as scheduled, {@link Engine#WAKE} for a wake-up; negative if it was cancelled. */
    public int kind(int index) {
        return slots.kind(listed[index]);
    }

    /** First number of an event by index, as scheduled; the source of a wake-up. */
    public int first(int index) {
        return slots.first(listed[index]);
    }

    /** Payload of an event by index, as scheduled; {@code null} for a wake-up. */
    public Object payload(int index) {
        return slots.payload(listed[index]);
    }

    /** Lists the slots of the next occupied ticks; answers how many. */
    private int list(TimingWheel wheel, long cursor, long limit) {
        int length = 0;
        while (count + length < READ_UP_TO) {
            long next = wheel.nextOccupied(tick);
            // A tick that lies a turn ahead is one that was read before.
            if (next >= limit || next - cursor >= wheel.buckets()) {
                break;
            }
            tick = next;
            for (int slot = wheel.head(next); slot != EventQueue.NONE; slot = slots.next(slot)) {
                if (length == listed.length) {
                    return length;
                }
                listed[length++] = slot;
            }
        }
        return length;
    }

    /** Slot of an event read last. */
    int slot(int index) {
        return listed[index];
    }
}
