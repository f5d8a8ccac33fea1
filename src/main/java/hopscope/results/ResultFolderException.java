package hopscope.results;

/**
 * A result folder that cannot be written or read; the message is one sentence for the user and names the file, with its
 * line where there is one.
 */
public final class ResultFolderException extends RuntimeException {
    /** With a sentence for the user. */
    public ResultFolderException(String message) {
        super(message);
    }

    /** With a sentence for the user and what the system reported. */
    public ResultFolderException(String message, Throwable cause) {
        super(message, cause);
    }
}
