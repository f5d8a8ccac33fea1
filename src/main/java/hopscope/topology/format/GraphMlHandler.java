package hopscope.topology.format;

import hopscope.topology.TopologyFormatException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;
import org.xml.sax.Attributes;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/** Turns the events of an XML parser into {@link NetworkContent}. Positions are those of the end of a tag. */
final class GraphMlHandler extends DefaultHandler {
    private static final String LABEL = "label";
    private static final String LATENCY = "latency_ms";

    /** What yEd declares for the key under which it stores how a node is drawn. */
    private static final String DRAWN_NODE = "nodegraphics";

    /** An hour: enough for Mars, and a unit mistaken for another is noticed. */
    private static final BigDecimal LATENCY_MS_MAX = BigDecimal.valueOf(3_600_000);

    private static final BigDecimal HALF_NANOSECOND_MS = new BigDecimal("0.0000005");
    private static final int NUMBER_CHARACTERS_MAX = 64;

    private final NetworkContent content = new NetworkContent("the id of a <node>");

    /** The attributes that matter, by key id; the same id may be declared for nodes and for edges. */
    private final Map<String, String> nodeKeys = new HashMap<>();

    private final Map<String, String> edgeKeys = new HashMap<>();
    private final StringBuilder text = new StringBuilder();
    private Locator locator;
    private String namespace;
    private int depth;

    /** Depth of the element whose own text is being collected, or 0. */
    private int collecting;

    private boolean graphSeen;
    private boolean insideNode;
    private boolean insideEdge;
    private String keyName = "";
    private String dataKey = "";

    /** The network, after the end of the document. */
    NetworkContent content() throws TopologyFormatException {
        if (!graphSeen) {
            throw new TopologyFormatException("the file holds no <graph>", 0, 0);
        }
        return content;
    }

    @Override
    public void setDocumentLocator(Locator locator) {
        this.locator = locator;
    }

    @Override
    public void error(SAXParseException error) throws SAXException {
        throw error;
    }

    @Override
    public void fatalError(SAXParseException error) throws SAXException {
        throw error;
    }

    @Override
    public void startElement(String uri, String name, String qualifiedName, Attributes attributes) throws SAXException {
        depth++;
        if (depth == 1) {
            namespace = uri;
            if (!name.equals("graphml")) {
                throw fault("the outermost element is <" + qualifiedName + ">, expected <graphml>");
            }
        } else if (uri.equals(namespace)) {
            startGraphMl(name, attributes);
        } else if (insideNode && name.equals("NodeLabel")) {
            collect();
        } else if (insideNode && name.equals("Geometry")) {
            // yEd's drawing, unless the node has degrees; its y points down as ours does
            NetworkContent.Node node = content.lastNode();
            if (!content.geographic && Double.isNaN(node.x)) {
                node.x = Quantities.numberOrNaN(optional(attributes, "x"));
                node.y = Quantities.numberOrNaN(optional(attributes, "y"));
            }
        }
    }

    private void startGraphMl(String name, Attributes attributes) throws XmlFault {
        switch (name) {
            case "key" -> startKey(attributes);
            case "graph" -> startGraph();
            case "node" -> startNode(attributes);
            case "edge" -> startEdge(attributes);
            case "hyperedge" -> throw fault("<hyperedge> is not supported, expected links between two nodes");
            case "data" -> {
                dataKey = optional(attributes, "key");
                collect();
            }
            case "default" -> collect();
            default -> {
                // descriptions, ports and whatever other programs add do not matter here
            }
        }
    }

    private void startKey(Attributes attributes) throws XmlFault {
        String id = required(attributes, "key", "id");
        String domain = optional(attributes, "for");
        boolean drawn = DRAWN_NODE.equals(optional(attributes, "yfiles.type"));
        keyName = drawn ? DRAWN_NODE : optional(attributes, "attr.name");
        boolean everything = domain.isEmpty() || domain.equals("all");
        if (everything || domain.equals("node")) {
            nodeKeys.put(id, keyName);
        }
        if (everything || domain.equals("edge")) {
            edgeKeys.put(id, keyName);
        } else {
            keyName = "";
        }
    }

    private void startGraph() throws XmlFault {
        if (insideNode || insideEdge) {
            throw fault("a <graph> inside a node or link is not supported, expected one flat graph");
        }
        if (graphSeen) {
            throw fault("a second <graph>, expected one");
        }
        graphSeen = true;
    }

    private void startNode(Attributes attributes) throws XmlFault {
        String id = required(attributes, "node", "id");
        if (content.declare(id) == null) {
            throw fault("a second node with the id '" + id + "', expected every id once");
        }
        insideNode = true;
    }

    private void startEdge(Attributes attributes) throws XmlFault {
        content.link(
                required(attributes, "edge", "source"),
                required(attributes, "edge", "target"),
                locator.getLineNumber(),
                locator.getColumnNumber());
        insideEdge = true;
    }

    private void collect() {
        collecting = depth;
        text.setLength(0);
    }

    @Override
    public void characters(char[] characters, int start, int length) {
        if (depth == collecting) {
            text.append(characters, start, length);
        }
    }

    @Override
    public void endElement(String uri, String name, String qualifiedName) throws SAXException {
        boolean collected = depth == collecting;
        depth--;
        if (collected) {
            collecting = 0;
        }
        if (uri.equals(namespace)) {
            endGraphMl(name, collected);
        } else if (collected && DRAWN_NODE.equals(nodeKeys.get(dataKey))) {
            drawLabel(text.toString().strip());
        }
    }

    /** The first label drawn is the node's own, further ones are decoration; a label given as such goes first. */
    private void drawLabel(String label) {
        if (content.lastNode().label.isEmpty()) {
            content.lastNode().label = label;
        }
    }

    private void endGraphMl(String name, boolean collected) throws XmlFault {
        switch (name) {
            case "node" -> insideNode = false;
            case "edge" -> insideEdge = false;
            case "key" -> keyName = "";
            case "default" -> {
                if (collected && keyName.equals(LATENCY)) {
                    content.defaultLatencyNanos = latencyNanos();
                }
            }
            case "data" -> {
                if (collected) {
                    keep();
                }
            }
            default -> {
                // nothing was begun
            }
        }
    }

    private void keep() throws XmlFault {
        if (insideNode) {
            keepOfNode(nodeKeys.getOrDefault(dataKey, ""));
        } else if (insideEdge) {
            try {
                keepOfLink(edgeKeys.getOrDefault(dataKey, ""));
            } catch (BadQuantity bad) {
                throw fault(bad.getMessage());
            }
        }
    }

    private void keepOfNode(String key) {
        NetworkContent.Node node = content.lastNode();
        if (key.equals(LABEL)) {
            node.label = text.toString().strip();
        } else if (LinkAttributes.LONGITUDES.contains(key)) {
            content.geographic = true;
            node.x = Quantities.numberOrNaN(text.toString());
        } else if (LinkAttributes.LATITUDES.contains(key)) {
            content.geographic = true;
            node.y = Quantities.numberOrNaN(text.toString());
        } else if (key.equals("x") && !content.geographic) {
            node.x = Quantities.numberOrNaN(text.toString());
        } else if (key.equals("y") && !content.geographic) {
            node.y = Quantities.numberOrNaN(text.toString());
        }
    }

    private void keepOfLink(String key) throws XmlFault, BadQuantity {
        if (key.equals(LATENCY)) {
            content.lastLink().latencyNanos = latencyNanos();
        } else {
            LinkAttributes.set(content, content.lastLink(), key, text.toString());
        }
    }

    private long latencyNanos() throws XmlFault {
        String written = text.toString().strip();
        BigDecimal millis = number(written);
        if (millis == null || millis.signum() < 0 || millis.compareTo(LATENCY_MS_MAX) > 0) {
            String shown = written.length() > NUMBER_CHARACTERS_MAX ? "too long a text" : "'" + written + "'";
            throw fault("latency_ms is " + shown + ", expected milliseconds from 0 to " + LATENCY_MS_MAX);
        }
        if (millis.compareTo(HALF_NANOSECOND_MS) < 0) {
            return 0; // and a tiny number with a huge exponent is never written out
        }
        return millis.movePointRight(6).setScale(0, RoundingMode.HALF_UP).longValueExact();
    }

    private static BigDecimal number(String written) {
        try {
            return written.length() > NUMBER_CHARACTERS_MAX ? null : new BigDecimal(written);
        } catch (NumberFormatException notANumber) {
            return null;
        }
    }

    private static String optional(Attributes attributes, String name) {
        String value = attributes.getValue(name);
        return value == null ? "" : value;
    }

    private String required(Attributes attributes, String element, String name) throws XmlFault {
        String value = optional(attributes, name);
        if (value.isEmpty()) {
            throw fault("<" + element + "> without " + name + "=\"…\"");
        }
        return value;
    }

    private XmlFault fault(String message) {
        return new XmlFault(message, locator);
    }
}
