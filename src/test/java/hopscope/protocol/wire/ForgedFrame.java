package hopscope.protocol.wire;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/** Frames with a right header around any body: what a hostile peer can send. */
final class ForgedFrame {
    private ForgedFrame() {}

    static byte[] of(int typeCode, byte[] body) {
        ByteBuffer frame = ByteBuffer.allocate(12 + body.length);
        frame.putShort((short) 0x4853).put((byte) 1).put((byte) typeCode).putInt(body.length);
        CRC32C checksum = new CRC32C();
        checksum.update(frame.array(), 0, 8);
        checksum.update(body, 0, body.length);
        return frame.putInt((int) checksum.getValue()).put(body).array();
    }
}
