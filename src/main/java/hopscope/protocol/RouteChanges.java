package hopscope.protocol;

/**
 * Routes of one node that changed at once, all to go by way of one neighbour now; ascending by destination. Belongs to
 * whoever passes it: valid during the call only, and not to be changed.
 */
public final class RouteChanges {
    private static final int SHORT_MASK = 0xFFFF;
    private static final long LOW = 0xFFFF_FFFFL;

    private int via;

    /** By index: destination, 32 bits, distance before and distance now, 16 bits each. */
    private final long[] routes;

    private final int[] oldVias;
    private int count;

    /**
     * None yet.
     *
     * @param capacity how many there can be
     */
    public RouteChanges(int capacity) {
        this.routes = new long[capacity];
        this.oldVias = new int[capacity];
    }

    /**
     * Adds a route; destinations must ascend.
     *
     * @param oldDistance -1 … 32,767
     * @param distance 0 … 32,767
     */
    public void add(int destination, int oldVia, int oldDistance, int distance) {
        routes[count] = (long) destination << Integer.SIZE | (oldDistance << Short.SIZE | distance) & LOW;
        oldVias[count++] = oldVia;
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
        return (int) (routes[index] >>> Integer.SIZE);
    }

    /** Where one went before, or -1. */
    public int oldVia(int index) {
        return oldVias[index];
    }

    /** The distance of one before, or -1. */
    public int oldDistance(int index) {
        return (int) routes[index] >> Short.SIZE;
    }

    /** The distance of one now. */
    public int distance(int index) {
        return (int) routes[index] & SHORT_MASK;
    }
}
