package hopscope.protocol.routing.linkstate;

import hopscope.protocol.Effects;
import hopscope.protocol.message.LinkStateGossip;
import hopscope.protocol.message.LinkStateRecord;
import hopscope.protocol.message.RecordList;
import hopscope.protocol.routing.Neighbours;
import hopscope.random.RandomStream;

/** Tells neighbours what is in the log of a database, and asks for what is in theirs: whom, when and how much. */
final class GossipExchange {
    private static final RecordList NOTHING = new RecordList(new LinkStateRecord[0]);

    private final Neighbours neighbours;
    private final Spread spread;
    private final int fanout;
    private final RandomStream random;
    private final LinkStateDatabase database;
    private final RecordAges ages;
    private final GossipPeers peers;
    private final int[] drawn;

    /**
     * Ends of the log at the last two rounds: what flooding told before the older one has arrived by now or is lost, rounds
     * being farther apart than a message takes to and fro.
     */
    private int lastRoundPosition;

    private int settledPosition;

    GossipExchange(
            Neighbours neighbours,
            LinkStateConfig config,
            RandomStream random,
            LinkStateDatabase database,
            RecordAges ages) {
        this.neighbours = neighbours;
        this.spread = config.spread();
        this.fanout = config.gossip().fanout();
        this.random = random;
        this.database = database;
        this.ages = ages;
        this.peers = new GossipPeers(random.nextLong() | 1);
        this.drawn = new int[fanout];
    }

    /** Goes on as if everybody had told everybody a view. */
    void resume(LinkStateView view) {
        int position = database.endPosition();
        lastRoundPosition = position;
        settledPosition = position;
        for (int i = 0; i < neighbours.count(); i++) {
            int slot = neighbours.slotAt(i);
            peers.resume(slot, view.logId(neighbours.id(slot)), position);
        }
    }

    /** Incarnation of our log. */
    long logId() {
        return peers.logId();
    }

    void neighbourUp(int slot) {
        peers.ensure(slot);
        peers.noteFlooded(slot, peers.acknowledged(slot));
    }

    /**
     * Takes in the positions of a message whose records are in the database by now.
     *
     * @param before end of our log when the message came
     */
    void noteReceived(int slot, LinkStateGossip gossip, int before) {
        peers.noteReceived(slot, gossip, before);
        peers.noteEcho(slot, before, database.endPosition());
    }

    /** Whether all neighbours have our log before a position. */
    boolean haveAllNeighbours(int position) {
        for (int i = 0; i < neighbours.count(); i++) {
            if (peers.acknowledged(neighbours.slotAt(i)) < position) {
                return false;
            }
        }
        return true;
    }

    /** Opens an exchange with some neighbours. */
    void round(long nowNanos, Effects out) {
        settledPosition = lastRoundPosition;
        lastRoundPosition = database.endPosition();
        int count = neighbours.draw(fanout, random, drawn);
        for (int i = 0; i < count; i++) {
            open(nowNanos, drawn[i], out);
        }
    }

    /** Tells every neighbour that is not known to have our log before a position, whatever the mode of spreading. */
    void tellAllWithout(long nowNanos, int position, Effects out) {
        for (int i = 0; i < neighbours.count(); i++) {
            int slot = neighbours.slotAt(i);
            if (peers.acknowledged(slot) < position) {
                LinkStateDatabase.News news = newsFor(slot);
                peers.noteFlooded(slot, news.endPosition());
                tell(nowNanos, slot, true, news, out);
            }
        }
    }

    private void open(long nowNanos, int slot, Effects out) {
        switch (spread) {
            case PUSH_PULL -> tell(nowNanos, slot, true, newsFor(slot), out);
            case PUSH -> {
                LinkStateDatabase.News news = newsFor(slot);
                if (news.list().count() > 0) {
                    tell(nowNanos, slot, true, news, out);
                }
            }
            case PULL, FLOODING -> tell(nowNanos, slot, true, nothingFor(slot), out);
        }
    }

    /** Answers a neighbour that wants an answer. */
    void answer(long nowNanos, int slot, Effects out) {
        LinkStateDatabase.News news = switch (spread) {
            case PUSH_PULL, PULL -> newsFor(slot);
            // Only the acknowledgement that every message carries.
            case PUSH -> nothingFor(slot);
            case FLOODING -> newsSince(peers.acknowledged(slot), slot, settledPosition);
        };
        tell(nowNanos, slot, false, news, out);
    }

    /** Where news are told at once: tells each neighbour what it was not told and did not bring itself. */
    void flood(long nowNanos, Effects out) {
        if (spread != Spread.FLOODING) {
            return;
        }
        for (int i = 0; i < neighbours.count(); i++) {
            int slot = neighbours.slotAt(i);
            int from = peers.flooded(slot);
            LinkStateDatabase.News news = newsSince(from, slot, database.endPosition());
            if (news.list().count() > 0) {
                peers.noteFlooded(slot, news.endPosition());
                out.transmit(neighbours.id(slot), message(nowNanos, slot, false, from, news));
            }
        }
    }

    private LinkStateDatabase.News newsFor(int slot) {
        return newsSince(peers.acknowledged(slot), slot, database.endPosition());
    }

    private LinkStateDatabase.News nothingFor(int slot) {
        return new LinkStateDatabase.News(NOTHING, peers.acknowledged(slot));
    }

    private LinkStateDatabase.News newsSince(int position, int slot, int limit) {
        return database.newsSince(position, peers.echoFrom(slot), peers.echoTo(slot), limit);
    }

    private void tell(long nowNanos, int slot, boolean answerWanted, LinkStateDatabase.News news, Effects out) {
        out.transmit(neighbours.id(slot), message(nowNanos, slot, answerWanted, peers.acknowledged(slot), news));
    }

    private LinkStateGossip message(
            long nowNanos, int slot, boolean answerWanted, int from, LinkStateDatabase.News gathered) {
        LinkStateDatabase.News news = ages.asTold(gathered);
        return new LinkStateGossip(
                answerWanted,
                peers.logId(),
                from,
                news.endPosition(),
                peers.receivedLogId(slot),
                peers.receivedPosition(slot),
                news.list(),
                ages.ofNews(nowNanos, news.list()));
    }
}
