package hopscope.protocol.node;

/** What a route error claims and may not claim. Such errors change nothing: honest ones are at most late. */
public enum RouteErrorFault {
    /** It is about no message that this node still waits for, or about an acknowledgement that it never sent. */
    UNKNOWN_MESSAGE,
    /** The link that it reports is not on the path of that message. */
    NOT_ON_PATH,
    /** Its record is not the reporter's own, or lists the link all the same. */
    WRONG_RECORD
}
