package hopscope.protocol.wire;

import static org.assertj.core.api.Assertions.assertThat;

import hopscope.protocol.message.AckMessage;
import hopscope.protocol.message.FrameType;
import hopscope.protocol.message.Message;
import hopscope.protocol.message.RouteTable;
import hopscope.protocol.message.SessionMessage.Hello;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FrameRoundTripTest {
    private final FrameCodec codec = new FrameCodec();

    @ParameterizedTest
    @EnumSource
    void decodesWhatItEncoded(FrameType type) {
        for (long seed = 0; seed < 1_000; seed++) {
            Message message = new RandomMessages(seed).of(type);
            byte[] frame = codec.encode(message);

            FrameCodec.Decoded decoded = codec.decode(frame);

            assertThat(decoded.error()).as("seed %d", seed).isNull();
            assertThat(MessageContents.of(decoded.message()))
                    .as("seed %d", seed)
                    .isEqualTo(MessageContents.of(message));
            assertThat(codec.encode(decoded.message())).as("seed %d", seed).isEqualTo(frame);
        }
    }

    @ParameterizedTest
    @EnumSource
    void computesTheLengthThatTheEncodingHas(FrameType type) {
        for (long seed = 0; seed < 1_000; seed++) {
            Message message = new RandomMessages(seed).of(type);
            byte[] frame = codec.encode(message);
            assertThat(frame).as("seed %d", seed).hasSize(FrameCodec.frameLengthBytes(message));
            assertThat(message.bodyLengthBytes())
                    .as("seed %d", seed)
                    .isEqualTo(frame.length - FrameCodec.HEADER_LENGTH_BYTES);
        }
    }

    @Test
    void decodesAFrameInTheMiddleOfABuffer() {
        byte[] frame = codec.encode(new RandomMessages(1).table());
        byte[] buffer = new byte[frame.length + 30];
        System.arraycopy(frame, 0, buffer, 13, frame.length);

        assertThat(codec.decode(buffer, 13, frame.length).error()).isNull();
        assertThat(codec.decode(buffer, 12, frame.length).error()).isEqualTo(FrameError.BAD_MAGIC);
    }

    @Test
    void laysOutAHelloLikeThis() {
        byte[] frame = codec.encode(new Hello(0x0102, 1, 3, 0x80000001, "hopscope"));
        assertThat(HexFormat.of().formatHex(frame, 0, 8)).isEqualTo("4853" + "01" + "01" + "00000013");
        assertThat(HexFormat.of().formatHex(frame, 12, 22)).isEqualTo("00000102" + "01" + "03" + "80000001");
        assertThat(HexFormat.of().formatHex(frame, 22, 31)).isEqualTo("08" + "686f7073636f7065");
    }

    @Test
    void laysOutAnAcknowledgementLikeThis() {
        byte[] frame = codec.encode(new AckMessage(7, 9, 30, 2, new int[] {7, 8, 9}, 0x1122334455667788L));
        assertThat(HexFormat.of().formatHex(frame, 0, 8)).isEqualTo("4853" + "01" + "21" + "00000020");
        assertThat(HexFormat.of().formatHex(frame, 12, 44))
                .isEqualTo("00000007" + "00000009" + "1e" + "02" + "0003" + "00000007" + "00000008" + "00000009"
                        + "1122334455667788");
    }

    @Test
    void doesNotSendTheOwnersEntryOrMissingRoutes() {
        int[] row = {RouteTable.NO_ROUTE, 0, RouteTable.ONE_HOP, RouteTable.NO_ROUTE};
        RouteTable table = new RouteTable(1, true, row, new int[] {2}, 1, 77);

        RouteTable decoded = (RouteTable) codec.decode(codec.encode(table)).message();

        assertThat(RouteTable.isRoute(decoded.entry(0))).isFalse();
        assertThat(RouteTable.isRoute(decoded.entry(1))).isFalse();
        assertThat(RouteTable.distance(decoded.entry(2))).isEqualTo(1);
        assertThat(decoded.version()).isEqualTo(RouteTable.NO_VERSION);
    }
}
