package hopscope.topology.format;

import hopscope.topology.TopologyFormatException;
import java.io.ByteArrayInputStream;
import java.io.CharConversionException;
import java.io.IOException;
import java.util.Locale;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;

/** The JDK's XML parser, blind to anything outside the file, with its complaints as ours. */
final class XmlParsing {
    private static final String WRONG_ENCODING =
            "the file is not encoded as its XML declaration says (without one, UTF-8)";

    private XmlParsing() {}

    static void parse(byte[] bytes, DefaultHandler handler) throws TopologyFormatException {
        try {
            XMLReader reader = secureReader();
            reader.setContentHandler(handler);
            reader.setErrorHandler(handler);
            reader.parse(new InputSource(new ByteArrayInputStream(bytes)));
        } catch (XmlFault fault) {
            throw new TopologyFormatException(fault.getMessage(), fault.line(), fault.column());
        } catch (SAXParseException malformed) {
            throw new TopologyFormatException(
                    sentence(malformed), malformed.getLineNumber(), malformed.getColumnNumber());
        } catch (SAXException other) {
            throw new TopologyFormatException("not well-formed XML: " + other.getMessage(), 0, 0);
        } catch (CharConversionException encoding) {
            throw new TopologyFormatException(WRONG_ENCODING, 0, 0);
        } catch (IOException broken) {
            throw new TopologyFormatException("the file cannot be read: " + broken.getMessage(), 0, 0);
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

    /** The JDK's own parser, whatever else is on the class path, in English. */
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
}
