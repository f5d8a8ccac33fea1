package hopscope.topology.format;

import hopscope.topology.ImportedTopology;
import hopscope.topology.TopologyFormatException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Reads network files of every format. */
public final class TopologyFiles {
    /** In the order in which they are asked: those whose content cannot be taken for another's first. */
    private static final List<TopologyReader> READERS = List.of(
            new GraphMlReader(),
            new SndlibXmlReader(),
            new SndlibNativeReader(),
            new DotReader(),
            new GmlReader(),
            new MeshnetJsonReader(),
            new BriteReader(),
            new RepetitaReader(),
            new RocketfuelCchReader(),
            new RocketfuelLatenciesReader(),
            new RocketfuelWeightsReader(),
            new InetReader(),
            new OrbisReader(),
            new MatrixReader(),
            new CsvReader(),
            new SnapReader());

    private TopologyFiles() {}

    /**
     * Reads a file; O(its size).
     *
     * @throws TopologyFormatException if the file is missing, too large, of no known format, or not what its format asks
     *     for
     */
    public static ImportedTopology read(Path path, ReadSettings settings) throws TopologyFormatException {
        return read(NetworkFile.of(path, "a network file"), settings);
    }

    static ImportedTopology read(NetworkFile file, ReadSettings settings) throws TopologyFormatException {
        TopologyReader reader = reader(file, settings.format());
        return reader.read(file, settings).imported(reader.format(), settings.latencyFrom());
    }

    private static TopologyReader reader(NetworkFile file, TopologyFormat format) throws TopologyFormatException {
        String name = file.name();
        if (format != TopologyFormat.AUTO) {
            return READERS.stream()
                    .filter(reader -> reader.format() == format)
                    .findFirst()
                    .orElseThrow();
        }
        for (TopologyReader reader : READERS) {
            if (reader.recognises(name, file.head())) {
                return reader;
            }
        }
        for (TopologyReader reader : READERS) {
            if (reader.usualName(name)) {
                return reader;
            }
        }
        throw new TopologyFormatException(
                "the format is not recognised, expected one of "
                        + READERS.stream().map(TopologyReader::label).collect(Collectors.joining(", "))
                        + "; if it is one of them, name it as the format",
                0,
                0);
    }
}
