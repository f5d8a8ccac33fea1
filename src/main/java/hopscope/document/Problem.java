package hopscope.document;

/**
 * One thing that is wrong, or doubtful, in what the user wrote.
 *
 * @param file as the user named it, or the {@code --set} override that the value came from
 * @param line from 1; 0 where there is none
 * @param column from 1, in Unicode code points; 0 where there is none
 * @param message what is wrong; what was expected; what may have been meant. One line
 */
public record Problem(String file, int line, int column, String message) {
    /** {@code file:line:column: message}, without the numbers where there is no line. */
    @Override
    public String toString() {
        return line > 0 ? file + ":" + line + ":" + column + ": " + message : file + ": " + message;
    }
}
