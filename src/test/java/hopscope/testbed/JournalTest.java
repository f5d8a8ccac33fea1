package hopscope.testbed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hopscope.protocol.node.NodeCounters;
import hopscope.protocol.routing.RouteView;
import hopscope.scenario.LoadedScenario;
import hopscope.simulation.Links;
import hopscope.simulation.QuietObserver;
import hopscope.simulation.Runs;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JournalTest {
    private final List<String> heard = new ArrayList<>();
    private LiveNetwork network;
    private Journal journal;

    /** Writes down what it hears. */
    private class Listener extends QuietObserver {
        @Override
        public void disturbed(long nowNanos) {
            heard.add("disturbed");
        }

        @Override
        public void linkChanged(long nowNanos, int link, boolean live) {
            heard.add("link " + link + (live ? " up" : " down"));
        }

        @Override
        public void nodeChanged(long nowNanos, int node, boolean up) {
            heard.add("node " + node + (up ? " up" : " down"));
        }

        @Override
        public void accepted(long nowNanos, int node, long id, int destination) {
            heard.add("accepted " + id);
        }

        @Override
        public void delivered(long nowNanos, int node, int source, long id, int hops) {
            heard.add("delivered " + id);
        }

        @Override
        public void abandoned(long nowNanos, int node, long id) {
            heard.add("abandoned " + id);
        }

        @Override
        public void routeChanged(
                long nowNanos, int node, int destination, int oldVia, int oldDistance, int via, int distance) {
            heard.add("route " + node + "-" + destination + " via " + via);
        }
    }

    @BeforeEach
    void begin() {
        // A line 0 - 1 - 2.
        LoadedScenario loaded = Runs.load("name: t\nduration: 1s\ntopology: {edges: [[0, 1], [1, 2]]}\n");
        Links links = new Links(loaded.topology(), loaded.scenario().links(), 1);
        network = new LiveNetwork(
                loaded.scenario(),
                loaded.topology(),
                loaded.scenario().protocols().get(1),
                links);
        journal = new Journal(network, new Listener());
        journal.begin();
    }

    @Test
    void tellsOfAMessageBeforeItsDelivery() {
        journal.delivered(2, 0, 0, 77, 2);
        journal.accepted(0, 0, 0, 77, 2);
        assertThat(heard).containsExactly("accepted 77", "delivered 77");
    }

    @Test
    void tellsOfNoDeliveryWithoutAMessage() {
        journal.delivered(2, 0, 0, 77, 2);
        journal.end(1);
        assertThat(heard).isEmpty();
    }

    @Test
    void reportsWhatACrashedNodeLeftUnsettled() {
        for (long id = 1; id <= 4; id++) {
            journal.accepted(0, 1, 0, id, 2);
        }
        journal.acknowledged(1, 0, 1);
        journal.abandoned(1, 0, 3);
        heard.clear();
        journal.crash(1, new NodeCounters());
        assertThat(heard)
                .containsExactly(
                        "disturbed", "abandoned 2", "abandoned 4", "node 1 down", "link 0 down", "link 1 down");
    }

    @Test
    void hearsNothingOfAnEarlierLife() {
        journal.crash(1, new NodeCounters());
        journal.restart(1);
        heard.clear();
        journal.routeChanged(1, 0, 2, -1, -1, 2, 1);
        assertThat(heard).isEmpty();
        assertThat(network.routes(1).via(2)).isEqualTo(RouteView.NO_ROUTE);
        journal.routeChanged(1, 1, 2, -1, -1, 2, 1);
        assertThat(heard).containsExactly("route 1-2 via 2");
        assertThat(network.routes(1).distance(2)).isEqualTo(1);
    }

    @Test
    void hearsNothingOfANodeThatIsDown() {
        journal.crash(2, new NodeCounters());
        heard.clear();
        journal.accepted(0, 2, 0, 5, 0);
        journal.routeChanged(2, 0, 0, -1, -1, 1, 2);
        assertThat(heard).isEmpty();
    }

    @Test
    void bringsUpOnlyLinksThatAreNotCut() {
        journal.cut(0);
        journal.crash(1, new NodeCounters());
        heard.clear();
        journal.restart(1);
        assertThat(heard).containsExactly("disturbed", "node 1 up", "link 1 up");
        journal.mend(0);
        assertThat(network.isLive(0)).isTrue();
    }

    @Test
    void hearsNothingAfterTheEnd() {
        journal.end(1);
        journal.cut(0);
        assertThat(heard).isEmpty();
        assertThat(network.isLive(0)).isTrue();
    }

    @Test
    void throwsWhatItsObserverThrewAtTheEnd() {
        Journal failing = new Journal(network, new QuietObserver() {
            @Override
            public void windowFull(long nowNanos, int node) {
                throw new IllegalStateException("a planted fault");
            }
        });
        failing.begin();
        failing.windowFull(0);
        assertThatThrownBy(() -> failing.end(1)).hasMessageContaining("a planted fault");
    }
}
