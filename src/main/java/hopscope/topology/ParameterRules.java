package hopscope.topology;

/** What each network model asks of its parameters. */
final class ParameterRules {
    private ParameterRules() {}

    /** @throws IllegalArgumentException with a sentence for the user, if the model cannot be drawn */
    static void require(GeneratorModel model, GeneratorParameters given) {
        switch (model) {
            case GRID -> rectangle(model, given, 1);
            case TORUS -> rectangle(model, given, 3);
            case RING -> nodes(model, given, 3);
            case WATTS_STROGATZ -> wattsStrogatz(model, given);
            case RANDOM_REGULAR -> randomRegular(model, given);
            case BARABASI_ALBERT -> barabasiAlbert(model, given);
            case ERDOS_RENYI -> erdosRenyi(model, given);
            case TREE -> tree(model, given);
            case COMPLETE -> {
                nodes(model, given, 1);
                links(model, (double) given.nodes() * (given.nodes() - 1) / 2);
            }
            case LINE, STAR -> nodes(model, given, 1);
        }
    }

    private static void rectangle(GeneratorModel model, GeneratorParameters given, int least) {
        if (given.rows() < least || given.columns() < least) {
            throw refused(
                    model,
                    "rows and columns must each be at least " + least + ", not " + given.rows() + " and "
                            + given.columns());
        }
        nodeCount(model, (long) given.rows() * given.columns(), least);
    }

    private static void nodes(GeneratorModel model, GeneratorParameters given, int least) {
        nodeCount(model, given.nodes(), least);
    }

    private static void nodeCount(GeneratorModel model, long nodes, int least) {
        if (nodes < least || nodes > TopologyGenerator.nodesMax()) {
            throw refused(model, "nodes must be " + least + " to " + TopologyGenerator.nodesMax() + ", not " + nodes);
        }
    }

    private static void links(GeneratorModel model, double links) {
        if (links > TopologyGenerator.LINKS_MAX) {
            throw refused(
                    model,
                    "the network would have about " + (long) links + " links, at most " + TopologyGenerator.LINKS_MAX
                            + " are possible");
        }
    }

    private static void probability(GeneratorModel model, String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw refused(model, name + " must be 0 to 1, not " + value);
        }
    }

    private static void erdosRenyi(GeneratorModel model, GeneratorParameters given) {
        nodes(model, given, 1);
        probability(model, "probability", given.probability());
        links(model, given.probability() * given.nodes() * (given.nodes() - 1.0) / 2);
    }

    private static void barabasiAlbert(GeneratorModel model, GeneratorParameters given) {
        nodes(model, given, 2);
        if (given.attach() < 1 || given.attach() >= given.nodes()) {
            throw refused(model, "attach must be 1 to " + (given.nodes() - 1) + ", not " + given.attach());
        }
        links(model, (double) given.nodes() * given.attach());
    }

    private static void wattsStrogatz(GeneratorModel model, GeneratorParameters given) {
        nodes(model, given, 3);
        // The largest even number below the number of nodes.
        int most = (given.nodes() - 1) / 2 * 2;
        if (given.degree() < 2 || given.degree() > most || given.degree() % 2 != 0) {
            throw refused(model, "degree must be even and 2 to " + most + ", not " + given.degree());
        }
        probability(model, "rewire", given.rewire());
        links(model, given.nodes() * (given.degree() / 2.0));
    }

    private static void randomRegular(GeneratorModel model, GeneratorParameters given) {
        nodes(model, given, 2);
        if (given.degree() < 1 || given.degree() >= given.nodes()) {
            throw refused(model, "degree must be 1 to " + (given.nodes() - 1) + ", not " + given.degree());
        }
        if (given.nodes() % 2 != 0 && given.degree() % 2 != 0) {
            throw refused(
                    model,
                    "nodes times degree must be even, not " + given.nodes() + " times " + given.degree()
                            + "; add a node or change the degree by one");
        }
        links(model, given.nodes() * (given.degree() / 2.0));
    }

    private static void tree(GeneratorModel model, GeneratorParameters given) {
        nodes(model, given, 1);
        if (given.branching() < 1) {
            throw refused(model, "branching must be at least 1, not " + given.branching());
        }
    }

    private static IllegalArgumentException refused(GeneratorModel model, String why) {
        return new IllegalArgumentException(model.label() + ": " + why);
    }
}
