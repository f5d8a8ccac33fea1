/**
 * The link-state protocols: records of all links spread over the network, every node computes shortest paths. Under source
 * routing the message carries its path; under link-state routing hop by hop every forwarder follows its own tree.
 *
 * <p><b>Data.</b> A database with the newest {@link hopscope.protocol.message.LinkStateRecord} of every origin, an
 * arrival log of those records, and the shortest-path tree of this node; hop by hop also the first hop to every node.
 *
 * <p><b>Records.</b> A node originates a record with the next sequence number whenever its neighbours change. A larger
 * sequence number replaces a smaller one. Numbers go on after those of earlier lives, as stable storage has them; without
 * it, a node that meets a record of its own from an earlier life outbids it (RFC 2328, section 13.4). After the largest
 * number the record is withdrawn, and when all neighbours have acknowledged that, numbers begin at 1 (section 12.1.6);
 * who missed the withdrawal is set right when it shows its old record. A node that leaves in order withdraws its record for
 * good: it tells all neighbours at once, and again every round those that have not acknowledged it; its own tree stays, so
 * that it forwards what still comes. A link counts only when the newest records of both
 * its ends list each other.
 *
 * <p><b>Ageing</b> (off unless a largest age is set). A node renews its record after the refresh time, with the jitter of
 * its rounds. Records travel with their age, which grows by the time a node holds them and by 1 ms with every link. At the
 * largest age a record ceases to count at every node by itself; its number is remembered for as long again, so that a late
 * copy does not bring it back, and then nothing of it stays. A withdrawn record has the largest of all ages, lists nobody,
 * and spreads like any other.
 *
 * <p><b>Spreading.</b> Every interval the node takes {@code fanout} random neighbours. Push-pull: it tells each the records
 * that arrived since the part of its log that this neighbour has acknowledged, and the neighbour answers with its own news.
 * Push: only the first half, and only if there are news; the answer acknowledges. Pull: only the second half. Flooding: a
 * record that is news is told to all neighbours but the one it came from, at once; the rounds pull what was lost, that is,
 * what was told before the round before the last and is not acknowledged. Without loss one record costs 2m − (n − 1)
 * transmissions. Every message carries acknowledged positions, so a lost frame only means that its news are sent again. A
 * position belongs to an incarnation of a log; a node that restarted has a new one. What a neighbour brought is not sent
 * back to it. A message carries at most 4 MiB of records; the rest follows in the next round.
 *
 * <p><b>Paths.</b> Dijkstra's algorithm, repaired incrementally after each batch of records (Ramalingam and Reps 1996).
 * Among shortest paths the one whose predecessor has the smallest id is taken, so the tree depends on the database only,
 * not on the order of arrival. By the rule {@code per-message} a message takes, from its destination back, the predecessor
 * on a shortest path whose index is a hash of (source, destination, message id, node) modulo their number.
 *
 * <p><b>Warm starts.</b> A node can begin with a {@link hopscope.protocol.routing.linkstate.LinkStateView} of all records, as
 * a long calm would leave it; many share one. A source router need not keep its tree: then it seeks each path when it is
 * asked for one, and finds the same.
 *
 * <p><b>Route errors</b> (source routing). A forwarder whose next link is gone drops the message and tells its source, back
 * along the path: which link, which message, and its own newest record, which no longer lists the link. The source takes
 * the record into its database like any other – so there is no exception to remember, and newer records overrule it –
 * repairs its tree, and sends the message again at once if there is another path; the wait for the acknowledgement goes on
 * as it was. It believes only the end of a link that lies on the path of a message that it is still waiting for. A lost
 * acknowledgement is treated alike. About a route error there is none.
 *
 * <p><b>Timers.</b> The gossip round, default every second with 10 % jitter; the renewal; the end of the oldest record's
 * life. Left out: areas, summaries before an exchange, pacing of originations (RFC 2328's MinLSInterval), salvaging of
 * messages by forwarders (RFC 4728, section 8.4.1).
 *
 * <p>Sources: the design document, scheme one; RFC 2328 and RFC 4728 for terms and rules. May import {@code
 * protocol.routing} and what that may import. Read first: {@link hopscope.protocol.routing.linkstate.LinkStateCore}, {@link
 * hopscope.protocol.routing.linkstate.LinkStateDatabase}, {@link hopscope.protocol.routing.linkstate.GossipExchange}.
 */
package hopscope.protocol.routing.linkstate;
