package hopscope.cli;

import hopscope.chart.DeclaredCharts;
import hopscope.document.Problem;
import hopscope.scenario.LoadedScenario;
import hopscope.scenario.ScenarioException;
import hopscope.scenario.ScenarioLoader;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** The options that change a scenario before it is used; and how it is loaded. */
final class ScenarioArguments {
    @Option(names = "--seed", paramLabel = "N", description = "Use this seed instead of the scenario's.")
    private Long seed;

    @Option(
            names = "--protocol",
            paramLabel = "NAME",
            description = "Run this protocol only; may be given several times.")
    private List<String> protocols = new ArrayList<>();

    @Option(
            names = "--set",
            paramLabel = "PATH=VALUE",
            description =
                    "Change a value, for example links.loss=5%% or traffic.0.count=10; may be given several times.")
    private List<String> settings = new ArrayList<>();

    /**
     * Loads a scenario with the changes.
     *
     * @param err receives warnings
     * @throws UserError with all that is wrong
     */
    LoadedScenario load(Path file, PrintWriter err) {
        return load(file, err, List.of());
    }

    /**
     * Loads a scenario with the changes.
     *
     * @param err receives warnings
     * @param json whether the output is for programs, which get no notes about the import of networks
     */
    LoadedScenario load(Path file, PrintWriter err, boolean json) {
        return load(file, json ? null : err, err, List.of());
    }

    /**
     * Loads a scenario with the changes and further ones after them.
     *
     * @param further {@code path=value} each
     */
    LoadedScenario load(Path file, PrintWriter err, List<String> further) {
        return load(file, err, err, further);
    }

    /** @param notes receives notes about the import of networks, or {@code null} */
    private LoadedScenario load(Path file, PrintWriter notes, PrintWriter err, List<String> further) {
        try {
            List<String> all = overrides();
            all.addAll(further);
            LoadedScenario loaded = ScenarioLoader.load(file, all);
            DeclaredCharts.check(loaded);
            loaded.warnings().forEach(warning -> err.println("warning: " + warning));
            if (notes != null) {
                loaded.notes().forEach(note -> notes.println("warning: " + note));
            }
            err.flush();
            return loaded;
        } catch (ScenarioException e) {
            throw new UserError(e.problems().stream().map(Problem::toString).collect(Collectors.joining("\n")));
        }
    }

    /** The changes as {@code path=value} each, in their order. */
    List<String> overrides() {
        List<String> overrides = new ArrayList<>(settings);
        if (seed != null) {
            overrides.add("seed=" + seed);
        }
        if (!protocols.isEmpty()) {
            overrides.add("protocols=[" + String.join(", ", protocols) + "]");
        }
        return overrides;
    }

    /** The options as they were given, for a command that repeats them. */
    String asText() {
        StringBuilder text = new StringBuilder();
        settings.forEach(setting -> text.append(" --set ").append(Main.quoted(setting)));
        return text.toString();
    }
}
