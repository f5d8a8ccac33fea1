/**
 * Cases whose outcome theory or a published source gives, run with the real protocols, engine and links: is what
 * Hopscope measures what must come out?
 *
 * <p>A {@link hopscope.selftest.Case} describes a scenario as text, runs it, and states for each figure what it must be
 * ({@link hopscope.selftest.Row}). Cases hold theory, never a copy of protocol logic. May import {@code random}, {@code
 * protocol}, {@code topology}, {@code scenario}, {@code simulation}, {@code metrics}, {@code results} and {@code
 * experiment}. Read first: {@link hopscope.selftest.SelfTest}, {@link hopscope.selftest.Case}.
 */
package hopscope.selftest;
