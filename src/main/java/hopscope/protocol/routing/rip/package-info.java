/**
 * The routing information protocol: distance-vector routing that repairs, by letting the next hop raise a distance.
 *
 * <p><b>Data.</b> A table with one entry for each destination: distance, next hop, and when it was confirmed or lost. A
 * neighbour is a route of its own, as long as the session with it lasts. The node itself is not listed.
 *
 * <p><b>Rules.</b> A neighbour's distance and the cost of the link to it, added, are adopted if that is shorter, or if the
 * neighbour is the next hop already: its word counts even when it says "further". From <i>infinity</i> on (16, if not set
 * otherwise) a destination cannot be reached; a network with longer shortest paths needs a larger infinity, and then counts
 * further before it notices that something is gone. A route is lost when its next hop says so, when the next hop is no
 * neighbour any more, or when the next hop has not confirmed it for the <i>timeout</i>. A lost route is told to the
 * neighbours as unreachable for the <i>garbage</i> time and then forgotten. Messages to a destination without a route are
 * dropped.
 *
 * <p><b>Messages.</b> One: a list of destinations and distances, to every neighbour; everything every interval and when a
 * neighbour comes, what changed as triggered updates in between. What is told of routes by way of the receiver is a matter
 * of split horizon: nothing special, nothing at all, or that they are unreachable (poisoned reverse, the default). That ends
 * loops of two nodes at once; longer ones still count to infinity.
 *
 * <p><b>Timers.</b> The regular update, default every second with 10 % jitter; the wait between triggered updates, a thirtieth
 * to a sixth of it; timeout, 6 intervals; garbage, 4 intervals: the proportions of RFC 2453. Left out: requests (a new
 * neighbour is sent the whole table unasked), the optional change to an equally long route when half of the timeout is over
 * (section 3.9.2), authentication, the limit of 25 entries to a message.
 *
 * <p>Sources: RFC 2453; the problem in RFC 1058, section 2.2. May import {@code protocol.routing} and what that may import.
 * Read first: {@link hopscope.protocol.routing.rip.RipRouter}, {@link hopscope.protocol.routing.rip.RipTable}.
 */
package hopscope.protocol.routing.rip;
