package hopscope.selftest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hopscope.random.RandomStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpreadChainTest {
    /** From an independent simulation, 4000 runs each; four of its standard errors are allowed. */
    @Test
    void agreesWithAnIndependentSimulationOfAHundredNodes() {
        SpreadChain chain = new SpreadChain(100);
        assertThat(chain.push()).isCloseTo(12.3082, within(4 * 0.021));
        assertThat(chain.pull()).isCloseTo(9.7795, within(4 * 0.0215));
        assertThat(chain.pushPull(SpreadChain.Answers.WITHOUT_NEWS)).isCloseTo(6.5302, within(4 * 0.0091));
    }

    /** Of three nodes: one is told at once; then each of two tellers misses the last one with probability 1/2. */
    @Test
    void agreesWithThreeNodesByHand() {
        SpreadChain chain = new SpreadChain(3);
        assertThat(chain.push()).isCloseTo(1 + 4.0 / 3, within(1e-12));
        assertThat(new SpreadChain(2).pull()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 16, 100})
    void boundsTheModelOfPushPullAndIsItWithoutNewsInAnswers(int nodes) {
        SpreadChain chain = new SpreadChain(nodes);
        double most = chain.pushPull(SpreadChain.Answers.WITHOUT_NEWS);
        double least = chain.pushPull(SpreadChain.Answers.WITH_NEWS);
        Sample plain = sample(new PushPullModel(nodes, false, new RandomStream(1)));
        Sample real = sample(new PushPullModel(nodes, true, new RandomStream(2)));
        assertThat(plain.mean()).isCloseTo(most, within(4 * plain.standardError() + 1e-9));
        assertThat(real.mean()).isBetween(least - 4 * real.standardError(), most + 4 * real.standardError());
    }

    private static Sample sample(PushPullModel model) {
        Sample rounds = new Sample();
        for (int run = 0; run < 20_000; run++) {
            rounds.add(model.nextRounds());
        }
        return rounds;
    }
}
