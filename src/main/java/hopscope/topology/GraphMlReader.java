package hopscope.topology;

import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.XMLReader;

/**
 * Reads networks from GraphML files, as the Topology Zoo, networkx, JGraphT and yEd write them.
 *
 * <p>Nodes are told apart by their {@code id}. They are named by their labels (the attribute {@code label}, or the first
 * label that yEd draws) if every node has one and no two are the same, else by their ids. All links count as
 * undirected. The link attribute {@code latency_ms}, if declared, is the one-way latency of a link in milliseconds,
 * rounded to the nanosecond. Every other attribute is ignored.
 *
 * <p>The JDK's parser is used directly, and not JGraphT's importer: that one follows external entities into the
 * reader's file system, gives no positions, and refuses the keys without a name that yEd writes.
 */
public final class GraphMlReader {
    /** The largest file that is read: two hundred times the largest network of the Topology Zoo. */
    public static final long FILE_BYTES_MAX = 64L << 20;

    private static final String WRONG_ENCODING =
            "the file is not encoded as its XML declaration says (without one, UTF-8)";

    private GraphMlReader() {}

    /**
     * Reads a file; O(its size).
     *
     * @throws TopologyFormatException if the file is missing, larger than {@link #FILE_BYTES_MAX}, declares a document
     *     type (no entity is ever followed), or is not GraphML with one flat graph
     */
    public static ImportedTopology read(Path file) throws TopologyFormatException {
        try {
            requireReadable(file);
            try (InputStream input = Files.newInputStream(file)) {
                return parse(new InputSource(input));
            }
        } catch (NoSuchFileException missing) {
            throw refused("there is no such file");
        } catch (AccessDeniedException denied) {
            throw refused("the file may not be read");
        } catch (CharConversionException encoding) {
            throw refused(WRONG_ENCODING);
        } catch (IOException broken) {
            throw refused("the file cannot be read: " + broken.getMessage());
        }
    }

    private static void requireReadable(Path file) throws IOException, TopologyFormatException {
        if (Files.isDirectory(file)) {
            throw refused("this is a folder, expected a GraphML file");
        }
        long bytes = Files.size(file);
        if (bytes > FILE_BYTES_MAX) {
            throw refused("the file has " + bytes + " bytes, at most " + FILE_BYTES_MAX + " are read");
        }
        if (!Files.isRegularFile(file)) {
            throw refused("this is not a regular file, expected a GraphML file");
        }
    }

    private static ImportedTopology parse(InputSource source) throws IOException, TopologyFormatException {
        GraphMlHandler handler = new GraphMlHandler();
        XMLReader reader = secureReader();
        reader.setContentHandler(handler);
        reader.setErrorHandler(handler);
        try {
            reader.parse(source);
            return handler.imported();
        } catch (GraphMlFault fault) {
            throw new TopologyFormatException(fault.getMessage(), fault.line(), fault.column());
        } catch (SAXParseException malformed) {
            throw new TopologyFormatException(
                    sentence(malformed), malformed.getLineNumber(), malformed.getColumnNumber());
        } catch (SAXException other) {
            throw refused("not well-formed XML: " + other.getMessage());
        }
    }

    private static String sentence(SAXParseException malformed) {
        if (malformed.getException() instanceof CharConversionException) {
            return WRONG_ENCODING;
        }
        String reason = String.valueOf(malformed.getMessage());
        if (reason.contains("DOCTYPE")) {
            return "the file declares a document type, which is refused for safety; remove the <!DOCTYPE …> line";
        }
        return "not well-formed XML: " + reason;
    }

    /** The JDK's own parser, whatever else is on the class path, in English, blind to anything outside the file. */
    private static XMLReader secureReader() {
        try {
            SAXParserFactory factory = SAXParserFactory.newDefaultInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
            factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
            XMLReader reader = factory.newSAXParser().getXMLReader();
            reader.setProperty("http://apache.org/xml/properties/locale", Locale.ROOT);
            return reader;
        } catch (SAXException | ParserConfigurationException unexpected) {
            throw new IllegalStateException("the JDK's XML parser refused its settings", unexpected);
        }
    }

    private static TopologyFormatException refused(String message) {
        return new TopologyFormatException(message, 0, 0);
    }
}
