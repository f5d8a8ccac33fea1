package hopscope.results;

import hopscope.metrics.Measurements.SeriesPoint;
import hopscope.scenario.Metric;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads a result folder back. */
public final class ResultReader {
    private static final int VALUES_COLUMN = 4;
    private static final int LONGEST_PATH = 1_000_000;
    private static final int REPLICATIONS = 1_000_000_000;

    private ResultReader() {}

    /**
     * The results in a folder; the effective scenario and the summary are not needed for that and not read.
     *
     * @throws ResultFolderException if the folder is not a finished result folder or a file in it is damaged; names file
     *     and line
     */
    public static SavedResults read(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new ResultFolderException(folder + ": no such folder, expected one that 'hopscope run' wrote");
        }
        Path manifest = folder.resolve(ResultFolder.MANIFEST);
        if (!Files.exists(manifest)) {
            throw new ResultFolderException(
                    folder + ": has no " + ResultFolder.MANIFEST + ", expected a folder that 'hopscope run' wrote");
        }
        ScenarioFacts scenario = ManifestJson.parse(ResultFolder.text(manifest), manifest.toString());
        List<SavedRun> runs = readRuns(folder.resolve(ResultFolder.RUNS), scenario.protocols());
        addSeries(folder.resolve(ResultFolder.SERIES), runs);
        long durationNanos = Math.round(scenario.durationSeconds() * 1e9);
        FaultsCsv.addTo(runs, folder.resolve(ResultFolder.FAULTS), durationNanos);
        List<HopCounts> hops = readHops(folder.resolve(ResultFolder.HOPS), scenario.protocols());
        return new SavedResults(scenario, runs, hops);
    }

    /**
     * The folder that files named in the effective scenario are relative to; that of the results where the manifest does
     * not tell, as in folders of earlier versions.
     */
    public static Path scenarioFolder(Path folder) {
        Path manifest = folder.resolve(ResultFolder.MANIFEST);
        String given = JsonText.parse(ResultFolder.text(manifest), manifest.toString())
                .path("scenario_folder")
                .asText("");
        return given.isEmpty() ? folder : folder.resolve(given).normalize();
    }

    private static List<SavedRun> readRuns(Path file, List<String> protocols) {
        CsvReader table = new CsvReader(file, CsvTables.RUNS_HEADER);
        int metrics = Metric.values().length;
        List<SavedRun> runs = new ArrayList<>();
        for (int row = 0; row < table.rowCount(); row++) {
            double[] values = new double[metrics];
            for (int m = 0; m < metrics; m++) {
                values[m] = table.number(row, VALUES_COLUMN + m);
            }
            int fingerprintColumn = VALUES_COLUMN + metrics;
            if (!table.text(row, fingerprintColumn).matches("[0-9a-f]{16}")) {
                throw table.wrong(row, fingerprintColumn, "expected 16 hexadecimal digits");
            }
            runs.add(new SavedRun(
                    table.protocol(row, 0, protocols),
                    table.index(row, 1, REPLICATIONS),
                    table.whole(row, 2),
                    table.verdict(row, 3),
                    values,
                    List.of(),
                    List.of(),
                    table.text(row, fingerprintColumn)));
        }
        return runs;
    }

    /** Gives each run its points; they stand in the order of the runs, so one pass over both is enough. */
    private static void addSeries(Path file, List<SavedRun> runs) {
        CsvReader table = new CsvReader(file, CsvTables.SERIES_HEADER);
        int row = 0;
        for (int i = 0; i < runs.size(); i++) {
            SavedRun run = runs.get(i);
            List<SeriesPoint> points = new ArrayList<>();
            while (row < table.rowCount()
                    && table.text(row, 0).equals(run.protocol())
                    && table.whole(row, 1) == run.replication()) {
                points.add(new SeriesPoint(
                        Math.round(table.requiredNumber(row, 2) * 1e9),
                        table.requiredNumber(row, 3),
                        table.requiredNumber(row, 4),
                        table.requiredNumber(row, 5)));
                row++;
            }
            runs.set(i, run.withSeries(points));
        }
        if (row < table.rowCount()) {
            throw table.wrong(row, 1, "expected a run in the order of " + ResultFolder.RUNS);
        }
    }

    private static List<HopCounts> readHops(Path file, List<String> protocols) {
        CsvReader table = new CsvReader(file, CsvTables.HOPS_HEADER);
        long[][] counts = new long[protocols.size()][0];
        for (int row = 0; row < table.rowCount(); row++) {
            int protocol = protocols.indexOf(table.protocol(row, 0, protocols));
            int hops = table.index(row, 1, LONGEST_PATH);
            if (hops >= counts[protocol].length) {
                counts[protocol] = Arrays.copyOf(counts[protocol], hops + 1);
            }
            counts[protocol][hops] = table.whole(row, 2);
        }
        List<HopCounts> hops = new ArrayList<>();
        for (int protocol = 0; protocol < counts.length; protocol++) {
            hops.add(new HopCounts(protocols.get(protocol), SavedResults.trimmed(counts[protocol])));
        }
        return hops;
    }
}
