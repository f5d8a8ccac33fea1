package hopscope.document;

import java.io.Serializable;

/**
 * A place in what the user wrote.
 *
 * @param file as the user named it, or the override that the value came from
 * @param line from 1; 0 where there is none
 * @param column from 1, in Unicode code points; 0 where there is none
 */
public record Position(String file, int line, int column) implements Serializable {}
