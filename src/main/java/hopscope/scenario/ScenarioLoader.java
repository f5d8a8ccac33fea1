package hopscope.scenario;

import hopscope.document.DocumentText;
import hopscope.document.Position;
import hopscope.document.Problems;
import hopscope.document.YamlNode;
import hopscope.document.YamlReader;
import hopscope.topology.Topology;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Turns a scenario file into a {@link LoadedScenario}, or into the list of everything that is wrong with it. */
public final class ScenarioLoader {
    private ScenarioLoader() {}

    /**
     * Loads a file.
     *
     * @param file YAML 1.2 in UTF-8, at most 10 MiB
     * @param overrides {@code path=value} each, applied in order before anything is checked: {@code links.loss=1%},
     *     {@code traffic.0.count=10}, {@code seed=7}, {@code protocols=[source-routing]}; values are YAML
     * @throws ScenarioException with every problem found
     */
    public static LoadedScenario load(Path file, List<String> overrides) throws ScenarioException {
        Problems problems = new Problems(file.toString());
        Optional<String> text = DocumentText.read(file, "a scenario file (YAML)", problems);
        ScenarioException.throwIfAny(problems);
        Path folder = file.getParent() == null ? Path.of("") : file.getParent();
        return load(file.toString(), text.orElseThrow(), folder, overrides);
    }

    /**
     * Loads a text.
     *
     * @param fileName named in problems
     * @param baseFolder that files named in the scenario are relative to
     * @param overrides as in {@link #load(Path, List)}
     * @throws ScenarioException with every problem found
     */
    public static LoadedScenario load(String fileName, String text, Path baseFolder, List<String> overrides)
            throws ScenarioException {
        Problems problems = new Problems(fileName);
        DocumentText.isPrintable(fileName, text, problems);
        ScenarioException.throwIfAny(problems);
        Optional<YamlNode> document = YamlReader.read(fileName, text, "a scenario", problems);
        if (document.isEmpty() || document.get().isNull()) {
            if (problems.reports() == 0) {
                problems.add(new Position(fileName, 1, 1), "the file is empty", LeafReader.describe(Scenario.class));
            }
            ScenarioException.throwIfAny(problems);
        }
        YamlNode root = new YamlOverrides(problems).apply(document.orElseThrow(), overrides);
        return check(fileName, root, baseFolder, problems);
    }

    private static LoadedScenario check(String fileName, YamlNode root, Path baseFolder, Problems problems)
            throws ScenarioException {
        RecordBinder binder = new RecordBinder(problems);
        Scenario scenario = binder.bind(root, Scenario.class, "");
        Problems warnings = new Problems(fileName);
        Topology topology = null;
        if (scenario != null) {
            CheckContext context = new CheckContext((YamlNode.Mapping) root, scenario, binder, problems, warnings);
            topology = new ScenarioCheck(context).run(baseFolder);
        }
        ScenarioException.throwIfAny(problems);
        List<Position> faultPositions = ((YamlNode.Mapping) root).value("faults") instanceof YamlNode.Sequence faults
                ? faults.items().stream().map(YamlNode::at).toList()
                : List.of();
        return new LoadedScenario(scenario, topology, faultPositions, warnings.sorted());
    }
}
