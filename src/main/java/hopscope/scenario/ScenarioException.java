package hopscope.scenario;

import hopscope.document.Problem;
import hopscope.document.Problems;
import java.util.List;
import java.util.stream.Collectors;

/** A scenario that cannot be run: carries everything that is wrong with it, not only the first thing. */
public final class ScenarioException extends Exception {
    private static final long serialVersionUID = 1;

    private final transient List<Problem> problems;

    /** @param problems at least one, in the order to print */
    public ScenarioException(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** Throws if there is any problem. */
    static void throwIfAny(Problems problems) throws ScenarioException {
        if (problems.reports() > 0) {
            throw new ScenarioException(problems.sorted());
        }
    }

    /** Everything that is wrong: the scenario file's problems by position, then those of other files and overrides. */
    public List<Problem> problems() {
        return problems;
    }
}
