/**
 * Runs real nodes on simulated links under faults and traffic, on the virtual clock.
 *
 * <p>May import {@code engine}, {@code random}, {@code protocol}, {@code topology} and {@code scenario}. Read first:
 * {@link hopscope.simulation.Simulation}, {@link hopscope.simulation.SimulationObserver}.
 */
package hopscope.simulation;
