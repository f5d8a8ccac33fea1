package hopscope.topology.format;

import hopscope.topology.TopologyAttributes;
import java.math.BigDecimal;

/** Where nodes are, as each format that has a place for it writes it. Nodes without coordinates get nothing. */
final class WrittenPlaces {
    private static final double LATITUDE_MAX = 90;
    private static final double LONGITUDE_MAX = 180;

    private final TopologyAttributes attributes;

    WrittenPlaces(TopologyAttributes attributes) {
        this.attributes = attributes;
    }

    boolean areDegrees() {
        return attributes.geographic();
    }

    boolean has(int node) {
        return attributes.x().length > node
                && Double.isFinite(attributes.x()[node] + attributes.y()[node]);
    }

    private boolean hasAny() {
        boolean any = false;
        for (int node = 0; node < attributes.x().length; node++) {
            any |= has(node);
        }
        return any;
    }

    String x(int node) {
        return plain(attributes.x()[node]);
    }

    String y(int node) {
        return plain(attributes.y()[node]);
    }

    /** The two keys that GraphML must declare, or nothing. */
    String graphMlKeys() {
        if (!hasAny()) {
            return "";
        }
        String[] names = areDegrees() ? new String[] {"Longitude", "Latitude"} : new String[] {"x", "y"};
        return "  <key id=\"x\" for=\"node\" attr.name=\"" + names[0] + "\" attr.type=\"double\"/>\n"
                + "  <key id=\"y\" for=\"node\" attr.name=\"" + names[1] + "\" attr.type=\"double\"/>\n";
    }

    String graphMl(int node) {
        return has(node) ? "<data key=\"x\">" + x(node) + "</data><data key=\"y\">" + y(node) + "</data>" : "";
    }

    String gml(int node) {
        if (!has(node)) {
            return "";
        }
        return areDegrees()
                ? "    Longitude " + x(node) + "\n    Latitude " + y(node) + "\n"
                : "    graphics [ x " + x(node) + " y " + y(node) + " ]\n";
    }

    /** DOT has a plane only, whose y points up; a map is drawn right, but its degrees are none any more. */
    String dot(int node) {
        double up = has(node) ? attributes.y()[node] * (areDegrees() ? 1 : -1) : 0;
        return has(node) ? " [pos=\"" + x(node) + "," + plain(up) + "\"]" : "";
    }

    String json(int node) {
        if (!has(node) || !areDegrees() && couldBeDegrees()) {
            return "";
        }
        return areDegrees()
                ? ", \"longitude\": " + x(node) + ", \"latitude\": " + y(node)
                : ", \"x\": " + x(node) + ", \"y\": " + y(node);
    }

    /** Whether a plane's coordinates would be read as Freifunk's, which calls degrees north x and degrees east y. */
    private boolean couldBeDegrees() {
        for (int node = 0; node < attributes.x().length; node++) {
            if (Math.abs(attributes.x()[node]) > LATITUDE_MAX
                    || Math.abs(attributes.y()[node]) > LONGITUDE_MAX) {
                return false;
            }
        }
        return true;
    }

    private static String plain(double number) {
        return number == 0
                ? "0"
                : BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }
}
