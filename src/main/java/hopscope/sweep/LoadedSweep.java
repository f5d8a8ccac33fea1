package hopscope.sweep;

import hopscope.document.Problem;
import hopscope.document.YamlNode;
import hopscope.scenario.LoadedScenario;
import hopscope.scenario.ScenarioException;
import hopscope.scenario.ScenarioLoader;
import java.nio.file.Path;
import java.util.List;

/**
 * A sweep that can be run.
 *
 * @param sweep its cells
 * @param file as the user named it
 * @param documents by cell index: the scenario with the values of the combination in place
 * @param inputs the files that cells name, each once, in order
 * @param warnings what is doubtful in the sweep or in any cell, each once
 */
public record LoadedSweep(Sweep sweep, Path file, List<YamlNode> documents, List<Path> inputs, List<Problem> warnings) {
    public LoadedSweep {
        documents = List.copyOf(documents);
        inputs = List.copyOf(inputs);
        warnings = List.copyOf(warnings);
    }

    /**
     * The scenario of a cell, ready to run; read anew each time, for hundreds of networks need not be in memory at once.
     *
     * @throws IllegalStateException if a file that it names has changed since the sweep was loaded
     */
    public LoadedScenario load(Cell cell) {
        String changed = "a file of cell " + cell.id() + " changed while the sweep was running";
        try {
            LoadedScenario loaded =
                    ScenarioLoader.load(file.toString(), documents.get(cell.index()), SweepFile.folderOf(file));
            if (!SweepFile.hash(loaded).equals(cell.hash())) {
                throw new IllegalStateException(changed);
            }
            return loaded;
        } catch (ScenarioException e) {
            throw new IllegalStateException(changed + ": " + e.getMessage(), e);
        }
    }
}
