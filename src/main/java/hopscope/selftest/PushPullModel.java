package hopscope.selftest;

import hopscope.random.RandomStream;
import java.util.Arrays;

/**
 * Push-pull on a complete graph with nothing but who knows: in each round every node calls one of the others, all calls
 * arrive at once and are taken in the order of the callers' numbers. A call tells what the caller knew when the round
 * began; the answer tells what the callee knows by then, from earlier calls of the round too, and comes before the next
 * round. So the nodes are not alike, and how many know is no Markov chain; but {@link SpreadChain} gives a bound on each
 * side.
 */
final class PushPullModel {
    private final int nodes;
    private final boolean answersTellNews;
    private final RandomStream random;
    private final boolean[] knew;
    private final boolean[] knows;
    private final boolean[] answered;

    /**
     * @param nodes at least 2
     * @param answersTellNews whether an answer tells what came in the same round
     */
    PushPullModel(int nodes, boolean answersTellNews, RandomStream random) {
        this.nodes = nodes;
        this.answersTellNews = answersTellNews;
        this.random = random;
        this.knew = new boolean[nodes];
        this.knows = new boolean[nodes];
        this.answered = new boolean[nodes];
    }

    /** Rounds until all know, the first node being the one that knows. */
    int nextRounds() {
        Arrays.fill(knows, false);
        knows[0] = true;
        int rounds = 0;
        for (int knowing = 1; knowing < nodes; rounds++) {
            knowing += round();
        }
        return rounds;
    }

    /** Answers how many got to know. */
    private int round() {
        System.arraycopy(knows, 0, knew, 0, nodes);
        for (int caller = 0; caller < nodes; caller++) {
            int drawn = random.nextInt(nodes - 1);
            int callee = drawn < caller ? drawn : drawn + 1;
            knows[callee] |= knew[caller];
            answered[caller] = answersTellNews ? knows[callee] : knew[callee];
        }
        int fresh = 0;
        for (int node = 0; node < nodes; node++) {
            knows[node] |= answered[node];
            fresh += knows[node] && !knew[node] ? 1 : 0;
        }
        return fresh;
    }
}
