package hopscope.tcp.identity;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Set;

/**
 * Keeps an identity as a PEM file (RFC 7468) with a PKCS #8 private key and a certificate, which its owner alone may
 * read: it is created so, and refused when others may. Where files have no POSIX permissions that is not checked.
 */
public final class IdentityFile {
    private static final String PRIVATE_KEY = "PRIVATE KEY";
    private static final String CERTIFICATE = "CERTIFICATE";
    private static final long MAX_LENGTH_BYTES = 64 * 1024;
    private static final Set<PosixFilePermission> OWNER_ONLY =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private IdentityFile() {}

    /**
     * Writes an identity; the file is there as a whole or not at all.
     *
     * @param overwrite whether a file of that name may be replaced
     * @throws FileAlreadyExistsException if it may not
     */
    public static void write(Path file, Identity identity, boolean overwrite) throws IOException {
        if (!overwrite && Files.exists(file)) {
            throw new FileAlreadyExistsException(file.toString());
        }
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(draft);
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(draft, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        } else {
            Files.createFile(draft);
        }
        try {
            Files.writeString(draft, pem(identity), StandardOpenOption.WRITE);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static String pem(Identity identity) throws IOException {
        try {
            return section(PRIVATE_KEY, identity.privateKey().getEncoded())
                    + section(CERTIFICATE, identity.certificate().getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    private static String section(String label, byte[] content) {
        Base64.Encoder encoder = Base64.getMimeEncoder(64, new byte[] {'\n'});
        return "-----BEGIN " + label + "-----\n" + encoder.encodeToString(content) + "\n-----END " + label + "-----\n";
    }

    /**
     * Reads an identity.
     *
     * @throws IdentityException if the file is not there, not an identity, or readable by others; expiry is not checked
     */
    public static Identity read(Path file) throws IOException, IdentityException {
        String text;
        try {
            checkPermissions(file);
            if (Files.size(file) > MAX_LENGTH_BYTES) {
                throw new IdentityException(file + ": too large for an identity file");
            }
            text = Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (NoSuchFileException e) {
            throw new IdentityException(file + ": no such file; 'hopscope identity create' makes an identity");
        }
        byte[] key = content(file, text, PRIVATE_KEY);
        byte[] certificate = content(file, text, CERTIFICATE);
        try {
            return identity(file, key, certificate);
        } catch (GeneralSecurityException e) {
            throw new IdentityException(file + ": not an Ed25519 identity: " + e.getMessage());
        }
    }

    private static void checkPermissions(Path file) throws IOException, IdentityException {
        if (!file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return;
        }
        Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
        if (!OWNER_ONLY.containsAll(permissions)) {
            throw new IdentityException(file + ": holds a private key, and others than its owner may use it ("
                    + PosixFilePermissions.toString(permissions) + "); expected rw------- (chmod 600)");
        }
    }

    private static byte[] content(Path file, String text, String label) throws IdentityException {
        String begin = "-----BEGIN " + label + "-----";
        int from = text.indexOf(begin);
        int to = text.indexOf("-----END " + label + "-----");
        if (from < 0 || to < from) {
            throw new IdentityException(file + ": not an identity file: expected a PEM section '" + label + "'");
        }
        try {
            return Base64.getMimeDecoder().decode(text.substring(from + begin.length(), to));
        } catch (IllegalArgumentException e) {
            throw new IdentityException(file + ": the section '" + label + "' is not Base64");
        }
    }

    private static Identity identity(Path file, byte[] keyBytes, byte[] certificateBytes)
            throws GeneralSecurityException, IdentityException {
        PrivateKey key = KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(keyBytes));
        X509Certificate certificate = (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(certificateBytes));
        int nodeId = Identity.nodeIdOf(certificate);
        if (nodeId < 0) {
            throw new IdentityException(file + ": the certificate names no node");
        }
        Signature signature = Signature.getInstance("Ed25519");
        signature.initSign(key);
        signature.update(certificateBytes);
        byte[] proof = signature.sign();
        signature.initVerify(certificate);
        signature.update(certificateBytes);
        if (!signature.verify(proof)) {
            throw new IdentityException(file + ": the certificate is of another key");
        }
        return new Identity(nodeId, key, certificate);
    }
}
