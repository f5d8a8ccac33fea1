package hopscope.protocol.node;

import hopscope.protocol.message.LinkStateRecord;
import hopscope.protocol.message.RouteError;

/** The link that a route error reports, held against what this node knows of the message. */
final class BrokenLink {
    private BrokenLink() {}

    /**
     * What is wrong with a route error.
     *
     * @param isKnown whether this node sent the message and still has to do with it
     * @param path that the message took, or {@code null} if there is none
     * @return {@code null} if nothing is
     */
    static RouteErrorFault faultOf(RouteError error, boolean isKnown, int[] path) {
        if (!isKnown) {
            return RouteErrorFault.UNKNOWN_MESSAGE;
        }
        if (path == null || !isOn(path, error)) {
            return RouteErrorFault.NOT_ON_PATH;
        }
        LinkStateRecord record = error.record();
        boolean isItsOwn = record.origin() == error.source();
        return isItsOwn && record.cost(error.unreachable()) == LinkStateRecord.NOT_LISTED
                ? null
                : RouteErrorFault.WRONG_RECORD;
    }

    /** Whether a path goes over the link, in the direction in which it was reported. */
    static boolean isOn(int[] path, RouteError error) {
        for (int i = 0; i + 1 < path.length; i++) {
            if (path[i] == error.source() && path[i + 1] == error.unreachable()) {
                return true;
            }
        }
        return false;
    }
}
