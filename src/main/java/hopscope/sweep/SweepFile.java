package hopscope.sweep;

import hopscope.document.Position;
import hopscope.document.Problem;
import hopscope.document.Problems;
import hopscope.document.Suggestion;
import hopscope.document.YamlNode;
import hopscope.results.Provenance;
import hopscope.scenario.LoadedScenario;
import hopscope.scenario.ProtocolSpec;
import hopscope.scenario.ScenarioException;
import hopscope.scenario.ScenarioLoader;
import hopscope.scenario.ScenarioWriter;
import hopscope.scenario.YamlOverrides;
import hopscope.sweep.Axis.Change;
import hopscope.sweep.Axis.Value;
import hopscope.topology.Topology;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Turns a scenario file with a {@code sweep} into a {@link LoadedSweep}: every cell is loaded and checked before the first
 * runs, so that a wrong value in the last one is known at once.
 */
public final class SweepFile {
    private static final String SWEEP = "sweep";
    private static final List<String> KEYS = List.of("matrix", "include", "exclude", "repeat", "pair-by");

    /** More cells than this are a mistake in the matrix. */
    private static final int CELLS_MAX = 100_000;

    private final Path file;
    private final YamlNode.Mapping root;
    private final YamlNode.Mapping section;
    private final Problems problems;
    private final Problems warnings;
    private final Set<Problem> cellWarnings = new LinkedHashSet<>();
    private final List<YamlNode> documents = new ArrayList<>();
    private final Set<Path> inputs = new TreeSet<>();

    private SweepFile(Path file, YamlNode.Mapping root, Problems problems) {
        this.file = file;
        this.root = root;
        this.problems = problems;
        this.warnings = new Problems(file.toString());
        this.section = root.value(SWEEP) instanceof YamlNode.Mapping mapping ? mapping : null;
    }

    /**
     * Loads a sweep.
     *
     * @param overrides {@code path=value} each, as for a scenario; also of the sweep's own keys
     * @throws ScenarioException with every problem found, in the sweep or in any cell
     */
    public static LoadedSweep load(Path file, List<String> overrides) throws ScenarioException {
        YamlNode document = ScenarioLoader.document(file, overrides);
        Problems problems = new Problems(file.toString());
        if (!(document instanceof YamlNode.Mapping root)) {
            ScenarioLoader.load(file.toString(), document, folderOf(file));
            throw new AssertionError("a scenario that is no mapping was accepted");
        }
        SweepFile reader = new SweepFile(file, root, problems);
        LoadedSweep sweep = reader.read();
        throwIfAny(problems);
        return sweep;
    }

    /** The folder that files named in a scenario are relative to. */
    static Path folderOf(Path file) {
        return file.getParent() == null ? Path.of("") : file.getParent();
    }

    private static void throwIfAny(Problems problems) throws ScenarioException {
        if (problems.reports() > 0) {
            throw new ScenarioException(problems.sorted());
        }
    }

    private LoadedSweep read() throws ScenarioException {
        if (section == null) {
            boolean missing = root.value(SWEEP) == null || root.value(SWEEP).isNull();
            Position at = missing ? root.at() : root.valueAt(SWEEP);
            problems.add(
                    at,
                    missing
                            ? "this scenario has no 'sweep'"
                            : "'sweep' is " + root.value(SWEEP).kindName(),
                    "sweep: {matrix: {links.loss: [0%, 5%]}}, or 'hopscope run' for a single scenario");
        }
        throwIfAny(problems);
        refuseUnknownKeys();
        List<Axis> axes = new AxesReader(problems).read(section.value("matrix"), section.at());
        if (Combinations.matrixSize(axes) > CELLS_MAX) {
            problems.add(section.keyAt("matrix"), "the matrix has more than " + CELLS_MAX + " combinations", "fewer");
        }
        throwIfAny(problems);
        List<Value[]> combinations =
                new Combinations(axes, problems, warnings).spellOut(section.value("exclude"), section.value("include"));
        if (combinations.isEmpty()) {
            problems.add(section.at(), "no combination is left", "at least one");
        }
        throwIfAny(problems);
        return assemble(axes, combinations);
    }

    private void refuseUnknownKeys() {
        section.entries().forEach((key, entry) -> {
            if (!KEYS.contains(key)) {
                problems.add(
                        entry.keyAt(),
                        "unknown key '" + key + "' in 'sweep'; expected one of " + String.join(", ", KEYS)
                                + Suggestion.hint(key, KEYS));
            }
        });
    }

    private LoadedSweep assemble(List<Axis> axes, List<Value[]> combinations) throws ScenarioException {
        List<Cell> cells = new ArrayList<>();
        LoadedScenario first = null;
        for (Value[] combination : combinations) {
            LoadedScenario loaded = cell(axes, combination, cells);
            first = first == null ? loaded : first;
        }
        String pairBy = pairBy(axes);
        Repetition repetition = new RepetitionReader(problems)
                .read(
                        section.value("repeat"),
                        first == null ? 1 : first.scenario().replications());
        throwIfAny(problems);
        StringBuilder all = new StringBuilder(repetition.toString());
        cells.forEach(cell -> all.append('\n').append(cell.hash()));
        List<Problem> doubtful = new ArrayList<>(warnings.sorted());
        doubtful.addAll(cellWarnings);
        Sweep sweep = new Sweep(
                first.scenario().name(),
                first.scenario().seed(),
                axes.stream().map(Axis::name).toList(),
                cells,
                repetition,
                pairBy,
                first.scenario().charts(),
                Provenance.hash(all.toString()));
        return new LoadedSweep(sweep, file, documents, List.copyOf(inputs), doubtful);
    }

    /** Adds the cell of a combination, or its problems; answers what was loaded, or {@code null}. */
    private LoadedScenario cell(List<Axis> axes, Value[] combination, List<Cell> cells) {
        YamlNode document = withoutSweep();
        YamlOverrides overrides = new YamlOverrides(problems);
        List<String> labels = new ArrayList<>();
        for (int axis = 0; axis < axes.size(); axis++) {
            Value value = combination[axis];
            labels.add(value == null ? Cell.UNCHANGED : value.label());
            for (Change change : value == null ? List.<Change>of() : value.changes()) {
                document = overrides.put(document, change.path(), change.value());
            }
        }
        try {
            LoadedScenario loaded = ScenarioLoader.load(file.toString(), document, folderOf(file));
            cellWarnings.addAll(loaded.warnings());
            documents.add(document);
            inputs.addAll(loaded.inputs());
            cells.add(new Cell(
                    cells.size(),
                    labels,
                    entries(loaded),
                    loaded.topology().nodeCount(),
                    loaded.topology().linkCount(),
                    loaded.scenario().duration().seconds(),
                    hash(loaded)));
            return loaded;
        } catch (ScenarioException e) {
            e.problems()
                    .forEach(problem -> problems.add(
                            new Position(problem.file(), problem.line(), problem.column()), problem.message()));
            return null;
        }
    }

    private static List<String> entries(LoadedScenario loaded) {
        return loaded.scenario().protocols().stream().map(ProtocolSpec::name).toList();
    }

    private YamlNode withoutSweep() {
        Map<String, YamlNode.Entry> entries = new LinkedHashMap<>(root.entries());
        entries.remove(SWEEP);
        return new YamlNode.Mapping(root.at(), Collections.unmodifiableMap(entries));
    }

    private String pairBy(List<Axis> axes) {
        YamlNode node = section.value("pair-by");
        if (node == null || node.isNull()) {
            return Sweep.BY_PROTOCOL;
        }
        List<String> allowed = new ArrayList<>(List.of(Sweep.BY_PROTOCOL));
        axes.forEach(axis -> allowed.add(axis.name()));
        String text = node instanceof YamlNode.Scalar scalar ? scalar.text() : "";
        if (!allowed.contains(text)) {
            problems.add(
                    node.at(),
                    "cannot pair by '" + text + "'; expected one of " + String.join(", ", allowed)
                            + Suggestion.hint(text, allowed));
        }
        return text;
    }

    /** Identifies the work of a cell: its effective scenario, its network and the bytes of the files that it names. */
    static String hash(LoadedScenario loaded) {
        StringBuilder text =
                new StringBuilder(ScenarioWriter.toYaml(loaded.scenario().withoutCharts()));
        Topology topology = loaded.topology();
        for (int link = 0; link < topology.linkCount(); link++) {
            text.append('\n')
                    .append(topology.name(topology.endA(link)))
                    .append('\t')
                    .append(topology.name(topology.endB(link)))
                    .append('\t')
                    .append(topology.latencyNanos(link));
        }
        loaded.inputs().forEach(input -> text.append('\n').append(Provenance.hash(bytes(input))));
        return Provenance.hash(text.toString());
    }

    private static byte[] bytes(Path input) {
        try {
            return Files.readAllBytes(input);
        } catch (IOException e) {
            throw new IllegalStateException(input + " was there a moment ago: " + e.getMessage(), e);
        }
    }
}
