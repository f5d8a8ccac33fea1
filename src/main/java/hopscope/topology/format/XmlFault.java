package hopscope.topology.format;

import org.xml.sax.Locator;
import org.xml.sax.SAXException;

/** Something wrong in a network file that is well-formed XML. */
final class XmlFault extends SAXException {
    private static final long serialVersionUID = 1L;

    private final int line;
    private final int column;

    XmlFault(String message, Locator locator) {
        this(message, locator.getLineNumber(), locator.getColumnNumber());
    }

    XmlFault(String message, int line, int column) {
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
