package hopscope.topology.format;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import hopscope.topology.TopologyFormatException;
import hopscope.topology.format.NetworkContent.Link;
import hopscope.topology.format.NetworkContent.Node;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Reads the JSON of meshnet-lab and of Freifunk's maps: {@code nodes} with {@code id} or {@code node_id}, and
 * {@code links} with {@code source} and {@code target}, which need not be among the nodes. The transmit qualities
 * {@code source_tq} and {@code target_tq}, 0 to 1, become a loss: one minus their mean.
 */
final class MeshnetJsonReader implements TopologyReader {
    private static final Pattern LISTS = Pattern.compile("\"(links|nodes)\"\\s*:\\s*\\[");
    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public TopologyFormat format() {
        return TopologyFormat.MESHNET_JSON;
    }

    @Override
    public String expected() {
        return "a JSON file of meshnet-lab";
    }

    @Override
    public boolean recognises(String name, String head) {
        return head.stripLeading().startsWith("{") && LISTS.matcher(head).find();
    }

    @Override
    public boolean usualName(String name) {
        return name.endsWith(".json");
    }

    @Override
    public NetworkContent read(NetworkFile file, ReadSettings settings) throws TopologyFormatException {
        NetworkContent content = new NetworkContent();
        try (JsonParser parser = JSON.createParser(file.text())) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw wrong(parser, "expected an object with the lists nodes and links");
            }
            boolean listSeen = false;
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String key = parser.currentName();
                boolean list =
                        parser.nextToken() == JsonToken.START_ARRAY && (key.equals("nodes") || key.equals("links"));
                listSeen |= list;
                if (list) {
                    readList(parser, key, content);
                } else {
                    parser.skipChildren();
                }
            }
            if (parser.nextToken() != null) {
                throw wrong(parser, "more after the object, expected the end of the file");
            }
            if (!listSeen) {
                throw new TopologyFormatException("the object has neither a list nodes nor a list links", 1, 1);
            }
        } catch (JsonProcessingException malformed) {
            int line = malformed.getLocation() == null
                    ? 0
                    : malformed.getLocation().getLineNr();
            int column = malformed.getLocation() == null
                    ? 0
                    : malformed.getLocation().getColumnNr();
            throw new TopologyFormatException("not well-formed JSON: " + malformed.getOriginalMessage(), line, column);
        } catch (IOException unexpected) {
            throw new TopologyFormatException("the file cannot be read: " + unexpected.getMessage(), 0, 0);
        }
        turnDegrees(content);
        if (content.links.stream().anyMatch(link -> link.lossPpm >= 0)) {
            content.notes.add("the loss of links is what their transmit quality (tq) lacks to 1");
        }
        return content;
    }

    private static TopologyFormatException wrong(JsonParser parser, String message) {
        return new TopologyFormatException(
                message,
                parser.currentTokenLocation().getLineNr(),
                parser.currentTokenLocation().getColumnNr());
    }

    private static void readList(JsonParser parser, String key, NetworkContent content)
            throws IOException, TopologyFormatException {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken() != JsonToken.START_OBJECT) {
                throw wrong(parser, "expected an object in the list " + key);
            }
            int line = parser.currentTokenLocation().getLineNr();
            int column = parser.currentTokenLocation().getColumnNr();
            JsonNode item = JSON.readTree(parser);
            if (key.equals("nodes")) {
                readNode(item, line, column, content);
            } else {
                readLink(item, line, column, content);
            }
        }
    }

    private static String id(JsonNode item, String key, int line, int column) throws TopologyFormatException {
        JsonNode id = item.path(key);
        if (!id.isTextual() && !id.isIntegralNumber() || id.asText().isEmpty()) {
            throw new TopologyFormatException(
                    "an object without " + key + ", expected a text or a whole number", line, column);
        }
        return id.asText();
    }

    private static void readNode(JsonNode item, int line, int column, NetworkContent content)
            throws TopologyFormatException {
        Node node = content.node(id(item, item.has("id") || !item.has("node_id") ? "id" : "node_id", line, column));
        JsonNode label = item.hasNonNull("hostname") ? item.path("hostname") : item.path("name");
        node.label = label.asText("").strip();
        JsonNode place = item.hasNonNull("location") ? item.path("location") : item;
        if (place.has("latitude") && place.has("longitude")) {
            content.geographic = true;
            node.x = place.path("longitude").asDouble(Double.NaN);
            node.y = place.path("latitude").asDouble(Double.NaN);
        } else if (place.has("x") && place.has("y") && !content.geographic) {
            node.x = place.path("x").asDouble(Double.NaN);
            node.y = place.path("y").asDouble(Double.NaN);
        }
    }

    private static void readLink(JsonNode item, int line, int column, NetworkContent content)
            throws TopologyFormatException {
        Link link = content.link(id(item, "source", line, column), id(item, "target", line, column), line, column);
        double there = item.path("source_tq").asDouble(Double.NaN);
        double back = item.path("target_tq").asDouble(Double.NaN);
        double quality = (there + back) / 2;
        if (!Double.isNaN(quality)) {
            if (quality < 0 || quality > 1) {
                throw new TopologyFormatException("a transmit quality outside of 0 to 1", line, column);
            }
            link.lossPpm = (int) Math.round((1 - quality) * 1_000_000);
        }
        try {
            for (String key : new String[] {"latency", "latency_ms", "loss", "bandwidth"}) {
                if (item.path(key).isValueNode() && !item.path(key).isNull()) {
                    LinkAttributes.set(content, link, key, item.path(key).asText());
                }
            }
        } catch (BadQuantity bad) {
            throw new TopologyFormatException(bad.getMessage(), line, column);
        }
    }

    /**
     * Freifunk's exports call the latitude x and the longitude y: turned into a map where most coordinates have four
     * decimals and all fit on a globe. They stay a plane's, as nothing in the file says that they are degrees.
     */
    private static void turnDegrees(NetworkContent content) {
        List<Node> placed = content.nodes.stream()
                .filter(node -> !Double.isNaN(node.x + node.y))
                .toList();
        boolean onGlobe = placed.stream().allMatch(node -> Math.abs(node.x) <= 90 && Math.abs(node.y) <= 180);
        long fine = placed.stream()
                .filter(node ->
                        node.x * 1_000 != Math.rint(node.x * 1_000) && node.y * 1_000 != Math.rint(node.y * 1_000))
                .count();
        if (content.geographic || placed.isEmpty() || !onGlobe || 2 * fine < placed.size()) {
            return;
        }
        double narrow = StrictMath.cos(StrictMath.toRadians(
                placed.stream().mapToDouble(node -> node.x).sorted().toArray()[placed.size() / 2]));
        for (Node node : placed) {
            double north = node.x;
            node.x = node.y * narrow;
            node.y = -north;
        }
        content.notes.add("x and y look like degrees north and east, and are drawn as a map");
    }
}
