package hopscope.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdentityCommandTest {
    @TempDir
    private Path folder;

    private CommandRun create(String... more) {
        String[] args = {
            "identity", "create", "--id", "4", "--out", folder.resolve("keys").toString()
        };
        String[] all = java.util.Arrays.copyOf(args, args.length + more.length);
        System.arraycopy(more, 0, all, args.length, more.length);
        return CommandRun.of(all);
    }

    private Path file() {
        return folder.resolve("keys").resolve("node-4.pem");
    }

    @Test
    void makesAFileThatOnlyItsOwnerMayRead() throws IOException {
        CommandRun run = create();

        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.out())
                .contains("file         " + file())
                .contains("node         4")
                .containsPattern("fingerprint  [0-9a-f]{64}\n")
                .containsPattern("valid until  20[0-9]{2}-");
        assumeTrue(
                folder.getFileSystem().supportedFileAttributeViews().contains("posix"),
                "skipped: no POSIX permissions here");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
    }

    @Test
    void neverReplacesAnIdentityUnlessForced() throws IOException {
        create();
        byte[] first = Files.readAllBytes(file());

        CommandRun refused = create();
        assertThat(refused.status()).isEqualTo(ExitStatus.USAGE);
        assertThat(refused.err())
                .isEqualToNormalizingNewlines(
                        file() + ": is there already; --force would replace it, and its key would be lost\n");
        assertThat(file()).hasBinaryContent(first);

        assertThat(create("--force").status()).isZero();
        assertThat(Files.readAllBytes(file())).isNotEqualTo(first);
    }

    @Test
    void showsAnIdentityWithoutItsSecret() throws IOException {
        CommandRun created = create();

        CommandRun shown = CommandRun.of("identity", "show", file().toString());
        assertThat(shown.out()).isEqualTo(created.out()).doesNotContain("PRIVATE");
        CommandRun fingerprint = CommandRun.of("identity", "show", "--fingerprint", file().toString());
        assertThat(fingerprint.out()).matches("[0-9a-f]{64}\\R");
        assertThat(created.out()).contains(fingerprint.out().strip());
    }

    @Test
    void refusesAnIdentityThatOthersMayRead() throws IOException {
        assumeTrue(
                folder.getFileSystem().supportedFileAttributeViews().contains("posix"),
                "skipped: no POSIX permissions here");
        create();
        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-r-----"));

        CommandRun refused = CommandRun.of("identity", "show", file().toString());
        assertThat(refused.status()).isEqualTo(ExitStatus.USAGE);
        assertThat(refused.err()).contains("others than its owner may use it").contains("chmod 600");
    }

    @Test
    void refusesWhatIsNoNodeId() {
        CommandRun refused = CommandRun.of("identity", "create", "--id", "65536", "--out", folder.toString());
        assertThat(refused.status()).isEqualTo(ExitStatus.USAGE);
        assertThat(refused.err()).contains("'65536' is no node id; expected 0 to 65535");
        assertThat(folder).isEmptyDirectory();
    }
}
