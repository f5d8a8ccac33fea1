package hopscope.topology.format;

import hopscope.topology.TopologyFormatException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Reads links as separated values: two nodes, and the columns of {@link LinkAttributes} that the header names. Without a
 * header the third column is the latency in milliseconds, the fourth the bandwidth in bit/s, the fifth the loss. The
 * separator is the first of semicolon, tab and comma that the first line holds.
 */
final class CsvReader implements TopologyReader {
    private static final Set<String> SOURCES = Set.of("source", "src", "from", "node1", "node_a");
    private static final Set<String> TARGETS = Set.of("target", "dst", "dest", "destination", "to", "node2", "node_b");
    private static final List<String> WITHOUT_HEADER = List.of("source", "target", "latency_ms", "bandwidth", "loss");

    @Override
    public TopologyFormat format() {
        return TopologyFormat.CSV;
    }

    @Override
    public String expected() {
        return "a CSV file of links";
    }

    @Override
    public boolean recognises(String name, String head) {
        return name.endsWith(".csv")
                || header(head.lines().filter(TextLine::isFilled).findFirst().orElse(""));
    }

    private static boolean header(String line) {
        try {
            List<String> names = names(new TextLine(1, line).cells(separator(line)));
            return names.stream().anyMatch(SOURCES::contains) && names.stream().anyMatch(TARGETS::contains);
        } catch (TopologyFormatException unbalanced) {
            return false;
        }
    }

    @Override
    public boolean usualName(String name) {
        return name.endsWith(".csv");
    }

    static char separator(String line) {
        return line.indexOf(';') >= 0 ? ';' : line.indexOf('\t') >= 0 ? '\t' : ',';
    }

    private static List<String> names(List<Word> cells) {
        return cells.stream()
                .map(cell ->
                        cell.text().toLowerCase(Locale.ROOT).replace('-', '_').replace(' ', '_'))
                .toList();
    }

    @Override
    public NetworkContent read(NetworkFile file, ReadSettings settings) throws TopologyFormatException {
        List<TextLine> lines = TextLine.filled(file.text());
        NetworkContent content = new NetworkContent();
        if (lines.isEmpty()) {
            return content;
        }
        TextLine first = lines.get(0);
        char separator = separator(first.text());
        boolean headed = header(first.text());
        List<String> names = headed ? names(first.cells(separator)) : WITHOUT_HEADER;
        List<String> ignored = new ArrayList<>(headed ? names : List.of());
        int source = column(names, SOURCES);
        int target = column(names, TARGETS);
        ignored.remove(names.get(source));
        ignored.remove(names.get(target));
        for (TextLine line : lines.subList(headed ? 1 : 0, lines.size())) {
            readLink(line, line.cells(separator), names, source, target, content, ignored);
        }
        if (!ignored.isEmpty()) {
            content.notes.add("columns without a meaning here: " + String.join(", ", ignored));
        }
        return content;
    }

    private static int column(List<String> names, Set<String> wanted) {
        int column = 0;
        while (!wanted.contains(names.get(column))) {
            column++;
        }
        return column;
    }

    private static void readLink(
            TextLine line,
            List<Word> cells,
            List<String> names,
            int source,
            int target,
            NetworkContent content,
            List<String> ignored)
            throws TopologyFormatException {
        if (cells.size() <= Math.max(source, target) || cells.size() > names.size()) {
            throw line.wrong("found " + cells.size() + " columns, expected " + String.join(", ", names));
        }
        for (int end : new int[] {source, target}) {
            if (cells.get(end).text().isEmpty()) {
                throw cells.get(end).wrong("an empty cell, expected a node");
            }
        }
        NetworkContent.Link link = content.link(cells.get(source), cells.get(target));
        for (int column = 0; column < cells.size(); column++) {
            if (column == source || column == target || cells.get(column).text().isEmpty()) {
                continue;
            }
            try {
                if (LinkAttributes.set(
                        content, link, names.get(column), cells.get(column).text())) {
                    ignored.remove(names.get(column));
                }
            } catch (BadQuantity bad) {
                throw cells.get(column).wrong(bad.getMessage());
            }
        }
    }
}
