package hopscope.topology;

/** A network file that cannot be used. The message says what is wrong in it; it does not repeat file or position. */
public final class TopologyFormatException extends Exception {
    private static final long serialVersionUID = 1L;

    private final int line;
    private final int column;

    /**
     * @param message what is wrong and what was expected
     * @param line from 1, or 0 where no line is to blame
     * @param column from 1, or 0 where no column is to blame
     */
    public TopologyFormatException(String message, int line, int column) {
        super(message);
        this.line = Math.max(0, line);
        this.column = Math.max(0, column);
    }

    /** Line of the file, from 1, or 0 if unknown. */
    public int line() {
        return line;
    }

    /** Column of that line, from 1, or 0 if unknown. */
    public int column() {
        return column;
    }
}
