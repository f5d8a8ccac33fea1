/**
 * Keyed randomness: one stream for each (seed, purpose, entity), the same on every JDK.
 *
 * <p>May import the JDK only. Read first: {@link hopscope.random.Keys}, {@link hopscope.random.RandomStream}.
 */
package hopscope.random;
