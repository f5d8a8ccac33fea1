package hopscope.scenario;

import hopscope.document.Position;
import hopscope.document.Problem;
import hopscope.topology.Topology;
import java.util.List;

/**
 * A scenario that can be run.
 *
 * @param scenario complete, with all defaults
 * @param topology the network that it describes, of the chosen component
 * @param faultPositions where each fault stands
 * @param warnings what is doubtful, in the order of the file; often none
 */
public record LoadedScenario(
        Scenario scenario, Topology topology, List<Position> faultPositions, List<Problem> warnings) {
    public LoadedScenario {
        faultPositions = List.copyOf(faultPositions);
        warnings = List.copyOf(warnings);
    }
}
