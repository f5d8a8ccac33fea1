package hopscope.protocol.message;

/** The messages of the handshake. */
public sealed interface SessionMessage extends Message {
    /** Who speaks. */
    int nodeId();

    /**
     * Opens a session: who I am and what I can.
     *
     * @param nodeId not negative
     * @param minVersion lowest protocol version I speak, 1 … 255
     * @param maxVersion highest protocol version I speak, minVersion … 255
     * @param features bit set of optional features
     * @param software name and version of the program, for people: up to {@value #MAX_SOFTWARE_LENGTH} printable ASCII
     *     characters
     */
    record Hello(int nodeId, int minVersion, int maxVersion, int features, String software) implements SessionMessage {
        /** Longest name of a program. */
        public static final int MAX_SOFTWARE_LENGTH = 64;

        public Hello {
            if (!isSoftwareName(software)) {
                throw new IllegalArgumentException("software must be up to " + MAX_SOFTWARE_LENGTH
                        + " printable ASCII characters, not '" + software + "'");
            }
        }

        /** Whether a text may name a program. */
        public static boolean isSoftwareName(String text) {
            return text.length() <= MAX_SOFTWARE_LENGTH && text.chars().allMatch(c -> c >= ' ' && c <= '~');
        }

        @Override
        public FrameType type() {
            return FrameType.HELLO;
        }

        @Override
        public int bodyLengthBytes() {
            return 11 + software.length();
        }
    }

    /**
     * Accepts a HELLO.
     *
     * @param nodeId not negative
     * @param version the highest version both speak
     * @param features the features both have
     */
    record Welcome(int nodeId, int version, int features) implements SessionMessage {
        @Override
        public FrameType type() {
            return FrameType.WELCOME;
        }

        @Override
        public int bodyLengthBytes() {
            return 9;
        }
    }

    /**
     * Refuses a HELLO.
     *
     * @param nodeId not negative
     * @param reason why
     */
    record Reject(int nodeId, RejectReason reason) implements SessionMessage {
        @Override
        public FrameType type() {
            return FrameType.REJECT;
        }

        @Override
        public int bodyLengthBytes() {
            return 5;
        }
    }

    /** Why a HELLO is refused. The ordinal is the code on the wire: append only. */
    enum RejectReason {
        /** No protocol version that both speak. */
        VERSION_MISMATCH,
        /** The peer says another id than the link is for. */
        WRONG_IDENTITY,
        /** The peer says our own id. */
        SELF_CONNECTION,
        /** The peer lacks a feature that we require. */
        FEATURE_MISSING
    }
}
