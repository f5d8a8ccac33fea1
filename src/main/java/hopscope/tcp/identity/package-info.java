/**
 * Who a node is: an Ed25519 key pair with a certificate that the node signed itself, and the file that keeps them.
 *
 * <p>May import the JDK and BouncyCastle, which builds the certificates and nothing else. Read first: {@link
 * hopscope.tcp.identity.Identity}, {@link hopscope.tcp.identity.IdentityFile}.
 */
package hopscope.tcp.identity;
