package hopscope.tcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import hopscope.protocol.StableStorage;
import hopscope.protocol.StableStorage.Series;
import hopscope.protocol.reliability.SnowflakeIds;
import hopscope.random.RandomStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a node keeps on disk, and what it does when the disk or the clock fails it. */
class StateFileTest {
    private static final long MS = 1_000_000L;

    @TempDir
    private Path folder;

    private final List<String> complaints = new ArrayList<>();
    private Path file;

    @BeforeEach
    void chooseAName() {
        file = folder.resolve("deeper").resolve("node-4.state");
    }

    private StateFile open() throws IOException {
        return StateFile.open(file, 4, complaints::add);
    }

    @Test
    void knowsNothingOfANodeThatNeverLived() throws Exception {
        try (StateFile state = open()) {
            for (Series series : Series.values()) {
                assertThat(state.reserved(series)).isEqualTo(StableStorage.NONE);
            }
        }
        assertThat(file).hasContent("hopscope-state 1\nnode 4\n");
    }

    @Test
    void keepsEachSeriesAndReservesAhead() throws Exception {
        long millis;
        long sequence;
        try (StateFile state = open()) {
            millis = state.reserve(Series.MESSAGE_ID_MILLIS, 90_000_000_000L);
            sequence = state.reserve(Series.LINK_STATE_SEQUENCE, 1);
            assertThat(millis).isEqualTo(90_000_010_000L);
            assertThat(sequence).isEqualTo(65);
            assertThat(state.reserve(Series.LINK_STATE_SEQUENCE, 65)).isEqualTo(65);
            assertThat(state.reserve(Series.LINK_STATE_SEQUENCE, Integer.MAX_VALUE - 3))
                    .isEqualTo(Integer.MAX_VALUE);
        }
        try (StateFile state = open()) {
            assertThat(state.reserved(Series.MESSAGE_ID_MILLIS)).isEqualTo(millis);
            assertThat(state.reserved(Series.LINK_STATE_SEQUENCE)).isEqualTo(Integer.MAX_VALUE);
            assertThat(state.reserved(Series.DESTINATION_SEQUENCE)).isEqualTo(StableStorage.NONE);
        }
    }

    @Test
    void isForItsOwnerOnly() throws Exception {
        assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"), "no POSIX permissions here");
        open().close();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void isOfOneNodeAndOneProcessAtATime() throws Exception {
        try (StateFile state = open()) {
            assertThat(state.reserved(Series.MESSAGE_ID_MILLIS)).isEqualTo(StableStorage.NONE);
            assertThatThrownBy(this::open).hasMessage(file + ": in use; does this node run already?");
        }
        open().close();
        assertThatThrownBy(() -> StateFile.open(file, 5, complaints::add))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(file + ":2: not the state of node 5; expected 'node 5'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hopscope-state 2\nnode 4\n",
                "hopscope-state 1\n",
                "hopscope-state 1\nnode 4\nmessage-id-millis\n",
                "hopscope-state 1\nnode 4\nmessage-id-millis -5\n",
                "hopscope-state 1\nnode 4\nmessage-id-millis 9999999999999999999\n",
                "hopscope-state 1\nnode 4\nlink-state-sequence 2147483648\n",
                "hopscope-state 1\nnode 4\nwhatever 5\n"
            })
    void refusesADamagedFileAndLeavesItAlone(String content) throws Exception {
        open().close();
        Files.writeString(file, content);
        assertThatThrownBy(this::open)
                .isInstanceOf(IOException.class)
                .hasMessageMatching("(?s).*node-4\\.state:[123]: not the state of node 4; expected .*");
        assertThat(file).hasContent(content);
        Files.delete(file);
        open().close();
    }

    /** Wherever a node dies: what is on disk then keeps its next life clear of all that this one has used. */
    @Test
    void neverRepeatsAnIdWhereverANodeDiesAndWhateverItsClockSays() throws Exception {
        for (long seed = 0; seed < 20; seed++) {
            RandomStream random = new RandomStream(seed);
            Files.deleteIfExists(file);
            long last = -1;
            for (int life = 0; life < 8; life++) {
                long clock = random.nextInt(60_000);
                try (StateFile state = open()) {
                    SnowflakeIds ids = new SnowflakeIds(4, state);
                    int count = random.nextInt(6_000);
                    for (int i = 0; i < count; i++) {
                        clock += random.nextInt(10);
                        long id = ids.next(clock * MS);
                        assertThat(id).as("seed %d, life %d", seed, life).isGreaterThan(last);
                        last = id;
                    }
                }
                // A process that dies while it writes leaves a part of the next file behind.
                Files.writeString(file.resolveSibling("node-4.state.new"), "hopscope-st");
            }
        }
        assertThat(complaints).isEmpty();
    }

    @Test
    void writesSeldom() throws Exception {
        try (StateFile state = open()) {
            SnowflakeIds ids = new SnowflakeIds(4, state);
            String content = "";
            int writes = 0;
            for (int i = 0; i < 100_000; i++) {
                assertThat(ids.next(1_000_000 * MS + i * MS)).isPositive();
                String now = i % 100 == 0 ? Files.readString(file) : content;
                writes += now.equals(content) ? 0 : 1;
                content = now;
            }
            assertThat(writes).as("writes in 100 s").isEqualTo(10);
        }
    }

    @Test
    void givesNoNumberThatItCannotStoreAndComplainsOnce() throws Exception {
        try (StateFile state = open()) {
            assertThat(state.reserve(Series.LINK_STATE_SEQUENCE, 1)).isEqualTo(65);
            // A folder in the draft's place fails for any user, root too.
            Path obstacle = Files.createDirectory(file.resolveSibling("node-4.state.new"));
            Files.writeString(obstacle.resolve("x"), "x");
            assertThat(state.reserve(Series.LINK_STATE_SEQUENCE, 66)).isEqualTo(65);
            assertThat(state.reserve(Series.LINK_STATE_SEQUENCE, 66)).isEqualTo(65);
            assertThat(complaints).hasSize(1);
            assertThat(complaints.get(0)).startsWith(file + ": the node's state cannot be kept there");
            Files.delete(obstacle.resolve("x"));
            Files.delete(obstacle);
            assertThat(state.reserve(Series.LINK_STATE_SEQUENCE, 66)).isEqualTo(130);
        }
    }
}
