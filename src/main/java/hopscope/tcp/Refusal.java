package hopscope.tcp;

/** Why a connection was refused, or ended before a session stood. */
public enum Refusal {
    /** As many connections as may be were open. */
    CONNECTIONS_IN_ALL,
    /** As many connections from one address as may be were open. */
    CONNECTIONS_PER_ADDRESS,
    /** No frame came in time. */
    HANDSHAKE_TIMEOUT,
    /** TLS failed for a cause that is none of the others. */
    TLS_FAILED,
    /** A key that is not in the allow-list, or no Ed25519 key. */
    UNKNOWN_KEY,
    /** A certificate that is not valid yet, or not any more. */
    EXPIRED_CERTIFICATE,
    /** A known key, but of another node than the one that was dialled or that the certificate names. */
    KEY_OF_ANOTHER_NODE,
    /** No protocol version in common: in ALPN, which may also be missing, or in HELLO. */
    NO_COMMON_VERSION,
    /** The first frame was none of a handshake, or the stream ended before it. */
    NO_HELLO,
    /** HELLO names another node than the one that TLS proved. */
    HELLO_OF_ANOTHER_NODE,
    /** HELLO names this node itself. */
    OWN_ID,
    /** The node is no neighbour of this one. */
    UNKNOWN_PEER,
    /** It was opened while a session with the same node stood: a copy of the identity, or a peer that lost its end. */
    DUPLICATE_CONNECTION,
    /** The link is held down here. */
    HELD_DOWN,
    /** The peer lacks a feature. */
    FEATURE_MISSING,
    /** The other end refused us. */
    REFUSED_BY_PEER,
    /** A frame of an established connection was damaged, so that the stream could not be read on. */
    BROKEN_STREAM
}
