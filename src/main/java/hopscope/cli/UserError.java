package hopscope.cli;

/** Something that the user gave is wrong: its message goes to standard error as it is, the exit status is 2. */
final class UserError extends RuntimeException {
    UserError(String message) {
        super(message);
    }
}
