package hopscope.tcp;

import hopscope.tcp.identity.Identity;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.util.Map;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Judges the peer of one connection: its key must be the one that the allow-list says. No authority signs anything; a
 * certificate only carries the key, the node's id and the dates of validity.
 */
final class PinnedTrust extends X509ExtendedTrustManager {
    /** In place of an expected id: any node of the allow-list. */
    static final int ANYBODY = -1;

    private final Map<Integer, String> allowList;
    private final int expectedId;
    private volatile int peerId = ANYBODY;
    private volatile Refusal refusal;

    PinnedTrust(Map<Integer, String> allowList, int expectedId) {
        this.allowList = allowList;
        this.expectedId = expectedId;
    }

    /** The node that the peer is, or {@link #ANYBODY} before it is known. */
    int peerId() {
        return peerId;
    }

    /** Why the peer was refused, or {@code null}. */
    Refusal refusal() {
        return refusal;
    }

    private void judge(X509Certificate[] chain) throws CertificateException {
        if (chain == null || chain.length == 0) {
            throw refuse(Refusal.UNKNOWN_KEY, "no certificate");
        }
        X509Certificate certificate = chain[0];
        String fingerprint = Identity.fingerprint(certificate.getPublicKey());
        int owner = ownerOf(fingerprint);
        if (owner == ANYBODY) {
            throw refuse(Refusal.UNKNOWN_KEY, "no key " + fingerprint + " in the allow-list");
        }
        if (owner != Identity.nodeIdOf(certificate) || (expectedId != ANYBODY && owner != expectedId)) {
            throw refuse(Refusal.KEY_OF_ANOTHER_NODE, "the key of node " + owner);
        }
        try {
            certificate.checkValidity();
        } catch (CertificateExpiredException | CertificateNotYetValidException e) {
            throw refuse(Refusal.EXPIRED_CERTIFICATE, e.getMessage());
        }
        try {
            certificate.verify(certificate.getPublicKey());
        } catch (GeneralSecurityException e) {
            throw refuse(Refusal.UNKNOWN_KEY, "a certificate that its own key did not sign");
        }
        peerId = owner;
    }

    private int ownerOf(String fingerprint) {
        for (Map.Entry<Integer, String> entry : allowList.entrySet()) {
            if (entry.getValue().equals(fingerprint)) {
                return entry.getKey();
            }
        }
        return ANYBODY;
    }

    private CertificateException refuse(Refusal cause, String message) {
        refusal = cause;
        return new CertificateException(message);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        judge(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        judge(chain);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        judge(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        judge(chain);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
        judge(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
        judge(chain);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}
