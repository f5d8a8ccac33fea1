package hopscope.protocol.routing.linkstate;

import hopscope.protocol.routing.GossipConfig;

/**
 * How a node runs the link-state protocols.
 *
 * @param gossip rhythm and width of the rounds
 * @param spread how records spread
 * @param ageing how long they live
 * @param equalCost which of several shortest paths a message takes
 * @param routeErrors whether a forwarder whose next link is gone tells the source; for source routing only
 * @param stableSequence whether sequence numbers go on after those of earlier lives as stable storage has them; if not, the
 *     node begins at 1 and outbids what it meets
 */
public record LinkStateConfig(
        GossipConfig gossip,
        Spread spread,
        Ageing ageing,
        EqualCost equalCost,
        boolean routeErrors,
        boolean stableSequence) {
    /** Gossip push-pull, records that live for ever, one path for all messages, with both repairs that cost nothing. */
    public static LinkStateConfig of(GossipConfig gossip) {
        return new LinkStateConfig(gossip, Spread.PUSH_PULL, Ageing.NONE, EqualCost.SMALLEST_ID, true, true);
    }
}
