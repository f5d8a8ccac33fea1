package hopscope.topology;

import org.xml.sax.Locator;
import org.xml.sax.SAXException;

/** Something wrong in a GraphML file that is well-formed XML. */
final class GraphMlFault extends SAXException {
    private static final long serialVersionUID = 1L;

    private final int line;
    private final int column;

    GraphMlFault(String message, Locator locator) {
        this(message, locator.getLineNumber(), locator.getColumnNumber());
    }

    GraphMlFault(String message, int line, int column) {
        super(message);
        this.line = line;
        this.column = column;
    }

    int line() {
        return line;
    }

    int column() {
        return column;
    }
}
