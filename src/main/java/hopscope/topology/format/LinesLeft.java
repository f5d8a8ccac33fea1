package hopscope.topology.format;

import hopscope.topology.TopologyFormatException;
import java.util.Iterator;

/** The lines of a text that hold something, one after the other; knows where the text ends. */
final class LinesLeft {
    private final Iterator<TextLine> lines;
    private int lastNumber;

    LinesLeft(String text) {
        this.lines = TextLine.filled(text).iterator();
    }

    boolean isEmpty() {
        return !lines.hasNext();
    }

    /** The next line, which must be there. */
    TextLine next(String expected) throws TopologyFormatException {
        if (!lines.hasNext()) {
            throw new TopologyFormatException("the file ends here, expected " + expected, lastNumber + 1, 1);
        }
        TextLine line = lines.next();
        lastNumber = line.number();
        return line;
    }
}
