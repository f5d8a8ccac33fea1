package hopscope.scenario;

import hopscope.document.Problems;
import hopscope.document.YamlNode;
import hopscope.topology.GeneratorModel;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Checks that a generator has its own parameters and no others, and that they fit together. */
final class GeneratorCheck {
    /** Every possible link is drawn, so time grows with the square: at this size, about a minute. */
    private static final int ERDOS_RENYI_NODES_MAX = 50_000;

    private static final List<String> PARAMETERS =
            List.of("nodes", "rows", "columns", "attach", "probability", "degree", "rewire", "branching");
    private static final Map<GeneratorModel, List<String>> REQUIRED = required();

    private final YamlNode.Mapping mapping;
    private final TopologySpec spec;
    private final Problems problems;

    GeneratorCheck(YamlNode.Mapping mapping, TopologySpec spec, Problems problems) {
        this.mapping = mapping;
        this.spec = spec;
        this.problems = problems;
    }

    /** Keys that only make sense beside a generator. */
    static List<String> keys() {
        List<String> keys = new ArrayList<>(PARAMETERS);
        keys.add("seed");
        return keys;
    }

    void run() {
        int reportsBefore = problems.reports();
        List<String> required = REQUIRED.get(spec.generate());
        for (String key : PARAMETERS) {
            if (required.contains(key) && !mapping.has(key)) {
                problems.add(
                        mapping.at(),
                        "the generator " + spec.generate().label() + " needs '" + key + "'",
                        String.join(", ", required));
            } else if (!required.contains(key) && mapping.has(key)) {
                problems.add(
                        mapping.keyAt(key),
                        "'" + key + "' belongs to " + owners(key) + ", not to "
                                + spec.generate().label(),
                        String.join(", ", required));
            }
        }
        if (problems.reports() == reportsBefore) {
            checkRanges();
        }
    }

    private static String owners(String key) {
        return String.join(
                " and ",
                REQUIRED.entrySet().stream()
                        .filter(entry -> entry.getValue().contains(key))
                        .map(entry -> entry.getKey().label())
                        .toList());
    }

    /** The rules that concern one key, at its place; {@code TopologyGenerator} has the last word on the whole. */
    private void checkRanges() {
        switch (spec.generate()) {
            case RING -> require("nodes", spec.nodes() >= 3, spec.nodes(), "at least 3");
            case TORUS -> {
                require("rows", spec.rows() >= 3, spec.rows(), "at least 3");
                require("columns", spec.columns() >= 3, spec.columns(), "at least 3");
            }
            case ERDOS_RENYI ->
                require(
                        "nodes",
                        spec.nodes() <= ERDOS_RENYI_NODES_MAX,
                        spec.nodes(),
                        "at most " + ERDOS_RENYI_NODES_MAX + " for erdos-renyi");
            case BARABASI_ALBERT -> {
                require("nodes", spec.nodes() >= 2, spec.nodes(), "at least 2");
                require(
                        "attach",
                        spec.attach() < spec.nodes(),
                        spec.attach(),
                        "less than the " + spec.nodes() + " nodes");
            }
            case WATTS_STROGATZ ->
                require(
                        "degree",
                        spec.degree() % 2 == 0 && spec.degree() < spec.nodes(),
                        spec.degree(),
                        "an even number less than the " + spec.nodes() + " nodes");
            case RANDOM_REGULAR ->
                require(
                        "degree",
                        (long) spec.degree() * spec.nodes() % 2 == 0 && spec.degree() < spec.nodes(),
                        spec.degree(),
                        "less than the " + spec.nodes() + " nodes, and nodes times degree to be even");
            case LINE, STAR, COMPLETE, GRID, TREE -> {}
        }
    }

    private void require(String key, boolean holds, int value, String expected) {
        if (!holds) {
            problems.add(
                    mapping.valueAt(key),
                    key + " " + value + " does not fit " + spec.generate().label(),
                    expected);
        }
    }

    private static Map<GeneratorModel, List<String>> required() {
        Map<GeneratorModel, List<String>> required = new EnumMap<>(GeneratorModel.class);
        for (GeneratorModel model : GeneratorModel.values()) {
            required.put(
                    model,
                    switch (model) {
                        case LINE, RING, STAR, COMPLETE -> List.of("nodes");
                        case GRID, TORUS -> List.of("rows", "columns");
                        case TREE -> List.of("nodes", "branching");
                        case ERDOS_RENYI -> List.of("nodes", "probability");
                        case BARABASI_ALBERT -> List.of("nodes", "attach");
                        case WATTS_STROGATZ -> List.of("nodes", "degree", "rewire");
                        case RANDOM_REGULAR -> List.of("nodes", "degree");
                    });
        }
        return required;
    }
}
