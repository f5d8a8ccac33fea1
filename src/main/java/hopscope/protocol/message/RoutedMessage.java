package hopscope.protocol.message;

/** A message that crosses several links. */
public sealed interface RoutedMessage extends Message permits DataMessage, AckMessage, RouteError {
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

    /** Id of the message that this is, or that it is about; unique together with who sent that one. */
    long messageId();

    /** The same message one link further on: one hop more, hop limit one less. */
    RoutedMessage forwarded();
}
