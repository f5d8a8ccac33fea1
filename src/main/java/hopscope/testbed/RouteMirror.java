package hopscope.testbed;

import hopscope.protocol.routing.RouteView;
import java.util.Arrays;

/** The routes of a node as it reported them: what an observer may look at while the node runs on its own thread. */
final class RouteMirror implements RouteView {
    private final boolean carriesPath;
    private final int[] vias;
    private final int[] distances;
    private int entryCount;

    RouteMirror(int nodeCount, boolean carriesPath) {
        this.carriesPath = carriesPath;
        this.vias = new int[nodeCount];
        this.distances = new int[nodeCount];
        Arrays.fill(vias, NO_ROUTE);
        Arrays.fill(distances, NO_ROUTE);
    }

    void set(int destination, int via, int distance) {
        vias[destination] = via;
        distances[destination] = distance;
    }

    void setEntryCount(int count) {
        entryCount = count;
    }

    @Override
    public boolean carriesPath() {
        return carriesPath;
    }

    @Override
    public int via(int destination) {
        return destination < vias.length ? vias[destination] : NO_ROUTE;
    }

    @Override
    public int distance(int destination) {
        return destination < distances.length ? distances[destination] : NO_ROUTE;
    }

    @Override
    public int entryCount() {
        return entryCount;
    }
}
