/**
 * The distance-vector table: {@code <destination, next hop, distance>}, merged push-pull with random neighbours.
 *
 * <p><b>Data.</b> One row with a distance and a next hop for each destination id, see {@link
 * hopscope.protocol.message.RouteBlocks}. The node itself is at distance 0 and is never listed to others.
 *
 * <p><b>Rules.</b> A new neighbour n gives {@code <n, n, 1>}; a lost one deletes the entry for n, and nothing else.
 * Every interval the node sends its whole table to {@code fanout} random neighbours; each merges it and answers with its
 * own whole table, which the node merges too. Merging: a destination that is new is adopted with distance + 1 by way of
 * the sender; one that is known is adopted only if that is strictly shorter. Entries for oneself are ignored. A message
 * to an unknown destination goes to a random neighbour, and a next hop that is not connected counts as unknown; the
 * hop limit in the frame ends a walk that finds nothing.
 *
 * <p><b>What the rules do not do.</b> They never raise a distance, so after a failure stale routes stay, and loops with
 * them. That is the protocol, not a fault of this code.
 *
 * <p><b>What is spared.</b> A table passed by reference says for each block of destinations when it changed last; blocks that
 * were merged before are left out, which changes nothing as long as no distance of the receiver has risen since. A lost
 * neighbour is such a rise: then every table is merged whole again. On the wire and in every count the whole table crosses.
 *
 * <p><b>Timers.</b> One: the gossip round, default every second with 10 % jitter.
 *
 * <p>Sources: the design document's rules 0 to 4 for the routing table; the problem with failures is that of RFC 1058,
 * section 2.2. May import {@code protocol.routing} and what that may import. Read first: {@link
 * hopscope.protocol.routing.distancevector.DistanceVectorRouter}, {@link
 * hopscope.protocol.routing.distancevector.TableMerge}.
 */
package hopscope.protocol.routing.distancevector;
