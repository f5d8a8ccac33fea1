package hopscope.tcp;

import hopscope.protocol.session.SessionConfig;
import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;

/**
 * TLS 1.3 on a connected socket, both ends with their keys, the protocol version chosen by ALPN (RFC 7301). Every
 * connection has a context of its own, so that no session is resumed and every peer shows its key.
 */
final class TlsHandshake {
    private static final String PROTOCOL = "TLSv1.3";
    private static final String ALPN_PREFIX = "hopscope/";

    private final Security.Tls security;
    private final List<String> versions = new ArrayList<>();

    TlsHandshake(Security.Tls security, SessionConfig session) {
        this.security = security;
        for (int version = session.maxVersion(); version >= session.minVersion(); version--) {
            versions.add(ALPN_PREFIX + version);
        }
    }

    /**
     * Handshakes; blocks until it is done or the socket is closed.
     *
     * @param expectedId the node that was dialled, or {@link PinnedTrust#ANYBODY} for a connection that was accepted
     * @throws RefusedException if the peer must not be talked to, or does not want to
     */
    Transport perform(Socket socket, int expectedId) throws IOException {
        PinnedTrust trust = new PinnedTrust(security.allowList(), expectedId);
        SSLSocket tls = wrap(socket, trust, expectedId != PinnedTrust.ANYBODY);
        boolean[] noVersion = {false};
        if (!tls.getUseClientMode()) {
            tls.setHandshakeApplicationProtocolSelector((of, offered) -> {
                String version = highestCommon(offered);
                noVersion[0] = version == null;
                return version;
            });
        }
        try {
            tls.startHandshake();
        } catch (IOException e) {
            throw new RefusedException(causeOf(e, trust, noVersion[0]));
        }
        int version = versions.indexOf(tls.getApplicationProtocol());
        if (version < 0) {
            throw new RefusedException(Refusal.NO_COMMON_VERSION);
        }
        int number = Integer.parseInt(versions.get(version).substring(ALPN_PREFIX.length()));
        return new Transport(tls.getInputStream(), tls.getOutputStream(), trust.peerId(), number);
    }

    private SSLSocket wrap(Socket socket, PinnedTrust trust, boolean client) throws IOException {
        try {
            SSLContext context = SSLContext.getInstance(PROTOCOL);
            context.init(new KeyManager[] {new OwnKey(security.own())}, new TrustManager[] {trust}, null);
            SSLSocket tls = (SSLSocket) context.getSocketFactory()
                    .createSocket(socket, socket.getInetAddress().getHostAddress(), socket.getPort(), true);
            tls.setUseClientMode(client);
            SSLParameters parameters = tls.getSSLParameters();
            parameters.setProtocols(new String[] {PROTOCOL});
            if (client) {
                parameters.setApplicationProtocols(versions.toArray(String[]::new));
            } else {
                parameters.setNeedClientAuth(true);
            }
            tls.setSSLParameters(parameters);
            return tls;
        } catch (GeneralSecurityException e) {
            throw new IOException("this JDK has no " + PROTOCOL + " with Ed25519", e);
        }
    }

    private String highestCommon(List<String> offered) {
        for (String version : versions) {
            if (offered.contains(version)) {
                return version;
            }
        }
        return null;
    }

    private static Refusal causeOf(IOException failure, PinnedTrust trust, boolean noVersion) {
        String message = String.valueOf(failure.getMessage());
        if (trust.refusal() != null) {
            return trust.refusal();
        }
        if (noVersion || message.contains("no_application_protocol")) {
            return Refusal.NO_COMMON_VERSION;
        }
        return message.contains("Received fatal alert") ? Refusal.REFUSED_BY_PEER : Refusal.TLS_FAILED;
    }
}
