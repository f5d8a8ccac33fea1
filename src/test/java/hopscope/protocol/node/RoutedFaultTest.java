package hopscope.protocol.node;

import static org.assertj.core.api.Assertions.assertThat;

import hopscope.protocol.message.DataMessage;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** What the codec would refuse before, and the node refuses all the same. */
class RoutedFaultTest {
    private static RoutedFault faultOfAPathOf(int nodes) {
        int[] path = new int[nodes];
        Arrays.setAll(path, node -> node);
        return RoutedFault.of(new DataMessage(0, nodes - 1, 254, 1, path, 5, new byte[0]), 1, 0, 255);
    }

    @Test
    void allowsAPathOfAsManyNodesAsAHopLimitReaches() {
        assertThat(faultOfAPathOf(256)).isNull();
        assertThat(faultOfAPathOf(257)).isEqualTo(RoutedFault.PATH_LENGTH);
    }
}
