package hopscope.network;

import hopscope.document.DocumentException;
import hopscope.document.DocumentText;
import hopscope.document.Position;
import hopscope.document.Problem;
import hopscope.document.Problems;
import hopscope.document.YamlNode;
import hopscope.document.YamlReader;
import hopscope.scenario.ReliabilitySpec;
import hopscope.scenario.RoutingSpec;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What every node of a network knows of it: the other nodes, and the settings that all share.
 *
 * @param nodes ascending by id, at least one
 * @param routing settings of the protocols
 * @param reliability settings of reliable messages
 * @param warnings what is doubtful; often none
 */
public record NetworkFile(
        List<NetworkNode> nodes, RoutingSpec routing, ReliabilitySpec reliability, List<Problem> warnings) {
    static final String KIND = "a network file (YAML)";

    public NetworkFile {
        nodes = List.copyOf(nodes);
        warnings = List.copyOf(warnings);
    }

    /** The node of an id; O(nodes). */
    public Optional<NetworkNode> node(int id) {
        return nodes.stream().filter(node -> node.id() == id).findFirst();
    }

    /**
     * Reads a file.
     *
     * @param file YAML 1.2 in UTF-8, at most 10 MiB
     * @throws DocumentException with every problem found
     */
    public static NetworkFile read(Path file) throws DocumentException {
        Problems problems = new Problems(file.toString());
        Optional<String> text = DocumentText.read(file, KIND, problems);
        throwIfAny(problems);
        return parse(file.toString(), text.orElseThrow());
    }

    /**
     * Reads a text.
     *
     * @param fileName named in problems
     * @throws DocumentException with every problem found
     */
    public static NetworkFile parse(String fileName, String text) throws DocumentException {
        Problems problems = new Problems(fileName);
        DocumentText.isPrintable(fileName, text, problems);
        throwIfAny(problems);
        Optional<YamlNode> document = YamlReader.read(fileName, text, "a network file", problems);
        if (document.isEmpty() || document.get().isNull()) {
            if (problems.reports() == 0) {
                problems.add(new Position(fileName, 1, 1), "the file is empty", NetworkReader.EXPECTED);
            }
            throwIfAny(problems);
        }
        Problems warnings = new Problems(fileName);
        NetworkFile network = new NetworkReader(problems, warnings).network(document.orElseThrow());
        throwIfAny(problems);
        return network;
    }

    private static void throwIfAny(Problems problems) throws DocumentException {
        if (problems.reports() > 0) {
            throw new DocumentException(problems.sorted());
        }
    }
}
