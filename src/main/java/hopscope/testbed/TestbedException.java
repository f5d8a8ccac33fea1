package hopscope.testbed;

/** A testbed could not be run: no sockets, or a node did not start. */
public final class TestbedException extends RuntimeException {
    /** With what to tell the user. */
    public TestbedException(String message, Throwable cause) {
        super(message, cause);
    }
}
