package hopscope.protocol.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Arrays;

/** Whatever the bytes are, they are a message that encodes to them, or an error; guided by the branches that they reach. */
class FrameCodecFuzz {
    private final FrameCodec codec = new FrameCodec();

    @FuzzTest(maxDuration = "10s")
    void decodesOrRefuses(byte[] bytes) {
        check(bytes);
        if (bytes.length > 0) {
            // Behind a header and checksum that are right: the first byte says of which type.
            check(ForgedFrame.of(bytes[0], Arrays.copyOfRange(bytes, 1, bytes.length)));
        }
    }

    private void check(byte[] frame) {
        FrameCodec.Decoded decoded = codec.decode(frame);
        assertThat(decoded.message() == null).isEqualTo(decoded.error() != null);
        if (decoded.message() != null) {
            assertThat(codec.encode(decoded.message())).isEqualTo(frame);
        }
    }
}
