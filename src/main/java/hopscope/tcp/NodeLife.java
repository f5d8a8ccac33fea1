package hopscope.tcp;

import hopscope.protocol.MemoryStorage;
import hopscope.protocol.StableStorage;
import java.time.InstantSource;

/**
 * What one life of a node has to itself, and what it has from its earlier lives.
 *
 * @param randomKey key of its draws, which should differ between the lives of a node
 * @param storage what earlier lives have left; used on the node's thread only
 * @param wallClock asked once, at birth: from then on the node's time is monotonic. May have been set back since an earlier
 *     life
 */
public record NodeLife(long randomKey, StableStorage storage, InstantSource wallClock) {
    /** The only life of a node, by the system's clock. */
    public static NodeLife only(long randomKey) {
        return new NodeLife(randomKey, new MemoryStorage(), InstantSource.system());
    }
}
