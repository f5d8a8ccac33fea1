package hopscope.document;

/** A value that cannot be read; the message says what is wrong, what was expected and what may have been meant. */
public final class BadValue extends Exception {
    private static final long serialVersionUID = 1;

    /** @param message in full words */
    public BadValue(String message) {
        super(message, null, false, false);
    }

    /** Says {@code what; expected …}. */
    public BadValue(String what, String expected) {
        this(what + "; expected " + expected);
    }
}
