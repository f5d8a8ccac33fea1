package hopscope.protocol.routing.linkstate;

import static org.assertj.core.api.Assertions.assertThat;

import hopscope.protocol.MemoryStorage;
import hopscope.protocol.NoEffects;
import hopscope.protocol.message.LinkStateGossip;
import hopscope.protocol.message.LinkStateRecord;
import hopscope.protocol.message.Message;
import hopscope.protocol.routing.GossipConfig;
import hopscope.protocol.routing.Neighbours;
import hopscope.random.RandomStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a node does about records that an earlier life of its own has left behind. */
class EarlierLifeTest {
    private static final int SELF = 0;
    private static final int PEER = 7;
    private static final long INTERVAL = 1_000_000_000L;

    private final Neighbours neighbours = new Neighbours();
    private final SourceRouter router = new SourceRouter(
            SELF,
            neighbours,
            LinkStateConfig.of(new GossipConfig(INTERVAL, 1, 0)),
            new RandomStream(1),
            new MemoryStorage());
    private final Sink sink = new Sink();
    private final int slot = neighbours.register(PEER);

    EarlierLifeTest() {
        router.start(0, sink);
        neighbours.connect(slot, 1);
        // Its record has the number 2 now: one at the start, one for the neighbour.
        router.neighbourUp(slot, sink);
    }

    @Test
    void outbidsARecordWithALargerNumber() {
        hear(new LinkStateRecord(SELF, 5, new int[] {PEER}, new int[] {1}));
        assertThat(ownRecord().sequence()).isEqualTo(6);
    }

    @Test
    void outbidsARecordWithTheSameNumberAndOtherContents() {
        hear(new LinkStateRecord(SELF, 2, new int[] {3}, new int[] {1}));
        assertThat(ownRecord()).isEqualTo(new LinkStateRecord(SELF, 3, new int[] {PEER}, new int[] {1}));
    }

    @Test
    void leavesItsOwnRecordInPeaceWhenItComesBack() {
        hear(new LinkStateRecord(SELF, 2, new int[] {PEER}, new int[] {1}));
        assertThat(ownRecord().sequence()).isEqualTo(2);
    }

    @Test
    void leavesAnOlderRecordInPeace() {
        hear(new LinkStateRecord(SELF, 1, new int[] {3}, new int[] {1}));
        assertThat(ownRecord().sequence()).isEqualTo(2);
    }

    private void hear(LinkStateRecord record) {
        router.receive(0, slot, new LinkStateGossip(false, 99, 0, 1, 0, 0, new LinkStateRecord[] {record}, null), sink);
    }

    /** Its own record as the next round of gossip tells it. */
    private LinkStateRecord ownRecord() {
        sink.sent.clear();
        router.expire(2 * INTERVAL, sink);
        LinkStateGossip gossip = (LinkStateGossip) sink.sent.get(0);
        for (int i = 0; i < gossip.recordCount(); i++) {
            if (gossip.record(i).origin() == SELF) {
                return gossip.record(i);
            }
        }
        throw new AssertionError("the gossip does not hold the node's own record");
    }

    private static final class Sink extends NoEffects {
        private final List<Message> sent = new ArrayList<>();

        @Override
        public void transmit(int peer, Message message) {
            sent.add(message);
        }
    }
}
