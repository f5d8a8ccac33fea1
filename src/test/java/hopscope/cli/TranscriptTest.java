package hopscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TranscriptTest {
    private static final List<String> PAGE = """
            Text.

                $ cat > a <<'END'
                one
                END
                $ b --c   # exit status 2
                first
                …
                took … s

                last

            More text.

                ./not-typed
            """.lines().toList();

    @Test
    void readsCommandsWithTheirHereDocumentsStatusAndOutput() {
        List<Transcript> read = Transcript.read(PAGE);
        assertThat(read).hasSize(2);
        assertThat(read.get(0)).isEqualTo(new Transcript("cat > a <<'END'\none\nEND", 0, List.of()));
        assertThat(read.get(1).command()).startsWith("b --c");
        assertThat(read.get(1).status()).isEqualTo(2);
        assertThat(read.get(1).shown()).startsWith("first", "…", "took … s", "", "last");
    }

    @Test
    void tellsAnOutputThatIsAsShownFromOneThatIsNot() {
        Transcript shown = new Transcript("b", 0, List.of("first", "…", "took … s", "last"));
        assertThat("first\ntook 3 s\nlast\n").matches(shown.expected());
        assertThat("first\n\nx\ny\ntook 3.1 s\nlast\n").matches(shown.expected());
        assertThat("first\ntook 3 s\n").doesNotMatch(shown.expected());
        assertThat("first\ntook 3 min\nlast\n").doesNotMatch(shown.expected());
        assertThat("first\ntook 3 s\nlast\nmore\n").doesNotMatch(shown.expected());
        assertThat("zeroth\nfirst\ntook 3 s\nlast\n").doesNotMatch(shown.expected());
    }
}
