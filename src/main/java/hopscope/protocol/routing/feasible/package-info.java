/**
 * Distance-vector routing that never loops: destinations number their routes, and a node takes none that might lead back to
 * itself.
 *
 * <p><b>Data.</b> For each destination the selected route – sequence number, distance, next hop – and the <i>feasibility
 * distance</i>: the best (sequence number, distance) that this node ever had, where a larger number is better and, with equal
 * numbers, a smaller distance. For each neighbour, all routes that it told last. A destination numbers itself; its own
 * distance is 0.
 *
 * <p><b>The feasibility condition.</b> A neighbour's route is feasible if its own (sequence number, distance) is strictly
 * better than this node's feasibility distance. The shortest feasible route is selected. Why no loop can be: a feasibility
 * distance never gets worse, and nobody tells a route that is better than it. So along next hops it gets strictly better from
 * node to node, at every instant and whatever is still in flight; around a loop it cannot.
 *
 * <p><b>Restart.</b> A node that lost its memory is bound to nothing, so its neighbours must not have routes by way of its
 * earlier life when it takes theirs. Updates name the life of their sender and the life of the receiver that the sender knows:
 * a new life of a neighbour ends all routes by way of it, and routes of a neighbour that does not know this life are not
 * taken. Its own sequence number goes on from stable storage; without any, it is asked for, or outbids what it hears of
 * itself. Links must not bring anything from a life before the previous one.
 *
 * <p><b>Starvation.</b> After a failure the only routes left may be unfeasible. Then the node asks those who offer them for a
 * newer sequence number; the wish travels towards the destination until somebody has a new enough route, or the destination
 * begins a new number. A wish is repeated with every regular update, and passed on at most twice an interval.
 *
 * <p><b>Messages.</b> Updates to every neighbour: everything every interval, when a neighbour comes and when a new life of it
 * shows; what changed, withdrawn routes among it, as triggered updates in between. What an update that holds everything does
 * not list is withdrawn. Requests for sequence numbers.
 *
 * <p><b>Timers.</b> The regular update, default every second with 10 % jitter; the wait between triggered updates, a thirtieth
 * to a sixth of it; expiry of all routes of a neighbour that did not send everything, 6 intervals. Left out: link costs
 * measured by probes (the core's sessions say who is a neighbour), the collection of unused feasibility distances (they stay),
 * split horizon (not needed), holding a withdrawn route (RFC 8966, section 3.5.4: only prefixes that cover each other need it).
 *
 * <p>Sources: RFC 8966, sections 2.4 to 2.8, 3.5, 3.8; the condition is that of EIGRP's and DUAL's source-node condition
 * (Garcia-Luna-Aceves 1993), the numbers are those of DSDV (Perkins and Bhagwat 1994). May import {@code protocol.routing} and
 * what that may import. Read first: {@link hopscope.protocol.routing.feasible.FeasibleRouter}, {@link
 * hopscope.protocol.routing.feasible.FeasibleTable}.
 */
package hopscope.protocol.routing.feasible;
