package hopscope.chart;

import hopscope.compare.SavedComparison;
import hopscope.metrics.Measurements.SeriesPoint;
import hopscope.results.ResultReader;
import hopscope.results.SavedResults;
import hopscope.results.SavedRun;
import hopscope.scenario.Metric;
import hopscope.scenario.Scenario;
import hopscope.sweep.Cell;
import hopscope.sweep.Sweep;
import hopscope.sweep.SweepFolder;
import hopscope.sweep.SweepRun;
import hopscope.sweep.SweepState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The runs of one or more result folders as one table: what {@code hopscope chart} draws from. A row is a run; its
 * dimensions are the axes of a sweep, the protocol and, where there are several folders, the scenario.
 *
 * @param title names of the scenarios
 * @param dimensions in the order in which they nest
 * @param rows in the order of the folders and of the files
 * @param compared what was compared, if the rows are differences of a comparison; {@code null} for runs
 */
public record Observations(String title, List<Dimension> dimensions, List<Row> rows, SavedComparison compared) {
    /** What all results differ by. */
    public static final String PROTOCOL = "protocol";

    /** What folders differ by; a dimension only where there are several. */
    public static final String SCENARIO = "scenario";

    private static final String DIFFERENCE = "B − A";

    /** The label of an axis that a folder does not have. */
    private static final String ABSENT = "-";

    public Observations {
        dimensions = List.copyOf(dimensions);
        rows = List.copyOf(rows);
    }

    /** Runs. */
    Observations(String title, List<Dimension> dimensions, List<Row> rows) {
        this(title, dimensions, rows, null);
    }

    /**
     * What runs can be told apart by.
     *
     * @param name for options
     * @param labels those that occur, in order of appearance
     */
    public record Dimension(String name, List<String> labels) {
        public Dimension {
            labels = List.copyOf(labels);
        }
    }

    /**
     * One run; or, of a comparison, the difference of two sets of runs.
     *
     * @param labels by the names of dimensions
     * @param cell of the sweep; empty for a run of {@code hopscope run}
     * @param replication from 0
     * @param values by {@link Metric} ordinal, NaN where there is none; not to be changed
     * @param series over virtual time; empty for a run of a sweep
     * @param halves half the widths of the 95 % intervals of differences, by metric; {@code null} for a run
     */
    public record Row(
            Map<String, String> labels,
            String cell,
            int replication,
            double[] values,
            List<SeriesPoint> series,
            double[] halves) {
        Row(Map<String, String> labels, String cell, int replication, double[] values, List<SeriesPoint> series) {
            this(labels, cell, replication, values, series, null);
        }

        String protocol() {
            return labels.getOrDefault(PROTOCOL, "");
        }

        double value(Metric metric) {
            return values[metric.ordinal()];
        }
    }

    /**
     * The runs in folders that {@code hopscope run} or {@code hopscope sweep} wrote, or the differences in one that {@code
     * hopscope compare} did; O(runs).
     *
     * @throws ChartRequest.Refused for a comparison among several folders
     * @throws hopscope.results.ResultFolderException if one is neither, or is damaged
     */
    public static Observations read(List<Path> folders) {
        List<String> names = new ArrayList<>();
        List<Row> rows = new ArrayList<>();
        if (folders.stream().anyMatch(SavedComparison::isIn)) {
            if (folders.size() > 1) {
                throw new ChartRequest.Refused("a comparison is drawn by itself, not together with other folders");
            }
            return of(SavedComparison.read(folders.get(0)));
        }
        for (Path folder : folders) {
            if (SweepFolder.isSweep(folder)) {
                SweepState state = SweepFolder.read(folder);
                names.add(scenario(state.sweep().name(), names, folder));
                addSweep(rows, names.get(names.size() - 1), state);
            } else {
                SavedResults results = ResultReader.read(folder);
                names.add(scenario(results.scenario().name(), names, folder));
                addRuns(rows, names.get(names.size() - 1), results);
            }
        }
        return of(names, rows);
    }

    /** The differences of a comparison: a row for each pair, with all of its metrics. */
    static Observations of(SavedComparison comparison) {
        Map<Map<String, String>, Row> byLabels = new LinkedHashMap<>();
        for (SavedComparison.Row row : comparison.rows()) {
            Map<String, String> labels = new LinkedHashMap<>();
            labels.put(SCENARIO, DIFFERENCE);
            for (int axis = 0; axis < comparison.axes().size(); axis++) {
                labels.put(comparison.axes().get(axis), row.labels().get(axis));
            }
            labels.put(PROTOCOL, row.protocols());
            Row pair = byLabels.computeIfAbsent(labels, any -> new Row(any, "", -1, absent(), List.of(), absent()));
            pair.values()[row.metric().ordinal()] = row.difference();
            pair.halves()[row.metric().ordinal()] = (row.high() - row.low()) / 2;
        }
        Observations runs = of(List.of(DIFFERENCE), List.copyOf(byLabels.values()));
        return new Observations(runs.title(), runs.dimensions(), runs.rows(), comparison);
    }

    /** The runs of results in memory, with their series. */
    public static Observations of(SavedResults results) {
        List<Row> rows = new ArrayList<>();
        addRuns(rows, results.scenario().name(), results);
        return of(List.of(results.scenario().name()), rows);
    }

    /** The runs of a sweep in memory. */
    public static Observations of(SweepState state) {
        List<Row> rows = new ArrayList<>();
        addSweep(rows, state.sweep().name(), state);
        return of(List.of(state.sweep().name()), rows);
    }

    /** What the runs of a scenario will differ by: a row for each protocol, without values. */
    static Observations expected(Scenario scenario) {
        List<Row> rows = new ArrayList<>();
        for (String protocol : scenario.protocolNames()) {
            rows.add(withoutValues(
                    new LinkedHashMap<>(Map.of(SCENARIO, scenario.name(), PROTOCOL, protocol)),
                    List.of(new SeriesPoint(0, 0, 0, 0))));
        }
        return of(List.of(scenario.name()), rows);
    }

    /** What the runs of a sweep will differ by: a row for each cell and protocol, without values. */
    static Observations expected(Sweep sweep) {
        List<Row> rows = new ArrayList<>();
        for (Cell cell : sweep.cells()) {
            for (String entry : cell.entries()) {
                rows.add(withoutValues(labels(sweep, cell, entry), List.of()));
            }
        }
        return of(List.of(sweep.name()), rows);
    }

    private static Row withoutValues(Map<String, String> labels, List<SeriesPoint> series) {
        return new Row(labels, "", 0, absent(), series);
    }

    private static double[] absent() {
        double[] values = new double[Metric.values().length];
        Arrays.fill(values, Double.NaN);
        return values;
    }

    private static Map<String, String> labels(Sweep sweep, Cell cell, String entry) {
        Map<String, String> labels = new LinkedHashMap<>();
        labels.put(SCENARIO, sweep.name());
        for (int axis = 0; axis < sweep.axes().size(); axis++) {
            labels.put(sweep.axes().get(axis), cell.labels().get(axis));
        }
        labels.put(PROTOCOL, entry);
        return labels;
    }

    /** The name of the scenario, or of the folder where another has that name already. */
    private static String scenario(String name, List<String> taken, Path folder) {
        return taken.contains(name) ? folder.toString() : name;
    }

    private static void addSweep(List<Row> rows, String scenario, SweepState state) {
        for (Cell cell : state.cells()) {
            for (SweepRun run : state.runsOf(cell)) {
                Map<String, String> labels = labels(state.sweep(), cell, run.entry());
                labels.put(SCENARIO, scenario);
                rows.add(new Row(labels, cell.id(), run.replication(), run.values(), List.of()));
            }
        }
    }

    private static void addRuns(List<Row> rows, String scenario, SavedResults results) {
        for (SavedRun run : results.runs()) {
            Map<String, String> labels = new LinkedHashMap<>();
            labels.put(SCENARIO, scenario);
            labels.put(PROTOCOL, run.protocol());
            rows.add(new Row(labels, "", run.replication(), run.values(), run.series()));
        }
    }

    private static Observations of(List<String> names, List<Row> rows) {
        Map<String, Set<String>> labels = new LinkedHashMap<>();
        labels.put(SCENARIO, new LinkedHashSet<>(names));
        for (Row row : rows) {
            row.labels.keySet().forEach(name -> labels.computeIfAbsent(name, any -> new LinkedHashSet<>()));
        }
        for (Row row : rows) {
            labels.forEach((name, all) -> all.add(row.labels.getOrDefault(name, ABSENT)));
        }
        Set<String> protocols = labels.remove(PROTOCOL); // last, whichever folder came first
        List<Dimension> dimensions = new ArrayList<>();
        labels.forEach((name, all) -> dimensions.add(new Dimension(name, List.copyOf(all))));
        dimensions.add(new Dimension(PROTOCOL, protocols == null ? List.of() : List.copyOf(protocols)));
        return new Observations(String.join(", ", names), dimensions, rows);
    }

    /** The label of a row in a dimension. */
    static String label(Row row, Dimension dimension) {
        return row.labels.getOrDefault(dimension.name(), ABSENT);
    }

    /** The dimension of that name, or {@code null}. */
    Dimension dimension(String name) {
        return dimensions.stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    /** The runs with a label in a dimension; all for no dimension. The dimensions stay. O(runs). */
    Observations where(Dimension dimension, String label) {
        if (dimension == null) {
            return this;
        }
        List<Row> kept =
                rows.stream().filter(row -> label(row, dimension).equals(label)).toList();
        return new Observations(title, dimensions, kept, compared);
    }

    /** The same with one dimension in place of some: its labels are theirs, one after the other. O(rows). */
    Observations folded(List<Dimension> some) {
        String name = String.join(", ", some.stream().map(Dimension::name).toList());
        Set<String> labels = new LinkedHashSet<>();
        List<Row> kept = new ArrayList<>();
        for (Row row : rows) {
            Map<String, String> own = new LinkedHashMap<>(row.labels);
            String label = String.join(
                    ", ", some.stream().map(dimension -> label(row, dimension)).toList());
            own.put(name, label);
            labels.add(label);
            kept.add(new Row(own, row.cell, row.replication, row.values, row.series, row.halves));
        }
        List<Dimension> left = new ArrayList<>(dimensions);
        left.removeAll(some);
        left.add(0, new Dimension(name, List.copyOf(labels)));
        return new Observations(title, left, kept, compared);
    }

    /** The metrics of which any row has a value. */
    List<Metric> metrics() {
        return Arrays.stream(Metric.values())
                .filter(metric -> rows.stream().anyMatch(row -> !Double.isNaN(row.value(metric))))
                .toList();
    }

    /** A metric of every run, NaN where there is none; a new array. */
    double[] samples(Metric metric) {
        return rows.stream().mapToDouble(row -> row.value(metric)).toArray();
    }
}
