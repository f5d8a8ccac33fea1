package hopscope.protocol.wire;

import static org.assertj.core.api.Assertions.assertThat;

import hopscope.protocol.message.FrameType;
import hopscope.protocol.message.Message;
import hopscope.protocol.message.SessionMessage.Hello;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each thing that can be wrong with a frame, and the error that says so. */
class FrameErrorTest {
    private final FrameCodec codec = new FrameCodec();

    private FrameError errorOf(byte[] frame) {
        FrameCodec.Decoded decoded = codec.decode(frame);
        assertThat(decoded.message() == null)
                .as("exactly one of message and error")
                .isEqualTo(decoded.error() != null);
        return decoded.error();
    }

    private byte[] hello() {
        return codec.encode(new Hello(3, 1, 1, 0, "hopscope"));
    }

    private byte[] helloWith(int offset, int value) {
        byte[] frame = hello();
        frame[offset] = (byte) value;
        return frame;
    }

    @ParameterizedTest
    @EnumSource
    void callsAFrameTruncatedAtEveryLengthButItsOwn(FrameType type) {
        byte[] frame = codec.encode(new RandomMessages(4).of(type));
        for (int length = 0; length < frame.length; length++) {
            assertThat(errorOf(Arrays.copyOf(frame, length)))
                    .as("length %d", length)
                    .isEqualTo(FrameError.TRUNCATED);
        }
        assertThat(errorOf(frame)).isNull();
    }

    @ParameterizedTest
    @EnumSource
    void refusesBytesAfterTheFrame(FrameType type) {
        byte[] frame = codec.encode(new RandomMessages(4).of(type));
        assertThat(errorOf(Arrays.copyOf(frame, frame.length + 1))).isEqualTo(FrameError.BAD_LENGTH);
    }

    @ParameterizedTest
    @EnumSource
    void refusesBytesAfterTheContentsOfTheBody(FrameType type) {
        byte[] frame = codec.encode(new RandomMessages(4).of(type));
        byte[] longer = ForgedFrame.of(type.code(), Arrays.copyOfRange(frame, 12, frame.length + 1));
        assertThat(errorOf(longer)).isEqualTo(FrameError.BAD_LENGTH);
    }

    @ParameterizedTest
    @EnumSource
    void noticesEveryFlippedBit(FrameType type) {
        for (long seed = 0; seed < 5; seed++) {
            Message message = new RandomMessages(seed).of(type);
            byte[] frame = codec.encode(message);
            for (int bit = 0; bit < Math.min(8 * frame.length, 4_000); bit++) {
                frame[bit / 8] ^= (byte) (1 << bit % 8);
                assertThat(errorOf(frame)).as("seed %d, bit %d", seed, bit).isNotNull();
                frame[bit / 8] ^= (byte) (1 << bit % 8);
            }
        }
    }

    @Test
    void refusesAnotherMagicNumber() {
        assertThat(errorOf(helloWith(0, 0x49))).isEqualTo(FrameError.BAD_MAGIC);
        assertThat(errorOf(helloWith(1, 0x52))).isEqualTo(FrameError.BAD_MAGIC);
    }

    @Test
    void refusesAnotherWireVersion() {
        assertThat(errorOf(helloWith(2, 0))).isEqualTo(FrameError.BAD_WIRE_VERSION);
        assertThat(errorOf(helloWith(2, 2))).isEqualTo(FrameError.BAD_WIRE_VERSION);
    }

    @Test
    void refusesEveryTypeCodeThatNoTypeHas() {
        for (int code = 0; code < 256; code++) {
            if (FrameType.ofCode(code) == null) {
                assertThat(errorOf(ForgedFrame.of(code, new byte[10]))).isEqualTo(FrameError.UNKNOWN_TYPE);
            } else {
                assertThat(FrameType.ofCode(code).code()).isEqualTo(code);
            }
        }
    }

    @Test
    void refusesABodyBeyondTheLimitBeforeLookingForIt() {
        for (int length : new int[] {-1, Integer.MIN_VALUE, Integer.MAX_VALUE, FrameCodec.MAX_BODY_LENGTH_BYTES + 1}) {
            byte[] frame = hello();
            ByteBuffer.wrap(frame).putInt(4, length);
            assertThat(errorOf(frame)).as("length %d", length).isEqualTo(FrameError.OVERSIZED);
        }
        byte[] frame = hello();
        ByteBuffer.wrap(frame).putInt(4, FrameCodec.MAX_BODY_LENGTH_BYTES);
        assertThat(errorOf(frame)).isEqualTo(FrameError.TRUNCATED);
    }

    @Test
    void refusesADamagedChecksumOrBody() {
        for (int offset : new int[] {8, 11, 12, 21}) {
            assertThat(errorOf(helloWith(offset, hello()[offset] ^ 0x10))).isEqualTo(FrameError.BAD_CHECKSUM);
        }
    }

    /** Bodies in hexadecimal, each with one thing wrong. */
    static Stream<Arguments> badBodies() {
        String route = "00000001" + "00000002" + "05" + "01";
        return Stream.of(
                bad(FrameType.HELLO, "a negative id", "ffffffff" + "01" + "01" + "00000000"),
                bad(FrameType.HELLO, "an id beyond the limit", "00100000" + "01" + "01" + "00000000"),
                bad(FrameType.HELLO, "version 0", "00000001" + "00" + "01" + "00000000"),
                bad(FrameType.HELLO, "an empty version range", "00000001" + "03" + "02" + "00000000"),
                bad(FrameType.WELCOME, "version 0", "00000001" + "00" + "00000000"),
                bad(FrameType.REJECT, "a reason that does not exist", "00000001" + "04"),
                bad(FrameType.ROUTE_TABLE, "a flag of 2", "02" + "00000001" + "00000000"),
                bad(FrameType.ROUTE_TABLE, "distance 0", tableOf("00000002" + "00000002" + "0000")),
                bad(FrameType.ROUTE_TABLE, "a distance beyond the limit", tableOf("00000002" + "00000002" + "7ffe")),
                bad(FrameType.ROUTE_TABLE, "an entry for its owner", tableOf("00000001" + "00000002" + "0001")),
                bad(FrameType.ROUTE_TABLE, "its owner as next hop", tableOf("00000002" + "00000001" + "0001")),
                bad(
                        FrameType.ROUTE_TABLE,
                        "a destination twice",
                        "00" + "00000001" + "00000002" + "00000002000000020001" + "00000002000000020001"),
                bad(
                        FrameType.LINK_STATE_GOSSIP,
                        "a flag of 4",
                        "04" + gossipOf("00000000", "00000000", "").substring(2)),
                bad(FrameType.LINK_STATE_GOSSIP, "a negative age", agedRecord("ffffffff")),
                bad(FrameType.ROUTE_ERROR, "a type that is not reported", routeErrorOf("11", "0000000000000001")),
                bad(FrameType.ROUTE_ERROR, "a type that does not exist", routeErrorOf("ff", "0000000000000001")),
                bad(FrameType.ROUTE_ERROR, "a negative message id", routeErrorOf("20", "8000000000000001")),
                bad(FrameType.LINK_STATE_GOSSIP, "a negative position", gossipOf("ffffffff", "00000000", "")),
                bad(FrameType.LINK_STATE_GOSSIP, "an end before its begin", gossipOf("00000002", "00000001", "")),
                bad(FrameType.LINK_STATE_GOSSIP, "sequence 0", recordOf("00000000", "00000002", "00000001")),
                bad(FrameType.LINK_STATE_GOSSIP, "cost 0", recordOf("00000001", "00000002", "00000000")),
                bad(
                        FrameType.LINK_STATE_GOSSIP,
                        "the origin as neighbour",
                        recordOf("00000001", "00000001", "00000001")),
                bad(FrameType.ACK, "a path of one node", route + "0001" + "00000001" + "0000000000000001"),
                bad(FrameType.ACK, "a path from elsewhere", route + "0002" + "0000000500000002" + "0000000000000001"),
                bad(FrameType.ACK, "a path to elsewhere", route + "0002" + "0000000100000005" + "0000000000000001"),
                bad(FrameType.ACK, "a path of 257 nodes", route + "0101" + "00000001".repeat(257) + "00".repeat(8)),
                bad(FrameType.ACK, "a negative message id", route + "0000" + "8000000000000000"),
                bad(FrameType.DATA, "a negative message id", route + "0000" + "8000000000000000" + "0000"));
    }

    private static Arguments bad(FrameType type, String what, String body) {
        return Arguments.of(type, what, body);
    }

    private static String tableOf(String entry) {
        return "00" + "00000001" + "00000001" + entry;
    }

    private static String gossipOf(String from, String to, String records) {
        String count = records.isEmpty() ? "00000000" : "00000001";
        return "00" + "0000000000000007" + from + to + "0000000000000000" + "00000000" + count + records;
    }

    private static String agedRecord(String age) {
        return "02"
                + gossipOf("00000000", "00000001", "00000001" + "00000001" + "0000" + age)
                        .substring(2);
    }

    private static String routeErrorOf(String droppedType, String id) {
        String route = "00000001" + "00000002" + "05" + "01" + "0000";
        return route + droppedType + id + "00000003" + "00000004" + "00000001" + "00000001" + "0000" + "00000000";
    }

    private static String recordOf(String sequence, String neighbour, String cost) {
        return gossipOf("00000000", "00000001", "00000001" + sequence + "0001" + neighbour + cost);
    }

    @ParameterizedTest(name = "{0} with {1}")
    @MethodSource("badBodies")
    void refusesAValueThatAFieldMayNotHave(FrameType type, String what, String body) {
        assertThat(errorOf(ForgedFrame.of(type.code(), HexFormat.of().parseHex(body))))
                .isEqualTo(FrameError.BAD_VALUE);
    }

    /** Counts that promise more than the frame holds. */
    static Stream<Arguments> hostileCounts() {
        String route = "00000001" + "00000002" + "05" + "01";
        String gossip = "00" + "00".repeat(8) + "00".repeat(8) + "00".repeat(8) + "00000000";
        return Stream.of(
                Arguments.of(FrameType.ROUTE_TABLE, "00" + "00000001" + "7fffffff"),
                Arguments.of(FrameType.ROUTE_TABLE, "00" + "00000001" + "ffffffff"),
                Arguments.of(FrameType.ROUTE_TABLE, "00" + "00000001" + "00000002" + "00000002000000020001"),
                Arguments.of(FrameType.LINK_STATE_GOSSIP, gossip + "7fffffff"),
                Arguments.of(FrameType.LINK_STATE_GOSSIP, gossip + "80000000"),
                Arguments.of(FrameType.LINK_STATE_GOSSIP, gossip + "00000001" + "0000000100000001" + "ffff"),
                Arguments.of(FrameType.DATA, route + "0100"),
                Arguments.of(FrameType.DATA, route + "0000" + "0000000000000001" + "ffff" + "00"),
                Arguments.of(FrameType.ACK, route + "0003" + "00000001"));
    }

    @ParameterizedTest
    @MethodSource("hostileCounts")
    void allocatesNothingForItemsThatAreNotThere(FrameType type, String body) {
        byte[] frame = ForgedFrame.of(type.code(), HexFormat.of().parseHex(body));
        assertThat(errorOf(frame)).isEqualTo(FrameError.BAD_LENGTH);

        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        codec.decode(frame);
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(64 * 1024);
    }
}
