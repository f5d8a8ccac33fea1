package hopscope.scenario;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The part of the schema for {@code sweep}, whose keys are paths into the scenario and so have no record. */
final class SweepSchema {
    private SweepSchema() {}

    static ObjectNode of(ObjectMapper json) {
        ObjectNode sweep = json.createObjectNode();
        sweep.put("type", "object");
        sweep.put("description", "Runs the scenario in many combinations of values, with 'hopscope sweep'.");
        ObjectNode properties = sweep.putObject("properties");
        ObjectNode matrix = properties.putObject("matrix");
        matrix.put("type", "object");
        matrix.put("description", "Scenario paths, each with a list of values, or with labels and their values.");
        ObjectNode axis = matrix.putObject("additionalProperties");
        axis.putArray("type").add("array").add("object");
        combinations(properties, "exclude", "Combinations to leave out.");
        combinations(properties, "include", "Combinations to add.");
        ObjectNode repeat = properties.putObject("repeat");
        repeat.putArray("type").add("integer").add("object");
        repeat.put("description", "Replications of each cell: a number, or min, max and until.");
        ObjectNode pairBy = properties.putObject("pair-by");
        pairBy.put("type", "string");
        pairBy.put("description", "What a comparison sets against each other: protocol, or an axis.");
        pairBy.put("default", "protocol");
        sweep.put("additionalProperties", false);
        return sweep;
    }

    private static void combinations(ObjectNode properties, String key, String about) {
        ObjectNode list = properties.putObject(key);
        list.put("type", "array");
        list.put("description", about);
        list.putObject("items").put("type", "object");
    }
}
