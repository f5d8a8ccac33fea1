package hopscope.results;

import hopscope.metrics.FaultOutcome;
import hopscope.metrics.Verdict;
import hopscope.scenario.Metric;
import hopscope.simulation.FaultStrike;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** {@code faults.csv}: a row per protocol, replication and occurrence of a fault. */
final class FaultsCsv {
    static final List<String> HEADER = header();

    private static final int NANO_DIGITS = 9;
    private static final int FIRST_VALUE = 8;
    private static final int VERDICT = FIRST_VALUE + FaultOutcome.METRICS.size();
    private static final int LIMIT = Integer.MAX_VALUE;

    private FaultsCsv() {}

    private static List<String> header() {
        List<String> header = new ArrayList<>(
                List.of("protocol", "replication", "fault", "occurrence", "kind", "subject", "time_s", "period_s"));
        FaultOutcome.METRICS.stream().map(Metric::column).forEach(header::add);
        header.add("verdict");
        header.add("status");
        return List.copyOf(header);
    }

    /** An outcome at the precision in which it is written; its subject without what would break a cell. */
    static FaultOutcome rounded(FaultOutcome outcome) {
        FaultStrike strike = outcome.strike();
        String subject = strike.subject().replace(',', ';').replaceAll("[\\r\\n]", " ");
        return new FaultOutcome(
                new FaultStrike(strike.fault(), strike.occurrence(), strike.kind(), subject, strike.status()),
                outcome.timeNanos(),
                outcome.periodNanos(),
                Arrays.stream(outcome.values()).map(FixedDecimals::rounded).toArray(),
                outcome.verdict());
    }

    static String render(SavedResults results) {
        StringBuilder out = new StringBuilder();
        row(out, HEADER);
        for (SavedRun run : results.runs()) {
            for (FaultOutcome outcome : run.faults()) {
                row(out, cells(run, outcome));
            }
        }
        return out.toString();
    }

    private static List<String> cells(SavedRun run, FaultOutcome outcome) {
        FaultStrike strike = outcome.strike();
        boolean happened = strike.status() != FaultStrike.Status.NOT_FIRED;
        List<String> cells = new ArrayList<>(List.of(
                run.protocol(),
                Integer.toString(run.replication()),
                Integer.toString(strike.fault()),
                Integer.toString(strike.occurrence()),
                strike.kind(),
                strike.subject(),
                happened ? seconds(outcome.timeNanos()) : "",
                outcome.verdict() == null ? "" : seconds(outcome.periodNanos())));
        for (double value : outcome.values()) {
            cells.add(FixedDecimals.text(value));
        }
        cells.add(outcome.verdict() == null ? "" : outcome.verdict().label());
        cells.add(strike.status().label());
        return cells;
    }

    private static String seconds(long nanos) {
        return BigDecimal.valueOf(nanos, NANO_DIGITS).stripTrailingZeros().toPlainString();
    }

    private static void row(StringBuilder out, List<String> cells) {
        out.append(String.join(",", cells)).append('\n');
    }

    /**
     * Gives each run its faults; they stand in the order of the runs.
     *
     * @param file may be missing: folders of earlier versions have none
     * @param durationNanos where a fault that never happened is put
     */
    static void addTo(List<SavedRun> runs, Path file, long durationNanos) {
        if (!Files.exists(file)) {
            return;
        }
        CsvReader table = new CsvReader(file, HEADER);
        int row = 0;
        for (int i = 0; i < runs.size(); i++) {
            SavedRun run = runs.get(i);
            List<FaultOutcome> faults = new ArrayList<>();
            while (row < table.rowCount()
                    && table.text(row, 0).equals(run.protocol())
                    && table.whole(row, 1) == run.replication()) {
                faults.add(outcome(table, row, durationNanos));
                row++;
            }
            runs.set(i, run.withFaults(faults));
        }
        if (row < table.rowCount()) {
            throw table.wrong(row, 1, "expected a run in the order of " + ResultFolder.RUNS);
        }
    }

    private static FaultOutcome outcome(CsvReader table, int row, long durationNanos) {
        double[] values = new double[FaultOutcome.METRICS.size()];
        for (int v = 0; v < values.length; v++) {
            values[v] = table.number(row, FIRST_VALUE + v);
        }
        FaultStrike strike = new FaultStrike(
                table.index(row, 2, LIMIT),
                table.index(row, 3, LIMIT),
                table.text(row, 4),
                table.text(row, 5),
                status(table, row));
        boolean happened = strike.status() != FaultStrike.Status.NOT_FIRED;
        Verdict verdict = table.text(row, VERDICT).isEmpty() ? null : table.verdict(row, VERDICT);
        return new FaultOutcome(
                strike,
                happened ? nanos(table, row, 6) : durationNanos,
                verdict == null ? 0 : nanos(table, row, 7),
                values,
                verdict);
    }

    private static FaultStrike.Status status(CsvReader table, int row) {
        return Arrays.stream(FaultStrike.Status.values())
                .filter(status -> status.label().equals(table.text(row, VERDICT + 1)))
                .findFirst()
                .orElseThrow(() -> table.wrong(row, VERDICT + 1, "expected what became of a fault"));
    }

    private static long nanos(CsvReader table, int row, int column) {
        table.requiredNumber(row, column);
        try {
            return new BigDecimal(table.text(row, column))
                    .movePointRight(NANO_DIGITS)
                    .longValueExact();
        } catch (ArithmeticException | NumberFormatException e) {
            throw table.wrong(row, column, "expected seconds");
        }
    }
}
