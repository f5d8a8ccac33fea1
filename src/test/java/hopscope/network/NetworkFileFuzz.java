package hopscope.network;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import hopscope.document.DocumentException;
import java.nio.charset.StandardCharsets;

/** Whatever the text is, it is a network file, or it is refused with what is wrong and where. */
class NetworkFileFuzz {
    @FuzzTest(maxDuration = "10s")
    void readsOrRefuses(byte[] bytes) {
        try {
            NetworkFile file = NetworkFile.parse("n.yaml", new String(bytes, StandardCharsets.UTF_8));
            assertThat(file.nodes()).isNotEmpty();
        } catch (DocumentException refused) {
            assertThat(refused.problems())
                    .isNotEmpty()
                    .allSatisfy(problem ->
                            assertThat(problem.message()).isNotBlank().doesNotContain("\n"));
        }
    }
}
