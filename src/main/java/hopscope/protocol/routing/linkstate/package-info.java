/**
 * Source routing: gossip spreads the topology, every node computes shortest paths, the message carries its path.
 *
 * <p><b>Data.</b> A database with the newest {@link hopscope.protocol.message.LinkStateRecord} of every origin, an
 * arrival log of those records, and the shortest-path tree of this node.
 *
 * <p><b>Records.</b> A node originates a record with the next sequence number whenever its neighbours change. A larger
 * sequence number replaces a smaller one. A node that meets a record of its own from an earlier life outbids its sequence
 * number (as RFC 2328, section 13.4). A link counts only when the newest records of both its ends list each other.
 *
 * <p><b>Gossip.</b> Every interval the node takes {@code fanout} random neighbours and pushes to each the records that
 * arrived since the part of its log that this neighbour has acknowledged; the neighbour answers with its own news (the
 * pull). Both halves carry acknowledged positions, so a lost frame only means that its news are sent again. A position
 * belongs to an incarnation of a log; a node that restarted has a new one. What a neighbour brought is not sent back to
 * it. A message carries at most 4 MiB of records; the rest follows in the next round.
 *
 * <p><b>Paths.</b> Dijkstra's algorithm, repaired incrementally after each batch of records (Ramalingam and Reps 1996).
 * Among shortest paths the one whose predecessor has the smallest id is taken, so the tree depends on the database only,
 * not on the order of arrival.
 *
 * <p><b>Timers.</b> One: the gossip round, default every second with 10 % jitter. Left out: ageing of records (a node
 * that vanishes stays in the database, without links), flooding.
 *
 * <p>Sources: the design document, scheme one; RFC 2328 for the terms. May import {@code protocol.routing} and what that
 * may import. Read first: {@link hopscope.protocol.routing.linkstate.SourceRouter}, {@link
 * hopscope.protocol.routing.linkstate.LinkStateDatabase}.
 */
package hopscope.protocol.routing.linkstate;
