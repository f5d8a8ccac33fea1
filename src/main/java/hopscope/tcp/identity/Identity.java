package hopscope.tcp.identity;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * A node's Ed25519 key pair and the certificate that binds it to the node's id, signed with the key itself. Peers trust
 * the key, whose fingerprint they were told, and not the signature. Immutable; holds the private key.
 */
public final class Identity {
    /** How long a new identity is valid if nothing else is said: ten years. */
    public static final Duration DEFAULT_VALIDITY = Duration.ofDays(3_653);

    private static final String KEY_ALGORITHM = "Ed25519";
    private static final Pattern SUBJECT = Pattern.compile("CN=hopscope-node-(0|[1-9][0-9]{0,6})");

    private final int nodeId;
    private final PrivateKey privateKey;
    private final X509Certificate certificate;

    Identity(int nodeId, PrivateKey privateKey, X509Certificate certificate) {
        this.nodeId = nodeId;
        this.privateKey = privateKey;
        this.certificate = certificate;
    }

    /** A new key, valid from an hour ago (clocks differ) for {@link #DEFAULT_VALIDITY}. */
    public static Identity create(int nodeId) {
        Instant from = Instant.now().minus(Duration.ofHours(1));
        return create(nodeId, from, from.plus(DEFAULT_VALIDITY));
    }

    /**
     * A new key.
     *
     * @param nodeId not negative
     * @param notBefore begin of its validity
     * @param notAfter end of its validity
     */
    public static Identity create(int nodeId, Instant notBefore, Instant notAfter) {
        try {
            return of(nodeId, KeyPairGenerator.getInstance(KEY_ALGORITHM).generateKeyPair(), notBefore, notAfter);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK cannot make an Ed25519 key", e);
        }
    }

    /** The same key with a new certificate: the fingerprint, and so the allow-lists of peers, stay. */
    public Identity reissued(int nodeId, Instant notBefore, Instant notAfter) {
        return of(nodeId, new KeyPair(certificate.getPublicKey(), privateKey), notBefore, notAfter);
    }

    private static Identity of(int nodeId, KeyPair pair, Instant notBefore, Instant notAfter) {
        try {
            return new Identity(nodeId, pair.getPrivate(), certify(nodeId, pair, notBefore, notAfter));
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException("this JDK cannot make an Ed25519 certificate", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static X509Certificate certify(int nodeId, KeyPair pair, Instant notBefore, Instant notAfter)
            throws GeneralSecurityException, OperatorCreationException, IOException {
        X500Name name = new X500Name("CN=hopscope-node-" + nodeId);
        BigInteger serial = new BigInteger(127, new SecureRandom()).add(BigInteger.ONE);
        byte[] encoded = new JcaX509v3CertificateBuilder(
                        name, serial, Date.from(notBefore), Date.from(notAfter), name, pair.getPublic())
                .build(new JcaContentSignerBuilder(KEY_ALGORITHM).build(pair.getPrivate()))
                .getEncoded();
        return (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(encoded));
    }

    /** The node. */
    public int nodeId() {
        return nodeId;
    }

    /** Its secret. */
    public PrivateKey privateKey() {
        return privateKey;
    }

    /** What it shows to peers. */
    public X509Certificate certificate() {
        return certificate;
    }

    /** See {@link #fingerprint(PublicKey)}. */
    public String fingerprint() {
        return fingerprint(certificate.getPublicKey());
    }

    /** SHA-256 of a key's SubjectPublicKeyInfo, as 64 lower-case hexadecimal digits. */
    public static String fingerprint(PublicKey key) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.getEncoded());
            return HexFormat.of().formatHex(digest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** The node that a certificate says it is of, or -1 if it is none of ours. */
    public static int nodeIdOf(X509Certificate certificate) {
        Matcher subject = SUBJECT.matcher(certificate.getSubjectX500Principal().getName());
        return subject.matches() ? Integer.parseInt(subject.group(1)) : -1;
    }

    /** The node and the fingerprint; never the secret. */
    @Override
    public String toString() {
        return "Identity[node " + nodeId + ", key " + fingerprint() + "]";
    }
}
