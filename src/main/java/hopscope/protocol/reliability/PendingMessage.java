package hopscope.protocol.reliability;

/** A message in the window: sent, and not yet acknowledged. */
public final class PendingMessage {
    private final long id;
    private final int destination;
    private final byte[] payload;
    private int transmissions;
    private int resends;
    private int[] path;
    int heapIndex;

    PendingMessage(long id, int destination, byte[] payload) {
        this.id = id;
        this.destination = destination;
        this.payload = payload;
    }

    /** Snowflake id. */
    public long id() {
        return id;
    }

    /** Whom it is for. */
    public int destination() {
        return destination;
    }

    /** What it carries; not to be changed. */
    public byte[] payload() {
        return payload;
    }

    /** How often it was sent. */
    public int transmissions() {
        return transmissions;
    }

    /** The path that it was sent on last, or {@code null} before it was; not to be changed. */
    public int[] path() {
        return path;
    }

    /** Notes the path that it is sent on now. */
    public void notePath(int[] path) {
        this.path = path;
    }

    int resends() {
        return resends;
    }

    void countResend() {
        resends++;
    }

    void countTransmission() {
        transmissions++;
    }
}
