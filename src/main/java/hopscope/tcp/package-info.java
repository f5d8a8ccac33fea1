/**
 * The node over real sockets: the same state machine that the simulator runs, on TCP with TLS 1.3.
 *
 * <p>One thread runs the node and owns all that is about links; each connection has a reader and a writer thread that
 * know nothing of it but a mailbox and a bounded queue. May import {@code random}, {@code protocol}, {@code
 * tcp.identity} and the JDK. Read first: {@link hopscope.tcp.TcpNode}, {@link hopscope.tcp.TcpNodeConfig}.
 */
package hopscope.tcp;
