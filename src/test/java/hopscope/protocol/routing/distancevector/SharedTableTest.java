package hopscope.protocol.routing.distancevector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hopscope.protocol.message.RouteTable;
import org.junit.jupiter.api.Test;

/** Who may look at the memory that a table shares with its messages, and for how long. */
class SharedTableTest {
    private final RouterBench bench = new RouterBench().connect(1, 300);

    @Test
    void copiesWhatChangesWhileAMessageIsOnItsWay() {
        RouteTable first = bench.send();
        bench.receiveTable(1, 5, 1);
        RouteTable second = bench.send();
        assertThat(second.blocks()).isNotSameAs(first.blocks());
        assertThat(second.blocks().distances()).isNotSameAs(first.blocks().distances());
        assertThat(RouteTable.isRoute(first.entry(5))).isFalse();
        assertThat(RouteTable.isRoute(second.entry(5))).isTrue();
    }

    @Test
    void copiesNothingWhenAllMessagesWereReleased() {
        RouteTable first = bench.send();
        RouteTable second = bench.send();
        Object blocks = first.blocks();
        Object distances = first.blocks().distances();
        first.release();
        second.release();
        bench.receiveTable(1, 5, 1);
        RouteTable third = bench.send();
        assertThat(third.blocks()).isSameAs(blocks);
        assertThat(third.blocks().distances()).isSameAs(distances);
        assertThat(RouteTable.isRoute(third.entry(5))).isTrue();
    }

    @Test
    void copiesWhenOneOfTwoMessagesIsStillOnItsWay() {
        RouteTable first = bench.send();
        RouteTable second = bench.send();
        first.release();
        first.release();
        bench.receiveTable(1, 5, 1);
        assertThat(RouteTable.isRoute(second.entry(5))).isFalse();
    }

    @Test
    void leavesAMessageThatIsKeptAsItIs() {
        RouteTable kept = bench.send();
        kept.keep();
        kept.release();
        bench.receiveTable(1, 5, 1);
        bench.disconnect(300);
        assertThat(RouteTable.isRoute(kept.entry(5))).isFalse();
        assertThat(RouteTable.isRoute(kept.entry(300))).isTrue();
        assertThat(kept.entryCount()).isEqualTo(2);
    }

    @Test
    void refusesALookAtAMessageThatWasReleased() {
        RouteTable table = bench.send();
        table.release();
        assertThatThrownBy(() -> table.entry(1)).isInstanceOf(NullPointerException.class);
    }
}
