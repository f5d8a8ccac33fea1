package hopscope.tcp.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdentityFileTest {
    @TempDir
    Path folder;

    @Test
    void keepsAnIdentity() throws Exception {
        Identity identity = Identity.create(4);
        Path file = folder.resolve("4.pem");
        IdentityFile.write(file, identity, false);
        Identity read = IdentityFile.read(file);
        assertThat(read.nodeId()).isEqualTo(4);
        assertThat(read.fingerprint()).isEqualTo(identity.fingerprint()).matches("[0-9a-f]{64}");
        assertThat(read.certificate()).isEqualTo(identity.certificate());
        assertThat(read.privateKey()).isEqualTo(identity.privateKey());
        assertThat(identity.toString()).contains("node 4").doesNotContain("PRIVATE");
    }

    @Test
    void givesEveryIdentityItsOwnKey() {
        assertThat(Identity.create(4).fingerprint())
                .isNotEqualTo(Identity.create(4).fingerprint());
    }

    @Test
    void replacesAFileOnlyWhenTold() throws Exception {
        Path file = folder.resolve("4.pem");
        IdentityFile.write(file, Identity.create(4), false);
        Identity second = Identity.create(4);
        assertThatThrownBy(() -> IdentityFile.write(file, second, false))
                .isInstanceOf(FileAlreadyExistsException.class);
        IdentityFile.write(file, second, true);
        assertThat(IdentityFile.read(file).fingerprint()).isEqualTo(second.fingerprint());
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void isForItsOwnerAlone() throws Exception {
        assumeTrue(Files.getFileStore(folder).supportsFileAttributeView("posix"), "no POSIX permissions here");
        Path file = folder.resolve("4.pem");
        IdentityFile.write(file, Identity.create(4), false);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        assertThatThrownBy(() -> IdentityFile.read(file))
                .isInstanceOf(IdentityException.class)
                .hasMessageStartingWith(file + ": holds a private key")
                .hasMessageContaining("rw-r-----")
                .hasMessageContaining("chmod 600");
    }

    @Test
    void refusesWhatIsNoIdentity() throws Exception {
        Path file = folder.resolve("4.pem");
        assertThatThrownBy(() -> IdentityFile.read(file))
                .isInstanceOf(IdentityException.class)
                .hasMessageContaining("no such file");
        IdentityFile.write(file, Identity.create(4), false);
        String good = Files.readString(file);
        Path other = folder.resolve("5.pem");
        IdentityFile.write(other, Identity.create(5), false);
        String foreign = Files.readString(other);
        int second = good.indexOf("-----BEGIN CERTIFICATE");
        refuses(file, "", "expected a PEM section 'PRIVATE KEY'");
        refuses(file, good.substring(0, second), "expected a PEM section 'CERTIFICATE'");
        refuses(file, good.substring(0, 40) + good.substring(60), "not an Ed25519 identity");
        refuses(
                file,
                good.substring(0, second) + foreign.substring(foreign.indexOf("-----BEGIN CERTIFICATE")),
                "the certificate is of another key");
        refuses(file, " ".repeat(70_000), "too large");
    }

    private static void refuses(Path file, String text, String message) throws Exception {
        Files.writeString(file, text);
        assertThatThrownBy(() -> IdentityFile.read(file))
                .isInstanceOf(IdentityException.class)
                .hasMessageStartingWith(file + ": ")
                .hasMessageContaining(message);
    }
}
