package hopscope.tcp.identity;

/** An identity file is not what it should be; the message begins with the file's name and is for the user. */
public final class IdentityException extends Exception {
    public IdentityException(String message) {
        super(message);
    }
}
