package hopscope.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hopscope.results.ResultFolderException;
import hopscope.scenario.Metric;
import hopscope.sweep.SweepRun.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
    @TempDir
    private Path folder;

    private static SweepRun run(int replication) {
        double[] values = new double[Metric.values().length];
        Arrays.fill(values, Double.NaN);
        values[0] = 1.25;
        return new SweepRun("abc", "distance-vector", replication, 42, Status.DONE, "correct", values, "0f", "");
    }

    @Test
    void givesBackWhatWasAddedAlsoToAnotherProcess() {
        Path file = folder.resolve("deep/journal.tsv");
        try (Journal journal = Journal.open(file, false)) {
            journal.add(run(0));
            journal.add(SweepRun.givenUp("abc", "x", 1, 7, Status.TIMEOUT, "took, \"long\"\n\tindeed"));
        }
        try (Journal journal = Journal.open(file, false)) {
            assertThat(journal.runs()).hasSize(2);
            assertThat(journal.runs().get(0).sameAs(run(0))).isTrue();
            assertThat(journal.runs().get(1).message()).isEqualTo("took; 'long' indeed");
            assertThat(journal.runs().get(1).status()).isEqualTo(Status.TIMEOUT);
        }
        assertThat(Journal.read(file)).hasSize(2);
    }

    @Test
    void dropsALineThatWasBeingWrittenWhenTheProcessDiedWhateverItsLength() throws IOException {
        Path file = folder.resolve("journal.tsv");
        try (Journal journal = Journal.open(file, false)) {
            journal.add(run(0));
        }
        byte[] one = Files.readAllBytes(file);
        try (Journal journal = Journal.open(file, false)) {
            journal.add(run(1));
        }
        byte[] two = Files.readAllBytes(file);
        for (int length = one.length; length < two.length; length++) {
            Files.write(file, Arrays.copyOf(two, length));
            try (Journal journal = Journal.open(file, false)) {
                assertThat(journal.runs()).as("cut at %d", length).hasSize(1);
                journal.add(run(1));
            }
            assertThat(Files.readAllBytes(file)).isEqualTo(two);
        }
    }

    @Test
    void refusesADamagedLineInTheMiddle() throws IOException {
        Path file = folder.resolve("journal.tsv");
        try (Journal journal = Journal.open(file, false)) {
            journal.add(run(0));
            journal.add(run(1));
        }
        String text = Files.readString(file);
        Files.writeString(file, text.replaceFirst("1\\.25", "1.26"));
        assertThatThrownBy(() -> Journal.open(file, false))
                .isInstanceOf(ResultFolderException.class)
                .hasMessageContaining("journal.tsv:2: the line is damaged");
    }

    @Test
    void refusesAJournalOfAnotherVersion() throws IOException {
        Path file = folder.resolve("journal.tsv");
        Files.writeString(file, "# something else\n", StandardOpenOption.CREATE_NEW);
        assertThatThrownBy(() -> Journal.read(file))
                .isInstanceOf(ResultFolderException.class)
                .hasMessageContaining("not a journal of this version");
    }

    @Test
    void letsNobodyElseWriteAtTheSameTime() {
        Path file = folder.resolve("journal.tsv");
        try (Journal journal = Journal.open(file, false)) {
            journal.add(run(0));
            assertThatThrownBy(() -> Journal.open(file, true))
                    .isInstanceOf(ResultFolderException.class)
                    .hasMessageContaining("another sweep is writing here");
            assertThat(journal.runs()).hasSize(1);
        }
        assertThat(Journal.read(file)).hasSize(1);
    }
}
