package hopscope.protocol.routing.distancevector;

import hopscope.protocol.message.RouteTable;
import java.util.Map;
import java.util.TreeMap;

/** The rules of the distance-vector table written down as plainly as possible: the counterpart of {@link RouteRow}. */
final class PlainTable {
    private record Route(int via, int distance) {}

    private final int self;
    private final Map<Integer, Route> routes = new TreeMap<>();

    PlainTable(int self) {
        this.self = self;
    }

    void neighbourUp(int id) {
        routes.put(id, new Route(id, 1));
    }

    void neighbourDown(int id) {
        routes.remove(id);
    }

    /** Every destination and its distance, as sent to a neighbour: always the whole table. */
    Map<Integer, Integer> distances() {
        Map<Integer, Integer> distances = new TreeMap<>();
        routes.forEach((destination, route) -> distances.put(destination, route.distance));
        return distances;
    }

    void merge(int owner, Map<Integer, Integer> distances) {
        distances.forEach((destination, distance) -> {
            Route known = routes.get(destination);
            boolean isShorter = known == null || distance + 1 < known.distance;
            if (destination != self && isShorter && distance < RouteTable.MAX_DISTANCE) {
                routes.put(destination, new Route(owner, distance + 1));
            }
        });
    }

    /** The route as {@link RouterBench#route} writes it. */
    String route(int destination) {
        Route route = routes.get(destination);
        return route == null ? "none" : route.distance + " via " + route.via;
    }

    int routeCount() {
        return routes.size();
    }
}
