package hopscope.results;

import hopscope.metrics.Verdict;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads a table that {@link CsvTables} wrote; every complaint names file, line and column. */
final class CsvReader {
    private final Path file;
    private final List<String> header;
    private final List<String[]> rows = new ArrayList<>();

    /**
     * Reads a whole table.
     *
     * @throws ResultFolderException if it is not a table with this header and full rows
     */
    CsvReader(Path file, List<String> header) {
        this.file = file;
        this.header = header;
        String text = ResultFolder.text(file);
        String[] lines = text.split("\n", -1);
        if (!lines[0].equals(String.join(",", header))) {
            throw new ResultFolderException(file + ":1: expected the header "
                    + shortened(String.join(",", header)) + ", found " + shortened(lines[0])
                    + "; the file is damaged or from another version");
        }
        if (!lines[lines.length - 1].isEmpty()) {
            throw damaged(lines.length, "the line is cut off");
        }
        for (int i = 1; i < lines.length - 1; i++) {
            String[] cells = lines[i].split(",", -1);
            if (cells.length != header.size()) {
                throw damaged(i + 1, "expected " + header.size() + " cells, found " + cells.length);
            }
            rows.add(cells);
        }
    }

    int rowCount() {
        return rows.size();
    }

    String text(int row, int column) {
        return rows.get(row)[column];
    }

    /** A number, or NaN for an empty cell. */
    double number(int row, int column) {
        String cell = text(row, column);
        if (cell.isEmpty()) {
            return Double.NaN;
        }
        try {
            double value = Double.parseDouble(cell);
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            // said below, together with what parses but is no plain number
        }
        throw wrong(row, column, "expected a number");
    }

    /** A number that must be there. */
    double requiredNumber(int row, int column) {
        double value = number(row, column);
        if (Double.isNaN(value)) {
            throw wrong(row, column, "expected a number");
        }
        return value;
    }

    long whole(int row, int column) {
        try {
            return Long.parseLong(text(row, column));
        } catch (NumberFormatException e) {
            throw wrong(row, column, "expected a whole number");
        }
    }

    int index(int row, int column, int limit) {
        long value = whole(row, column);
        if (value < 0 || value >= limit) {
            throw wrong(row, column, "expected a whole number from 0 to " + (limit - 1));
        }
        return (int) value;
    }

    /** One of the given names. */
    String protocol(int row, int column, List<String> protocols) {
        String name = text(row, column);
        if (!protocols.contains(name)) {
            throw wrong(row, column, "expected a protocol of the manifest");
        }
        return name;
    }

    Verdict verdict(int row, int column) {
        return Arrays.stream(Verdict.values())
                .filter(verdict -> verdict.label().equals(text(row, column)))
                .findFirst()
                .orElseThrow(() -> wrong(row, column, "expected a verdict"));
    }

    ResultFolderException wrong(int row, int column, String expected) {
        return damaged(
                row + 2, header.get(column) + ": " + expected + ", found '" + shortened(text(row, column)) + "'");
    }

    private ResultFolderException damaged(int line, String what) {
        return new ResultFolderException(file + ":" + line + ": " + what + "; the file is damaged");
    }

    private static String shortened(String text) {
        int longest = 60;
        return text.length() <= longest ? text : text.substring(0, longest) + "…";
    }
}
