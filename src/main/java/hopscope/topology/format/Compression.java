package hopscope.topology.format;

import hopscope.topology.TopologyFormatException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/** Files as they are published: one compressed with gzip is unpacked, an archive of several is refused. */
final class Compression {
    private static final int TAR_MAGIC_AT = 257;

    private Compression() {}

    static boolean isGzip(byte[] bytes) {
        return begins(bytes, 0, 0x1f, 0x8b);
    }

    /**
     * The file that gzip has packed.
     *
     * @param bytesMax that it may have
     */
    static byte[] unpacked(byte[] bytes, long bytesMax) throws TopologyFormatException {
        byte[] unpacked;
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            unpacked = in.readNBytes(Math.toIntExact(bytesMax + 1));
        } catch (IOException broken) {
            throw new TopologyFormatException("the gzip file is damaged: " + broken.getMessage(), 0, 0);
        }
        if (unpacked.length > bytesMax) {
            throw new TopologyFormatException(
                    "the gzip file holds more than " + bytesMax + " bytes, at most so many are read", 0, 0);
        }
        return unpacked;
    }

    static void refuseArchive(byte[] bytes) throws TopologyFormatException {
        String kind = begins(bytes, TAR_MAGIC_AT, 'u', 's', 't', 'a', 'r')
                ? "a tar archive"
                : begins(bytes, 0, 'P', 'K', 3, 4)
                        ? "a zip archive"
                        : begins(bytes, 0, 0xfd, '7', 'z', 'X', 'Z')
                                ? "compressed with xz"
                                : begins(bytes, 0, 'B', 'Z', 'h') ? "compressed with bzip2" : "";
        if (!kind.isEmpty()) {
            throw new TopologyFormatException(
                    "the file is " + kind + ", expected the network file in it, unpacked or by gzip", 0, 0);
        }
    }

    private static boolean begins(byte[] bytes, int from, int... magic) {
        if (bytes.length < from + magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if ((bytes[from + i] & 0xff) != magic[i]) {
                return false;
            }
        }
        return true;
    }
}
