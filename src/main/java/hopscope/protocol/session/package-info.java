/**
 * The handshake that makes a neighbour out of a link.
 *
 * <p>When a link comes up, both ends send HELLO (identity, protocol version range, features) and repeat it with
 * exponential backoff, at last at a steady pace, until it is answered or the link goes down. A good HELLO is answered with WELCOME, each time it comes, for the answer
 * may have been lost; a bad one with REJECT and a reason, which ends the session until the link comes up anew. A session
 * stands for one end when it has welcomed the peer and been welcomed by it. Both ends compute the same version: the
 * highest that both speak.
 *
 * <p>Timers: the repetition of HELLO; over real sockets, where links do not announce their end, also KEEPALIVE after a
 * silence of our own, and the end of the session after a longer one of the peer. Left out: any cryptography (the transport
 * proves who the peer is). May import {@code protocol}, {@code protocol.message} and the JDK. Read first: {@link
 * hopscope.protocol.session.Session}, {@link hopscope.protocol.session.SessionConfig}.
 */
package hopscope.protocol.session;
