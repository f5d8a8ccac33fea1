package hopscope.selftest;

/**
 * The expected number of rounds in which all nodes of a complete graph get to know what one of them knows, every node
 * drawing one of the others in each round. How many know is a Markov chain: solved from its end.
 */
final class SpreadChain {
    private final int nodes;

    /** The most and the least rounds that {@link #pushPull} may mean. */
    enum Answers {
        /** Nobody passes on, in an answer, what came in the same round. */
        WITHOUT_NEWS,
        /** Whoever is told in a round answers as if that had come before all questions. */
        WITH_NEWS
    }

    /**
     * @param nodes at least 2
     */
    SpreadChain(int nodes) {
        this.nodes = nodes;
    }

    /** Those who know tell one node each: as many balls, thrown at the urns of the others. */
    double push() {
        double[] rounds = new double[nodes + 1];
        for (int knowing = nodes - 1; knowing > 0; knowing--) {
            rounds[knowing] = rounds(told(knowing), knowing, rounds);
        }
        return rounds[1];
    }

    /** Those who do not know ask one node each, which knows or does not: a binomial number gets an answer. */
    double pull() {
        double[] rounds = new double[nodes + 1];
        for (int knowing = nodes - 1; knowing > 0; knowing--) {
            double[] answered = binomial(nodes - knowing, (double) knowing / (nodes - 1));
            rounds[knowing] = rounds(answered, knowing, rounds);
        }
        return rounds[1];
    }

    /** Both: those who are not told are answered. */
    double pushPull(Answers answers) {
        double[] rounds = new double[nodes + 1];
        for (int knowing = nodes - 1; knowing > 0; knowing--) {
            double[] told = told(knowing);
            double[] more = new double[told.length];
            for (int hit = 0; hit < told.length; hit++) {
                int answering = answers == Answers.WITH_NEWS ? knowing + hit : knowing;
                double[] answered = binomial(nodes - knowing - hit, Math.min(1, (double) answering / (nodes - 1)));
                for (int i = 0; i < answered.length; i++) {
                    more[hit + i] += told[hit] * answered[i];
                }
            }
            rounds[knowing] = rounds(more, knowing, rounds);
        }
        return rounds[1];
    }

    /** The mean from here on, given the probabilities of so many more and the means from there on. */
    private static double rounds(double[] more, int knowing, double[] rounds) {
        double sum = 1;
        double moves = 0;
        for (int i = more.length - 1; i > 0; i--) {
            sum += more[i] * rounds[knowing + i];
            moves += more[i];
        }
        return sum / moves;
    }

    /** Probabilities that so many nodes are told by those who know, one after the other. */
    private double[] told(int knowing) {
        double[] told = new double[nodes - knowing + 1];
        told[0] = 1;
        for (int teller = 0; teller < knowing; teller++) {
            for (int hit = told.length - 1; hit >= 0; hit--) {
                double fresh = (double) (nodes - knowing - hit) / (nodes - 1);
                double before = hit == 0 ? 0 : told[hit - 1] * (nodes - knowing - hit + 1) / (nodes - 1);
                told[hit] = told[hit] * (1 - fresh) + before;
            }
        }
        return told;
    }

    /** Probabilities of so many hits, one trial after the other. */
    private static double[] binomial(int trials, double probability) {
        double[] hits = new double[trials + 1];
        hits[0] = 1;
        for (int trial = 0; trial < trials; trial++) {
            for (int i = trial + 1; i > 0; i--) {
                hits[i] = hits[i] * (1 - probability) + hits[i - 1] * probability;
            }
            hits[0] *= 1 - probability;
        }
        return hits;
    }
}
