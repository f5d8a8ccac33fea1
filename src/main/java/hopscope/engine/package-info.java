/**
 * The virtual clock and its event queue; knows nothing of networks.
 *
 * <p>May import the JDK only. Read first: {@link hopscope.engine.Engine}, {@link hopscope.engine.EventQueue}.
 */
package hopscope.engine;
