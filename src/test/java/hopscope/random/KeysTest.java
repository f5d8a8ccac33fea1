package hopscope.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.junit.jupiter.api.Test;

class KeysTest {
    @Test
    void givesTheSameKeysOnEveryJdk() {
        assertThat(Keys.of(42, "topology")).isEqualTo(7392070835770311522L);
        assertThat(Keys.of(42, "")).isEqualTo(-4767286540954276203L);
        assertThat(Keys.of(-1, "loss")).isEqualTo(6666787421761104622L);
        assertThat(Keys.of(7L, 0L)).isEqualTo(7191089600892374487L);
        assertThat(Keys.of(7L, 1L << 40)).isEqualTo(-7083598849878870772L);
        assertThat(Keys.mix(0)).isZero();
        assertThat(Keys.mix(1)).isEqualTo(6238072747940578789L);
    }

    @Test
    void givesEachSeedPurposeAndEntityItsOwnKey() {
        Set<Long> keys = new HashSet<>();
        int made = 0;
        for (long seed = 0; seed < 20; seed++) {
            for (String purpose : List.of("", "a", "b", "ab", "ba", "topology", "latency", "loss")) {
                long key = Keys.of(seed, purpose);
                for (long entity = -1; entity < 200; entity++) {
                    keys.add(Keys.of(key, entity));
                    made++;
                }
            }
        }
        assertThat(keys).hasSize(made);
    }

    @Test
    void leavesEveryOtherStreamAsItIsWhenAnEntityIsAdded() {
        long purpose = Keys.of(42, "latency");
        assertThat(firstDraws(purpose, 50)).isEqualTo(firstDraws(purpose, 51).subList(0, 50));
    }

    private static List<Long> firstDraws(long purpose, int entities) {
        List<Long> draws = new ArrayList<>();
        List<RandomStream> streams = new ArrayList<>();
        for (int entity = 0; entity < entities; entity++) {
            streams.add(new RandomStream(Keys.of(purpose, entity)));
        }
        for (RandomStream stream : streams) {
            draws.add(stream.nextLong());
        }
        return draws;
    }

    @Test
    void makesStreamsOfNeighbouringEntitiesThatAreNotCorrelated() {
        int draws = 20_000;
        double[] first = new double[draws];
        double[] second = new double[draws];
        for (int i = 0; i < draws; i++) {
            first[i] = new RandomStream(Keys.of(Keys.of(1, "loss"), i)).nextDouble();
            second[i] = new RandomStream(Keys.of(Keys.of(1, "loss"), i + 1)).nextDouble();
        }
        // Four standard errors of a correlation of 0.
        assertThat(Math.abs(new PearsonsCorrelation().correlation(first, second)))
                .isLessThan(4 / Math.sqrt(draws));
    }
}
