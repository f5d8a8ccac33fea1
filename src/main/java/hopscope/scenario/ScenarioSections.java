package hopscope.scenario;

import hopscope.document.Problems;
import hopscope.document.YamlNode;
import hopscope.document.YamlReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads sections of a scenario where they stand in another file, by the same rules and with the same words. */
public final class ScenarioSections {
    /** None of these sections names a file. */
    private static final Path NOWHERE = Path.of("");

    private ScenarioSections() {}

    /**
     * The section {@code routing}.
     *
     * @param node {@code null} or empty for the defaults
     * @param problems receives what is wrong; then the result is not to be used
     */
    public static RoutingSpec routing(YamlNode node, Problems problems) {
        if (node == null || node.isNull()) {
            return RoutingSpec.DEFAULT;
        }
        int reports = problems.reports();
        RoutingSpec spec = new RecordBinder(problems, NOWHERE).bind(node, RoutingSpec.class, "routing");
        if (problems.reports() == reports) {
            AgeingCheck.check(node, spec, problems);
        }
        return spec;
    }

    /**
     * The list {@code charts}.
     *
     * @param node the list
     * @param fileName whose problems come first
     * @throws ScenarioException with every problem found
     */
    public static List<ChartSpec> charts(YamlNode node, String fileName) throws ScenarioException {
        Problems problems = new Problems(fileName);
        List<ChartSpec> charts = new ArrayList<>();
        if (node instanceof YamlNode.Sequence sequence) {
            RecordBinder binder = new RecordBinder(problems, NOWHERE);
            for (int i = 0; i < sequence.items().size(); i++) {
                charts.add(binder.bind(sequence.items().get(i), ChartSpec.class, "charts." + i));
            }
        } else {
            problems.add(node.at(), "'charts' is " + node.kindName(), "a list");
        }
        ScenarioException.throwIfAny(problems);
        return charts;
    }

    /**
     * The list {@code charts}, as {@link ScenarioWriter#charts} wrote it.
     *
     * @param fileName named in problems
     * @throws ScenarioException with every problem found
     */
    public static List<ChartSpec> charts(String fileName, String text) throws ScenarioException {
        Problems problems = new Problems(fileName);
        Optional<YamlNode> list = YamlReader.read(fileName, text, "a list of charts", problems);
        ScenarioException.throwIfAny(problems);
        return charts(list.orElseThrow(), fileName);
    }

    /**
     * The section {@code reliability}.
     *
     * @param node {@code null} or empty for the defaults
     * @param problems receives what is wrong; then the result is not to be used
     * @param warnings receives what is doubtful
     */
    public static ReliabilitySpec reliability(YamlNode node, Problems problems, Problems warnings) {
        if (node == null || node.isNull()) {
            return new ReliabilitySpec(null, null, null, null, null, null);
        }
        int reports = problems.reports();
        ReliabilitySpec spec = new RecordBinder(problems, NOWHERE).bind(node, ReliabilitySpec.class, "reliability");
        if (problems.reports() == reports) {
            ReliabilityCheck.check(spec, node, node.at(), problems, warnings);
        }
        return spec;
    }
}
