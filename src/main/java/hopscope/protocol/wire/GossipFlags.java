package hopscope.protocol.wire;

/** The bits of the first byte of a LINK_STATE_GOSSIP. */
final class GossipFlags {
    /** The receiver is to answer with its own news. */
    static final int ANSWER_WANTED = 1;

    /** Each record is followed by its age. */
    static final int WITH_AGES = 2;

    /** All bits that there are. */
    static final int ALL = ANSWER_WANTED | WITH_AGES;

    private GossipFlags() {}
}
