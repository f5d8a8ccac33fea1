package hopscope.topology.format;

import hopscope.topology.TopologyFormatException;
import org.xml.sax.Attributes;
import org.xml.sax.Locator;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Reads SNDlib's XML (Orlowski and others, Networks 55(3), 2010): nodes with coordinates, which are degrees where
 * {@code coordinatesType} is {@code geographical}, and links. Demands and modules are ignored.
 */
final class SndlibXmlReader implements TopologyReader {
    @Override
    public TopologyFormat format() {
        return TopologyFormat.SNDLIB_XML;
    }

    @Override
    public String expected() {
        return "an SNDlib XML file";
    }

    @Override
    public boolean recognises(String name, String head) {
        return head.contains("<network") && (head.contains("sndlib") || head.contains("<networkStructure"));
    }

    @Override
    public boolean usualName(String name) {
        return name.endsWith(".xml");
    }

    @Override
    public NetworkContent read(NetworkFile file, ReadSettings settings) throws TopologyFormatException {
        Handler handler = new Handler();
        XmlParsing.parse(file.bytes(), handler);
        if (!handler.structureSeen) {
            throw new TopologyFormatException("the file holds no <networkStructure>", 0, 0);
        }
        return handler.content;
    }

    private static final class Handler extends DefaultHandler {
        private final NetworkContent content = new NetworkContent("the id of a <node>");
        private final StringBuilder text = new StringBuilder();
        private Locator locator;
        private int depth;
        private boolean structureSeen;
        private boolean insideStructure;
        private boolean insideNode;
        private boolean insideLink;
        private String source = "";
        private String target = "";

        @Override
        public void setDocumentLocator(Locator locator) {
            this.locator = locator;
        }

        @Override
        public void error(SAXParseException error) throws SAXParseException {
            throw error;
        }

        @Override
        public void fatalError(SAXParseException error) throws SAXParseException {
            throw error;
        }

        @Override
        public void startElement(String uri, String name, String qualifiedName, Attributes attributes) throws XmlFault {
            text.setLength(0);
            depth++;
            if (depth == 1 && !name.equals("network")) {
                throw fault("the outermost element is <" + qualifiedName + ">, expected <network>");
            }
            switch (name) {
                case "networkStructure" -> {
                    insideStructure = true;
                    structureSeen = true;
                }
                case "nodes" -> content.geographic = "geographical".equals(attributes.getValue("coordinatesType"));
                case "node" -> startNode(attributes.getValue("id"));
                case "link" -> {
                    insideLink = insideStructure;
                    source = "";
                    target = "";
                }
                default -> {
                    // modules, costs and demands do not matter here
                }
            }
        }

        private void startNode(String id) throws XmlFault {
            if (!insideStructure) {
                return;
            }
            if (id == null || id.isEmpty()) {
                throw fault("<node> without id=\"…\"");
            }
            if (content.declare(id) == null) {
                throw fault("a second node with the id '" + id + "', expected every id once");
            }
            insideNode = true;
        }

        @Override
        public void characters(char[] characters, int start, int length) {
            text.append(characters, start, length);
        }

        @Override
        public void endElement(String uri, String name, String qualifiedName) throws XmlFault {
            depth--;
            switch (name) {
                case "networkStructure" -> insideStructure = false;
                case "node" -> insideNode = false;
                case "x", "y" -> place(name);
                case "source" -> source = text.toString().strip();
                case "target" -> target = text.toString().strip();
                case "link" -> endLink();
                default -> {
                    // nothing was begun
                }
            }
        }

        private void place(String axis) throws XmlFault {
            if (insideNode) {
                double value = Quantities.numberOrNaN(text.toString());
                if (Double.isNaN(value)) {
                    throw fault("<" + axis + "> is not a number");
                }
                if (axis.equals("x")) {
                    content.lastNode().x = value;
                } else {
                    content.lastNode().y = value;
                }
            }
        }

        private void endLink() throws XmlFault {
            if (!insideLink) {
                return;
            }
            insideLink = false;
            if (source.isEmpty() || target.isEmpty()) {
                throw fault("<link> without <source> and <target>");
            }
            content.link(source, target, locator.getLineNumber(), locator.getColumnNumber());
        }

        private XmlFault fault(String message) {
            return new XmlFault(message, locator);
        }
    }
}
