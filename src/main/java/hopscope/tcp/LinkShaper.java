package hopscope.tcp;

import hopscope.protocol.message.Message;

/** Makes a link slower and worse than it is: every frame that the node sends passes here, outside the node. */
@FunctionalInterface
public interface LinkShaper {
    /** What {@link #delayNanosOrLost} answers for a frame that never arrives. */
    long LOST = -1;

    /** Leaves every link as it is. */
    LinkShaper NONE = (peer, message) -> 0;

    /**
     * What happens to a frame on its way to a peer; called on the node's thread, once for each frame.
     *
     * @return the time it waits before it is written, not negative, or {@link #LOST}
     */
    long delayNanosOrLost(int peer, Message message);
}
