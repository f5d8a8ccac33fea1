package hopscope.protocol.routing.distancevector;

import static org.assertj.core.api.Assertions.assertThat;

import hopscope.protocol.routing.RouteView;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whom a router says that it will send to, before it does. */
class LikelyPeerTest {
    @Test
    void isTheOneThatIsSentToNext() {
        RouterBench bench = new RouterBench().connect(5, 9, 2, 300);
        Set<Integer> peers = new HashSet<>();
        for (int round = 0; round < 100; round++) {
            int likely = bench.router.likelyPeer();
            bench.router.expire(bench.router.deadlineNanos(), bench.effects);
            assertThat(bench.effects.takeOnlySent().peer()).isEqualTo(likely);
            peers.add(likely);
        }
        assertThat(peers).containsExactlyInAnyOrder(2, 5, 9, 300);
    }

    @Test
    void isNobodyWithoutNeighbours() {
        assertThat(new RouterBench().router.likelyPeer()).isEqualTo(RouteView.NO_ROUTE);
    }
}
