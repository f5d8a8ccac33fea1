package hopscope.protocol.routing.rip;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The published courses of counting to infinity, round by round. */
class CountToInfinityTest {
    private static final int A = 0;
    private static final int B = 1;
    private static final int C = 2;
    private static final int D = 3;
    private static final int TARGET = 4;

    /** The network of RFC 1058, section 2.2, settled, after the link between B and D has failed. */
    private static SynchronousRounds networkOfRfc1058(SplitHorizon splitHorizon) {
        SynchronousRounds network = new SynchronousRounds(5, splitHorizon)
                .link(A, B, 1)
                .link(A, C, 1)
                .link(B, C, 1)
                .link(B, D, 1)
                .link(C, D, 10)
                .link(D, TARGET, 1);
        for (int round = 0; round < 5; round++) {
            network.round(B, A, C, D, TARGET);
        }
        assertThat(network.distances(TARGET, A, B, C, D)).containsExactly(3, 2, 3, 1);
        network.cut(B, D);
        return network;
    }

    @Test
    void takesTheNineRoundsOfTheTableInRfc1058() {
        SynchronousRounds network = networkOfRfc1058(SplitHorizon.NONE);
        List<List<Integer>> course = new ArrayList<>();
        course.add(network.distances(TARGET, A, B, C, D));
        for (int round = 1; round <= 12; round++) {
            network.round(B, A, C, D, TARGET);
            course.add(network.distances(TARGET, A, B, C, D));
        }
        assertThat(course)
                .containsExactly(
                        List.of(3, 16, 3, 1),
                        List.of(4, 4, 4, 1),
                        List.of(5, 5, 5, 1),
                        List.of(6, 6, 6, 1),
                        List.of(7, 7, 7, 1),
                        List.of(8, 8, 8, 1),
                        List.of(9, 9, 9, 1),
                        List.of(10, 10, 10, 1),
                        List.of(11, 11, 11, 1),
                        List.of(12, 12, 11, 1),
                        List.of(12, 12, 11, 1),
                        List.of(12, 12, 11, 1),
                        List.of(12, 12, 11, 1));
    }

    /** The line A–B–C after C is gone: A and B tell each other the way to it until both are at 16. */
    private static List<List<Integer>> lineWithoutItsEnd(SplitHorizon splitHorizon, int rounds) {
        SynchronousRounds network =
                new SynchronousRounds(3, splitHorizon).link(A, B, 1).link(B, C, 1);
        for (int round = 0; round < 3; round++) {
            network.round(A, B, C);
        }
        network.cut(B, C);
        List<List<Integer>> course = new ArrayList<>();
        course.add(network.distances(C, A, B));
        for (int round = 1; round <= rounds; round++) {
            network.round(A, B, C);
            course.add(network.distances(C, A, B));
        }
        return course;
    }

    @Test
    void takesFourteenRoundsOnALineOfThreeNodes() {
        List<List<Integer>> course = lineWithoutItsEnd(SplitHorizon.NONE, 14);
        List<List<Integer>> expected = new ArrayList<>();
        for (int round = 0; round < 14; round++) {
            expected.add(round % 2 == 0 ? List.of(2 + round, 16) : List.of(16, 2 + round));
        }
        expected.add(List.of(16, 16));
        assertThat(course).isEqualTo(expected);
    }

    @Test
    void doesNotHappenOnALineWithSplitHorizon() {
        for (SplitHorizon splitHorizon : List.of(SplitHorizon.SIMPLE, SplitHorizon.POISONED)) {
            assertThat(lineWithoutItsEnd(splitHorizon, 1))
                    .as("%s", splitHorizon)
                    .containsExactly(List.of(2, 16), List.of(16, 16));
        }
    }

    @Test
    void stillHappensAroundATriangleWithPoisonedReverse() {
        SynchronousRounds network = networkOfRfc1058(SplitHorizon.POISONED);
        network.round(B, A, C, D, TARGET);
        network.round(B, A, C, D, TARGET);
        // The way is 11 long or longer; 5 goes in a circle, though nobody talks back to its next hop.
        assertThat(network.distances(TARGET, A, B, C)).contains(5);
    }
}
