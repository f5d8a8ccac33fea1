package hopscope.protocol.message;

/** A message that crosses several links. */
public sealed interface RoutedMessage extends Message permits DataMessage, AckMessage {
    /** The path of a message that is forwarded hop by hop: none. Never changed, having no elements. */
    int[] HOP_BY_HOP = {};

    /** Who sent it. */
    int source();

    /** Whom it is for. */
    int destination();

    /** Links that it may still cross, 0 … 255. */
    int hopLimit();

    /** Links that it has crossed, 0 … 255. */
    int hops();

    /** The nodes from source to destination, both included; empty when it is forwarded hop by hop. Not to be changed. */
    int[] path();

    /** The same message one link further on: one hop more, hop limit one less. */
    RoutedMessage forwarded();
}
