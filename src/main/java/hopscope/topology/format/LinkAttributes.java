package hopscope.topology.format;

import hopscope.topology.Topology;
import hopscope.topology.format.NetworkContent.Link;
import java.util.Locale;
import java.util.Set;

/** The attributes that several formats share, by the names that programs give them. */
final class LinkAttributes {
    /** Degrees east of a node. */
    static final Set<String> LONGITUDES = Set.of("Longitude", "longitude", "lon", "lng");

    /** Degrees north of a node. */
    static final Set<String> LATITUDES = Set.of("Latitude", "latitude", "lat");

    private static final String DIST_UNIT = "km (edge attr dist)";

    private LinkAttributes() {}

    /**
     * Sets what an attribute says about a link, if it is one that matters. Shadow writes {@code latency "10 ms"},
     * {@code jitter} and {@code packet_loss}, Topology Zoo the kind of a link as {@code LinkType}; older versions milliseconds without a unit, and {@code packetloss}.
     *
     * @return whether it matters
     */
    static boolean set(NetworkContent content, Link link, String name, String value) throws BadQuantity {
        String key = name.toLowerCase(Locale.ROOT).replace('-', '_');
        switch (key) {
            case "latency", "latency_ms", "delay", "delay_ms" -> {
                if (link.latencyNanos == Topology.NO_LATENCY) {
                    link.latencyNanos = Quantities.latencyNanos(name, value, "ms");
                }
            }
            case "jitter", "jitter_ms" -> link.jitterNanos = Quantities.latencyNanos(name, value, "ms");
            case "packet_loss", "packetloss", "loss" -> link.lossPpm = Quantities.lossPpm(name, value);
            case "loss_percent" -> link.lossPpm = Quantities.lossPpm(name, value.strip() + "%");
            case "bandwidth", "bandwidth_bps", "capacity_bps" ->
                link.bandwidthBps = Quantities.bandwidthBps(name, value, "bit");
            case "bandwidth_mbps" -> link.bandwidthBps = Quantities.bandwidthBps(name, value, "mbit");
            case "class", "link_class" -> link.linkClass = value.strip();
            case "type", "link_type", "linktype" ->
                link.linkClass = link.linkClass.isEmpty() ? value.strip() : link.linkClass;
            case "dist" -> {
                link.lengthKm = Quantities.number(name, value, 0);
                link.weight = link.lengthKm;
                content.weightUnit = DIST_UNIT;
            }
            default -> {
                return false;
            }
        }
        return true;
    }
}
