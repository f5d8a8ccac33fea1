/**
 * Network files: which nodes there are, where they listen, by which keys they are known, and who talks to whom.
 *
 * <p>May import {@code document} and {@code scenario}. Read first: {@link hopscope.network.NetworkFile} and {@link
 * hopscope.network.NetworkNode}.
 */
package hopscope.network;
