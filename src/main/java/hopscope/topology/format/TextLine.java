package hopscope.topology.format;

import hopscope.topology.TopologyFormatException;
import java.util.ArrayList;
import java.util.List;

/**
 * A line of a text file.
 *
 * @param number from 1
 * @param text without its end
 */
record TextLine(int number, String text) {
    static final int NODES_MAX = 1_000_000;
    static final int LINKS_MAX = 10_000_000;

    /** All lines of a text, in order; ends are LF, CRLF or CR. */
    static List<TextLine> of(String text) {
        List<TextLine> lines = new ArrayList<>();
        int number = 1;
        for (String line : (Iterable<String>) text.lines()::iterator) {
            lines.add(new TextLine(number++, line));
        }
        return lines;
    }

    /** The lines that hold something; from a # or KONECT's % at their beginning on they hold nothing. */
    static List<TextLine> filled(String text) {
        return of(text).stream().filter(line -> isFilled(line.text)).toList();
    }

    static boolean isFilled(String line) {
        String bare = line.stripLeading();
        return !bare.isEmpty() && bare.charAt(0) != '#' && bare.charAt(0) != '%';
    }

    /** What stands between blanks. */
    List<Word> words() {
        List<Word> words = new ArrayList<>(4);
        int at = 0;
        while (at < text.length()) {
            if (text.charAt(at) <= ' ') {
                at++;
                continue;
            }
            int start = at;
            while (at < text.length() && text.charAt(at) > ' ') {
                at++;
            }
            words.add(new Word(text.substring(start, at), number, start + 1));
        }
        return words;
    }

    /** What stands between separators, stripped; double quotes hold separators together and are doubled inside. */
    List<Word> cells(char separator) throws TopologyFormatException {
        List<Word> cells = new ArrayList<>();
        int at = 0;
        while (at <= text.length()) {
            int start = at;
            StringBuilder cell = new StringBuilder();
            boolean inside = false;
            while (at < text.length() && (inside || text.charAt(at) != separator)) {
                char character = text.charAt(at++);
                boolean doubled = inside && character == '"' && at < text.length() && text.charAt(at) == '"';
                if (doubled) {
                    cell.append('"');
                    at++;
                } else if (character == '"') {
                    inside = !inside;
                } else {
                    cell.append(character);
                }
            }
            if (inside) {
                throw new TopologyFormatException(
                        "a quote without an end, expected \" before the line's end", number, start + 1);
            }
            cells.add(new Word(cell.toString().strip(), number, start + 1));
            at++;
        }
        return cells;
    }

    /** The words of a line that should have at least so many. */
    List<Word> words(int least, String expected) throws TopologyFormatException {
        List<Word> words = words();
        if (words.size() < least) {
            throw wrong("found " + words.size() + " words, expected " + expected);
        }
        return words;
    }

    /** Something is wrong with this line. */
    TopologyFormatException wrong(String message) {
        return new TopologyFormatException(message, number, 1);
    }
}
