package hopscope.topology;

/**
 * What a network model needs to know; a component that a model does not use is 0.
 *
 * @param nodes number of nodes; every model but grid and torus
 * @param rows rows of a grid or torus
 * @param columns columns of a grid or torus
 * @param attach links that each new node brings, 1 … nodes-1 (barabasi-albert)
 * @param probability of each possible link, 0 … 1 (erdos-renyi)
 * @param degree links of each node: even (watts-strogatz), or nodes·degree even (random-regular)
 * @param rewire probability that a link is moved, 0 … 1 (watts-strogatz)
 * @param branching children of each inner node, at least 1 (tree)
 */
public record GeneratorParameters(
        int nodes, int rows, int columns, int attach, double probability, int degree, double rewire, int branching) {

    /** Parameters of a model that needs only a number of nodes: line, ring, star, complete. */
    public static GeneratorParameters ofNodes(int nodes) {
        return new GeneratorParameters(nodes, 0, 0, 0, 0, 0, 0, 0);
    }

    /** Parameters of a grid or torus. */
    public static GeneratorParameters ofRectangle(int rows, int columns) {
        return new GeneratorParameters(0, rows, columns, 0, 0, 0, 0, 0);
    }

    /** Parameters of a tree. */
    public static GeneratorParameters ofTree(int nodes, int branching) {
        return new GeneratorParameters(nodes, 0, 0, 0, 0, 0, 0, branching);
    }

    /** Parameters of an Erdős–Rényi network. */
    public static GeneratorParameters ofErdosRenyi(int nodes, double probability) {
        return new GeneratorParameters(nodes, 0, 0, 0, probability, 0, 0, 0);
    }

    /** Parameters of a Barabási–Albert network. */
    public static GeneratorParameters ofBarabasiAlbert(int nodes, int attach) {
        return new GeneratorParameters(nodes, 0, 0, attach, 0, 0, 0, 0);
    }

    /** Parameters of a Watts–Strogatz network. */
    public static GeneratorParameters ofWattsStrogatz(int nodes, int degree, double rewire) {
        return new GeneratorParameters(nodes, 0, 0, 0, 0, degree, rewire, 0);
    }

    /** Parameters of a random regular network. */
    public static GeneratorParameters ofRandomRegular(int nodes, int degree) {
        return new GeneratorParameters(nodes, 0, 0, 0, 0, degree, 0, 0);
    }
}
