package hopscope.protocol.wire;

import static org.assertj.core.api.Assertions.assertThat;

import hopscope.protocol.message.FrameType;
import hopscope.protocol.message.Message;
import hopscope.random.RandomStream;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever the bytes are, they are a message or an error; and no two frames are the same message. */
class FrameFuzzTest {
    private final FrameCodec codec = new FrameCodec();
    private final Set<FrameError> errors = EnumSet.noneOf(FrameError.class);
    private int messages;

    private void decode(byte[] frame, String description) {
        FrameCodec.Decoded decoded;
        try {
            decoded = codec.decode(frame);
        } catch (RuntimeException escaped) {
            throw new AssertionError(description + ": " + Arrays.toString(frame), escaped);
        }
        Message message = decoded.message();
        assertThat(message == null).as(description).isEqualTo(decoded.error() != null);
        if (message == null) {
            errors.add(decoded.error());
        } else {
            messages++;
            assertThat(codec.encode(message)).as(description).isEqualTo(frame);
        }
    }

    private static byte[] randomBytes(RandomStream random, int length, int bound) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) random.nextInt(bound);
        }
        return bytes;
    }

    @Test
    void survivesRandomBytes() {
        for (long seed = 0; seed < 50_000; seed++) {
            RandomStream random = new RandomStream(seed);
            byte[] bytes = randomBytes(random, random.nextInt(80), 256);
            if (bytes.length > 1 && random.nextInt(2) == 0) {
                bytes[0] = 0x48;
                bytes[1] = 0x53;
            }
            decode(bytes, "seed " + seed);
        }
        assertThat(errors).contains(FrameError.TRUNCATED, FrameError.BAD_MAGIC, FrameError.BAD_WIRE_VERSION);
    }

    /** Small byte values make small counts and ids, which get deep into the decoders. */
    @ParameterizedTest
    @EnumSource
    void survivesRandomBodies(FrameType type) {
        for (long seed = 0; seed < 30_000; seed++) {
            RandomStream random = new RandomStream(seed);
            int bound = new int[] {1, 2, 3, 256}[random.nextInt(4)];
            byte[] body = randomBytes(random, random.nextInt(70), bound);
            decode(ForgedFrame.of(type.code(), body), type + ", seed " + seed);
        }
        assertThat(errors).contains(FrameError.BAD_LENGTH);
    }

    @Test
    void reachesEveryErrorAndAlsoMessagesByDamagingFrames() {
        for (long seed = 0; seed < 60_000; seed++) {
            RandomStream random = new RandomStream(seed);
            FrameType type = FrameType.values()[random.nextInt(FrameType.values().length)];
            byte[] frame = codec.encode(new RandomMessages(seed).of(type));
            if (frame.length > 2_000) {
                continue;
            }
            decode(damaged(random, type, frame), "seed " + seed);
        }
        assertThat(errors).isEqualTo(EnumSet.allOf(FrameError.class));
        assertThat(messages).isGreaterThan(1_000);
    }

    /** Damage anywhere, or damage to the body under a checksum that is right all the same. */
    private static byte[] damaged(RandomStream random, FrameType type, byte[] frame) {
        byte[] result = frame.clone();
        int damages = random.nextInt(4);
        boolean forged = random.nextInt(2) == 0 && frame.length > FrameCodec.HEADER_LENGTH_BYTES;
        int from = forged ? FrameCodec.HEADER_LENGTH_BYTES : 0;
        for (int i = 0; i < damages; i++) {
            result[from + random.nextInt(result.length - from)] = (byte) random.nextInt(256);
        }
        int length = random.nextInt(6) == 0 ? result.length - 1 + random.nextInt(3) : result.length;
        result = Arrays.copyOf(result, length);
        return forged ? ForgedFrame.of(type.code(), Arrays.copyOfRange(result, from, length)) : result;
    }
}
