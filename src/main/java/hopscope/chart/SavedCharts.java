package hopscope.chart;

import hopscope.document.YamlNode;
import hopscope.results.ResultFolder;
import hopscope.results.ResultFolderException;
import hopscope.scenario.ChartSpec;
import hopscope.scenario.ScenarioException;
import hopscope.scenario.ScenarioLoader;
import hopscope.scenario.ScenarioSections;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The charts declared in the effective scenario of a folder of results. */
public final class SavedCharts {
    private SavedCharts() {}

    /**
     * Reads them; the network of the scenario need not be there any more.
     *
     * @return none for a folder without an effective scenario
     * @throws ResultFolderException if it is damaged
     */
    public static List<ChartSpec> of(Path folder) {
        Path file = folder.resolve(ResultFolder.SCENARIO);
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            YamlNode scenario = ScenarioLoader.document(file, List.of());
            YamlNode charts = scenario instanceof YamlNode.Mapping mapping ? mapping.value("charts") : null;
            return charts == null ? List.of() : ScenarioSections.charts(charts, file.toString());
        } catch (ScenarioException e) {
            throw new ResultFolderException(e.problems().get(0).toString());
        }
    }
}
