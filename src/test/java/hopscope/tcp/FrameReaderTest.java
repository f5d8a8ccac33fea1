package hopscope.tcp;

import static org.assertj.core.api.Assertions.assertThat;

import hopscope.protocol.message.DataMessage;
import hopscope.protocol.message.Keepalive;
import hopscope.protocol.message.Message;
import hopscope.protocol.message.SessionMessage.Hello;
import hopscope.protocol.message.SessionMessage.Welcome;
import hopscope.protocol.wire.FrameCodec;
import hopscope.protocol.wire.FrameError;
import hopscope.random.RandomStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FrameReaderTest {
    private static final int ROUNDS = Integer.getInteger("hopscope.fuzz.rounds", 20_000);
    private final FrameCodec codec = new FrameCodec();

    /** A stream that gives its bytes in pieces of random lengths. */
    private static final class Pieces extends InputStream {
        private final InputStream whole;
        private final RandomStream random;

        Pieces(byte[] bytes, RandomStream random) {
            this.whole = new ByteArrayInputStream(bytes);
            this.random = random;
        }

        @Override
        public int read() throws IOException {
            return whole.read();
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            return whole.read(target, offset, Math.min(length, 1 + random.nextInt(40)));
        }
    }

    private byte[] frames(List<Message> messages) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        messages.forEach(message -> out.writeBytes(codec.encode(message)));
        return out.toByteArray();
    }

    private static List<Message> someMessages(RandomStream random) {
        List<Message> messages = new ArrayList<>();
        for (int i = random.nextInt(12); i >= 0; i--) {
            messages.add(
                    switch (random.nextInt(4)) {
                        case 0 -> new Hello(random.nextInt(100), 1, 3, 0, "software");
                        case 1 -> new Welcome(random.nextInt(100), 1, 0);
                        case 2 -> Keepalive.INSTANCE;
                        default -> new DataMessage(1, 2, 9, 1, new int[] {1, 2}, 5, new byte[random.nextInt(300)]);
                    });
        }
        return messages;
    }

    @Test
    void findsTheFramesHoweverTheStreamIsCut() throws IOException {
        for (int seed = 0; seed < 300; seed++) {
            RandomStream random = new RandomStream(seed);
            List<Message> messages = someMessages(random);
            byte[] bytes = frames(messages);
            FrameReader reader = new FrameReader(new Pieces(bytes, random), 1 << 20);
            for (Message message : messages) {
                FrameReader.Item item = reader.next();
                assertThat(codec.encode(item.message())).as("seed %d", seed).isEqualTo(codec.encode(message));
                assertThat(item.synced()).isTrue();
            }
            assertThat(reader.next().isEnd()).isTrue();
        }
    }

    @Test
    void readsAFrameLargerThanItsBuffer() throws IOException {
        DataMessage large = new DataMessage(1, 2, 9, 1, new int[0], 5, new byte[65_535]);
        byte[] bytes = frames(List.of(Keepalive.INSTANCE, large, Keepalive.INSTANCE));
        FrameReader reader = new FrameReader(new ByteArrayInputStream(bytes), 1 << 20);
        assertThat(reader.next().message()).isEqualTo(Keepalive.INSTANCE);
        assertThat(reader.next().message().bodyLengthBytes()).isEqualTo(large.bodyLengthBytes());
        assertThat(reader.next().message()).isEqualTo(Keepalive.INSTANCE);
        assertThat(reader.next().isEnd()).isTrue();
    }

    @Test
    void callsAStreamThatEndsInsideAFrameTruncated() throws IOException {
        byte[] bytes = frames(List.of(new Welcome(1, 1, 0)));
        for (int length = 1; length < bytes.length; length++) {
            FrameReader reader = new FrameReader(new ByteArrayInputStream(bytes, 0, length), 1 << 20);
            assertThat(reader.next()).isEqualTo(new FrameReader.Item(null, FrameError.TRUNCATED, false));
        }
    }

    @Test
    void limitsTheBody() throws IOException {
        byte[] bytes = frames(List.of(new Welcome(1, 1, 0), new Welcome(1, 1, 0)));
        FrameReader reader = new FrameReader(new ByteArrayInputStream(bytes), 9);
        assertThat(reader.next().error()).isNull();
        reader.limitBody(8);
        assertThat(reader.next()).isEqualTo(new FrameReader.Item(null, FrameError.OVERSIZED, false));
    }

    /** Frames, damaged by a seed: every item is a message or a cause, and the stream comes to its end. */
    @Test
    void survivesDamage() throws IOException {
        Set<FrameError> errors = EnumSet.noneOf(FrameError.class);
        int messages = 0;
        for (int seed = 0; seed < ROUNDS; seed++) {
            RandomStream random = new RandomStream(seed);
            byte[] bytes = frames(someMessages(random));
            for (int damages = random.nextInt(4); damages > 0; damages--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            int length = random.nextInt(4) == 0 ? random.nextInt(bytes.length + 1) : bytes.length;
            FrameReader reader = new FrameReader(new Pieces(java.util.Arrays.copyOf(bytes, length), random), 1 << 20);
            FrameReader.Item item;
            int items = 0;
            do {
                item = reader.next();
                assertThat(++items).as("seed %d", seed).isLessThanOrEqualTo(20);
                messages += item.message() == null ? 0 : 1;
                if (item.error() != null) {
                    errors.add(item.error());
                }
            } while (item.synced());
        }
        assertThat(messages).isPositive();
        assertThat(errors)
                .contains(
                        FrameError.BAD_CHECKSUM,
                        FrameError.BAD_MAGIC,
                        FrameError.BAD_WIRE_VERSION,
                        FrameError.OVERSIZED,
                        FrameError.TRUNCATED,
                        FrameError.UNKNOWN_TYPE);
    }
}
