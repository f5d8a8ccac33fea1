package hopscope.scenario;

import hopscope.document.DocumentText;
import hopscope.document.Position;
import hopscope.document.Problems;
import hopscope.document.YamlNode;
import hopscope.document.YamlReader;
import hopscope.topology.Topology;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns a scenario file into a {@link LoadedScenario}, or into the list of everything that is wrong with it. */
public final class ScenarioLoader {
    /** The key of a sweep, which is read elsewhere. */
    private static final String SWEEP = "sweep";

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
        return check(fileName, parse(fileName, text, overrides, problems), baseFolder, problems);
    }

    /**
     * Loads a document that was read and changed before.
     *
     * @param fileName named in problems
     * @param document as {@link #document} gave it, with other values in places
     * @param baseFolder that files named in the scenario are relative to
     * @throws ScenarioException with every problem found
     */
    public static LoadedScenario load(String fileName, YamlNode document, Path baseFolder) throws ScenarioException {
        return check(fileName, document, baseFolder, new Problems(fileName));
    }

    /**
     * A file as a document with overrides in place, before anything in it is checked.
     *
     * @param file YAML 1.2 in UTF-8, at most 10 MiB
     * @param overrides as in {@link #load(Path, List)}
     * @throws ScenarioException if it is not YAML, or an override is wrong
     */
    public static YamlNode document(Path file, List<String> overrides) throws ScenarioException {
        Problems problems = new Problems(file.toString());
        Optional<String> text = DocumentText.read(file, "a scenario file (YAML)", problems);
        ScenarioException.throwIfAny(problems);
        YamlNode document = parse(file.toString(), text.orElseThrow(), overrides, problems);
        ScenarioException.throwIfAny(problems);
        return document;
    }

    private static YamlNode parse(String fileName, String text, List<String> overrides, Problems problems)
            throws ScenarioException {
        DocumentText.isPrintable(fileName, text, problems);
        ScenarioException.throwIfAny(problems);
        Optional<YamlNode> document = YamlReader.read(fileName, text, "a scenario", problems);
        if (document.isEmpty() || document.get().isNull()) {
            if (problems.reports() == 0) {
                problems.add(new Position(fileName, 1, 1), "the file is empty", LeafReader.describe(Scenario.class));
            }
            ScenarioException.throwIfAny(problems);
        }
        return new YamlOverrides(problems).apply(document.orElseThrow(), overrides);
    }

    /**
     * A scenario's document without its sweep, which is not for a single run.
     *
     * @return the document itself if it has none
     */
    private static YamlNode withoutSweep(YamlNode root, Problems problems) {
        if (!(root instanceof YamlNode.Mapping mapping) || !mapping.entries().containsKey(SWEEP)) {
            return root;
        }
        if (mapping.has(SWEEP)) {
            problems.add(
                    mapping.keyAt(SWEEP),
                    "this file describes a sweep of many scenarios",
                    "'hopscope sweep FILE', or '--set sweep=null' to take the scenario without it");
        }
        Map<String, YamlNode.Entry> entries = new LinkedHashMap<>(mapping.entries());
        entries.remove(SWEEP);
        return new YamlNode.Mapping(mapping.at(), Collections.unmodifiableMap(entries));
    }

    private static LoadedScenario check(String fileName, YamlNode document, Path baseFolder, Problems problems)
            throws ScenarioException {
        YamlNode root = withoutSweep(document, problems);
        RecordBinder binder = new RecordBinder(problems, baseFolder);
        Scenario scenario = binder.bind(root, Scenario.class, "");
        Problems warnings = new Problems(fileName);
        Problems notes = new Problems(fileName);
        Topology topology = null;
        if (scenario != null) {
            CheckContext context =
                    new CheckContext((YamlNode.Mapping) root, scenario, binder, problems, warnings, notes);
            topology = new ScenarioCheck(context).run(baseFolder);
        }
        ScenarioException.throwIfAny(problems);
        return new LoadedScenario(scenario, topology, warnings.sorted(), notes.sorted(), root, binder.inputs());
    }
}
