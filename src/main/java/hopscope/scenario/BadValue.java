package hopscope.scenario;

/** A value that cannot be read; the message says what is wrong, what was expected and what may have been meant. */
final class BadValue extends Exception {
    private static final long serialVersionUID = 1;

    BadValue(String message) {
        super(message, null, false, false);
    }

    BadValue(String what, String expected) {
        this(what + "; expected " + expected);
    }
}
