package hopscope.scenario;

import hopscope.document.Position;
import hopscope.document.Problem;
import hopscope.document.YamlNode;
import hopscope.topology.Topology;
import java.nio.file.Path;
import java.util.List;

/**
 * A scenario that can be run.
 *
 * @param scenario complete, with all defaults
 * @param topology the network that it describes, of the chosen component
 * @param warnings what is doubtful, in the order of the file; often none
 * @param notes what was repaired or assumed in reading the network file; often none
 * @param document the scenario as written, with the places of its parts
 * @param inputs the files that it names and that were read for it, each once, in order
 */
public record LoadedScenario(
        Scenario scenario,
        Topology topology,
        List<Problem> warnings,
        List<Problem> notes,
        YamlNode document,
        List<Path> inputs) {
    public LoadedScenario {
        warnings = List.copyOf(warnings);
        notes = List.copyOf(notes);
        inputs = List.copyOf(inputs);
    }

    /** Another scenario on the same network, made from this one. */
    public LoadedScenario with(Scenario other) {
        return new LoadedScenario(other, topology, warnings, notes, document, inputs);
    }

    /**
     * Where a value is written.
     *
     * @param path keys and positions in lists from 0, with dots between: {@code links.classes.0.loss}
     * @return the place of the value, or of the last part of the path that is there
     */
    public Position at(String path) {
        return follow(path, true).at();
    }

    /** Where a value is written, as {@code file:line:column}; empty if it is not. */
    public String place(String path) {
        YamlNode node = follow(path, false);
        if (node == null) {
            return "";
        }
        Position at = node.at();
        return at.line() == 0 ? at.file() : at.file() + ":" + at.line() + ":" + at.column();
    }

    /** Whether a value is written at a path, as in {@link #at}. */
    public boolean has(String path) {
        return follow(path, false) != null;
    }

    private YamlNode follow(String path, boolean asFarAsPossible) {
        YamlNode node = document;
        for (String step : path.split("\\.", -1)) {
            YamlNode next = null;
            if (node instanceof YamlNode.Mapping mapping) {
                next = mapping.value(step);
            } else if (node instanceof YamlNode.Sequence list && step.matches("[0-9]{1,9}")) {
                int index = Integer.parseInt(step);
                next = index < list.items().size() ? list.items().get(index) : null;
            }
            if (next == null) {
                return asFarAsPossible ? node : null;
            }
            node = next;
        }
        return node;
    }
}
