package hopscope.topology.format;

import hopscope.topology.TopologyFormatException;

/** Reads one format of network files. */
interface TopologyReader {
    /** The format that is read. */
    TopologyFormat format();

    /** The name in scenario files and on the command line. */
    default String label() {
        return format().label();
    }

    /** What is expected, for messages: {@code an SNDlib XML file}. */
    String expected();

    /**
     * Whether content is of this format.
     *
     * @param name of the file in lower case
     * @param head the first characters of the file
     */
    boolean recognises(String name, String head);

    /** Whether a file's name, in lower case, is usual for this format; used where no content was recognised. */
    boolean usualName(String name);

    /**
     * Reads a file; O(its size).
     *
     * @throws TopologyFormatException if the content is not of this format
     */
    NetworkContent read(NetworkFile file, ReadSettings settings) throws TopologyFormatException;
}
