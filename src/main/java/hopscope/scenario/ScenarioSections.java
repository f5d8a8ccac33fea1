package hopscope.scenario;

import hopscope.document.Problems;
import hopscope.document.YamlNode;
import java.nio.file.Path;

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
