package hopscope.cli;

import hopscope.chart.NoFontsException;
import hopscope.results.ExperimentResult;
import hopscope.results.FolderRule;
import hopscope.results.LatestLink;
import hopscope.results.Provenance;
import hopscope.results.ResultWriter;
import hopscope.results.SavedResults;
import hopscope.scenario.Scenario;
import hopscope.scenario.ScenarioWriter;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import picocli.CommandLine.Option;

/** The options that say where results go; and how they get there. */
final class ResultArguments {
    /** Where results go that were not sent elsewhere, and the link to the latest of them. */
    private static final Path USUAL_PLACE = Path.of("results");

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where results go; default: a folder under results/, named after the scenario.")
    private Path out;

    @Option(names = "--no-charts", description = "Do not draw charts.")
    private boolean noCharts;

    @Option(names = "--force", description = "Overwrite the results of another scenario.")
    private boolean force;

    /**
     * The folder for results, made where it is missing.
     *
     * @param byDefault its name where the user gave none
     * @throws hopscope.results.ResultFolderException if it belongs to something else
     */
    Path folder(FolderRule rule, String byDefault, Scenario scenario) {
        Path folder = out == null ? USUAL_PLACE.resolve(byDefault) : out;
        rule.requireUsable(folder, scenario.name(), force);
        return folder;
    }

    /**
     * Writes the results of runs, and in the usual place the link to them.
     *
     * @param file of the scenario
     */
    SavedResults write(ExperimentResult result, Instant startedAt, Path folder, Path file) {
        Provenance provenance = new Provenance(
                ScenarioWriter.toYaml(result.scenario()),
                Provenance.hash(ScenarioWriter.toYaml(result.scenario().withoutCharts())),
                startedAt,
                relative(file.toAbsolutePath().normalize().getParent(), folder));
        SavedResults saved = ResultWriter.write(result, provenance, folder, force);
        Path parent = folder.toAbsolutePath().normalize().getParent();
        if (USUAL_PLACE.toAbsolutePath().normalize().equals(parent)) {
            LatestLink.pointTo(folder);
        }
        return saved;
    }

    /** From the folder of the results, so that both may be moved together; whole where they share no root. */
    private static String relative(Path target, Path folder) {
        try {
            String path = folder.toAbsolutePath().normalize().relativize(target).toString();
            return path.isEmpty() ? "." : path.replace('\\', '/');
        } catch (IllegalArgumentException e) {
            return target.toString();
        }
    }

    /**
     * Draws charts unless told not to. A run is worth its numbers even where no picture can be drawn.
     *
     * @return whether there are any
     */
    boolean draw(Runnable charts, PrintWriter err) {
        if (noCharts) {
            return false;
        }
        try {
            charts.run();
            return true;
        } catch (NoFontsException e) {
            err.println("warning: no charts were drawn: " + e.getMessage());
            return false;
        }
    }
}
