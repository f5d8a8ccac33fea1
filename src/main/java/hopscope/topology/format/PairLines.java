package hopscope.topology.format;

import hopscope.topology.TopologyFormatException;
import java.util.List;
import java.util.regex.Pattern;

/** Two nodes per line, between blanks. */
final class PairLines {
    private static final Pattern PAIR = Pattern.compile("\\s*[^\\s,;{}\\[\\]<]+\\s+[^\\s,;{}\\[\\]<]+\\s*");
    private static final int LINES_LOOKED_AT = 20;

    private PairLines() {}

    static boolean recognises(String head) {
        List<String> lines =
                head.lines().filter(TextLine::isFilled).limit(LINES_LOOKED_AT).toList();
        // The last line of the head may be cut off, but so near to the beginning only if it is the file's.
        return !lines.isEmpty()
                && lines.stream().allMatch(line -> PAIR.matcher(line).matches());
    }

    static NetworkContent read(String text) throws TopologyFormatException {
        NetworkContent content = new NetworkContent();
        for (TextLine line : TextLine.filled(text)) {
            List<Word> words = line.words();
            if (words.size() != 2) {
                throw line.wrong("found " + words.size() + " words, expected two nodes");
            }
            content.link(words.get(0), words.get(1));
        }
        return content;
    }
}
