package hopscope.scenario;

import java.util.List;

/**
 * What a message carries: either so many zero bytes ({@code 100B}, {@code 4KiB}) or given bytes ({@code [1, 2, 3]}).
 *
 * @param lengthBytes 0 … 65,535
 * @param bytes the given bytes, each 0 … 255, or {@code null} for zeros
 */
public record Payload(int lengthBytes, List<Integer> bytes) {
    /** The bytes to send; a new array. */
    public byte[] toBytes() {
        byte[] out = new byte[lengthBytes];
        if (bytes != null) {
            for (int i = 0; i < lengthBytes; i++) {
                out[i] = bytes.get(i).byteValue();
            }
        }
        return out;
    }
}
