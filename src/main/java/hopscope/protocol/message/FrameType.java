package hopscope.protocol.message;

/** The frame types and their codes on the wire. */
public enum FrameType {
    HELLO(1, false),
    WELCOME(2, false),
    REJECT(3, false),
    KEEPALIVE(4, false),
    ROUTE_TABLE(16, false),
    LINK_STATE_GOSSIP(17, false),
    RIP_UPDATE(24, false),
    FEASIBLE_UPDATE(25, false),
    SEQUENCE_REQUEST(26, false),
    EXTENSION(31, false),
    DATA(32, true),
    ACK(33, true),
    ROUTE_ERROR(34, false);

    private static final FrameType[] BY_CODE = new FrameType[256];

    static {
        for (FrameType type : values()) {
            BY_CODE[type.code] = type;
        }
    }

    private final int code;
    private final boolean payload;

    FrameType(int code, boolean payload) {
        this.code = code;
        this.payload = payload;
    }

    /** The code in the frame header, 0 … 255. */
    public int code() {
        return code;
    }

    /** Whether it belongs to the data plane; all others are control frames. */
    public boolean isData() {
        return payload;
    }

    /** The type with a code 0 … 255, or {@code null}. */
    public static FrameType ofCode(int code) {
        return BY_CODE[code];
    }
}
