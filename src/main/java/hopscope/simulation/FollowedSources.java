package hopscope.simulation;

import hopscope.random.Keys;
import hopscope.random.RandomStream;
import hopscope.scenario.ProtocolSpec;
import hopscope.scenario.RoutingSpec.SourceRouting;
import java.util.BitSet;

/**
 * The nodes whose routes are followed for the convergence metrics: all, or, under source routing where the scenario says so
 * or the network is very large, some that are drawn by the seed.
 */
final class FollowedSources {
    /** Which nodes; {@code null} for all. */
    private final BitSet drawn;

    FollowedSources(int nodes, ProtocolSpec protocol, long seed) {
        int wanted = protocol.settings() instanceof SourceRouting spec ? spec.followedSourcesOf(nodes) : nodes;
        this.drawn = wanted < nodes ? draw(nodes, wanted, seed) : null;
    }

    /** Floyd's way to draw without replacement (Bentley and Floyd, "A sample of brilliance", 1987). */
    private static BitSet draw(int nodes, int wanted, long seed) {
        RandomStream random = new RandomStream(Keys.of(seed, "followed-sources"));
        BitSet drawn = new BitSet(nodes);
        for (int last = nodes - wanted; last < nodes; last++) {
            int pick = random.nextInt(last + 1);
            drawn.set(drawn.get(pick) ? last : pick);
        }
        return drawn;
    }

    boolean contains(int node) {
        return drawn == null || drawn.get(node);
    }

    boolean isAll() {
        return drawn == null;
    }
}
