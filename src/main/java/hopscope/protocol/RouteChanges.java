package hopscope.protocol;

/**
 * Routes of one node that changed at once, all to go by way of one neighbour now; ascending by destination. Belongs to
 * whoever passes it: valid during the call only, and not to be changed.
 */
public final class RouteChanges {
    private int via;
    private final int[] destinations;
    private final int[] oldVias;
    private final int[] oldDistances;
    private final int[] distances;
    private int count;

    /**
     * None yet.
     *
     * @param capacity how many there can be
     */
    public RouteChanges(int capacity) {
        this.destinations = new int[capacity];
        this.oldVias = new int[capacity];
        this.oldDistances = new int[capacity];
        this.distances = new int[capacity];
    }

    /** Adds a route; destinations must ascend. */
    public void add(int destination, int oldVia, int oldDistance, int distance) {
        destinations[count] = destination;
        oldVias[count] = oldVia;
        oldDistances[count] = oldDistance;
        distances[count++] = distance;
    }

    /**
     * Begins with none.
     *
     * @param newVia see {@link Effects#routeChanged}, the same for all that are added from now on
     */
    public void begin(int newVia) {
        via = newVia;
        count = 0;
    }

    /** Forgets them, so that others can be added. */
    public void clear() {
        count = 0;
    }

    /** How many. */
    public int count() {
        return count;
    }

    /** Where all of them go now: never -1. */
    public int via() {
        return via;
    }

    /** The destination of one, by index. */
    public int destination(int index) {
        return destinations[index];
    }

    /** Where one went before, or -1. */
    public int oldVia(int index) {
        return oldVias[index];
    }

    /** The distance of one before, or -1. */
    public int oldDistance(int index) {
        return oldDistances[index];
    }

    /** The distance of one now. */
    public int distance(int index) {
        return distances[index];
    }
}
