package hopscope.results;

import hopscope.scenario.Plugin;
import hopscope.scenario.ProtocolSpec;
import hopscope.scenario.Scenario;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes the results of one scenario to its folder. The same runs give byte-identical {@code runs.csv},
 * {@code series.csv}, {@code faults.csv}, {@code hops.csv}, {@code links.csv}, {@code steady.csv} and {@code summary.json}.
 */
public final class ResultWriter {
    private ResultWriter() {}

    /**
     * Writes all files but the charts in place of all results, charts included, that the folder holds. The manifest goes
     * first and comes last: a folder without one was not finished.
     *
     * @param folder made where it is missing
     * @param force see {@link FolderRule#requireUsable}
     * @return what was written
     * @throws ResultFolderException if the folder belongs to something else or the system refuses
     */
    public static SavedResults write(ExperimentResult result, Provenance provenance, Path folder, boolean force) {
        SavedResults results = SavedResults.of(result, provenance.scenarioHash());
        ResultFolder.RULE.requireUsable(folder, results.scenario().name(), force);
        ResultFolder.RULE.clear(folder);
        AtomicFile.write(folder.resolve(ResultFolder.SCENARIO), provenance.effectiveYaml());
        AtomicFile.write(folder.resolve(ResultFolder.RUNS), CsvTables.runs(results));
        AtomicFile.write(folder.resolve(ResultFolder.SERIES), CsvTables.series(results));
        AtomicFile.write(folder.resolve(ResultFolder.FAULTS), FaultsCsv.render(results));
        AtomicFile.write(folder.resolve(ResultFolder.HOPS), CsvTables.hops(results));
        AtomicFile.write(folder.resolve(ResultFolder.LINKS), LinkTables.csv(result));
        if (SteadyTable.isAsked(result)) {
            AtomicFile.write(folder.resolve(ResultFolder.STEADY), SteadyTable.csv(result));
        }
        AtomicFile.write(folder.resolve(ResultFolder.SUMMARY), SummaryJson.render(results, result));
        AtomicFile.write(
                folder.resolve(ResultFolder.MANIFEST),
                ManifestJson.render(results.scenario(), plugins(result.scenario()), provenance, result.host()));
        return results;
    }

    private static List<Plugin> plugins(Scenario scenario) {
        return scenario.protocols().stream()
                .map(ProtocolSpec::use)
                .filter(Plugin.class::isInstance)
                .map(Plugin.class::cast)
                .distinct()
                .toList();
    }
}
