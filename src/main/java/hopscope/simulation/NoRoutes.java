package hopscope.simulation;

import hopscope.protocol.routing.RouteView;

/** The routes of a node that is down: none. */
record NoRoutes(boolean carriesPath) implements RouteView {
    static NoRoutes of(RouteView lost) {
        return new NoRoutes(lost.carriesPath());
    }

    @Override
    public int via(int destination) {
        return NO_ROUTE;
    }

    @Override
    public int distance(int destination) {
        return NO_ROUTE;
    }

    @Override
    public int entryCount() {
        return 0;
    }
}
