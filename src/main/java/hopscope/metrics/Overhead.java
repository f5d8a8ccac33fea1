package hopscope.metrics;

import hopscope.protocol.message.Message;
import hopscope.protocol.wire.FrameCodec;

/** Frames and bytes that nodes put on links. */
final class Overhead {
    private long controlFrames;
    private long controlBytes;
    private long dataBytes;

    void transmitted(Message message) {
        int length = FrameCodec.frameLengthBytes(message);
        if (FrameCodec.typeOf(message).isData()) {
            dataBytes += length;
        } else {
            controlFrames++;
            controlBytes += length;
        }
    }

    long controlFrames() {
        return controlFrames;
    }

    long controlBytes() {
        return controlBytes;
    }

    long dataBytes() {
        return dataBytes;
    }
}
