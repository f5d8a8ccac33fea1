package hopscope.topology.format;

/** A number of a network file that is none, or out of its range; the message is for the user. */
final class BadQuantity extends Exception {
    private static final long serialVersionUID = 1L;

    BadQuantity(String message) {
        super(message);
    }
}
