package hopscope.scenario;

import hopscope.document.DocumentException;
import hopscope.document.Problem;
import hopscope.document.Problems;
import java.util.List;

/** A scenario that cannot be run: carries everything that is wrong with it, not only the first thing. */
public final class ScenarioException extends DocumentException {
    private static final long serialVersionUID = 1;

    /** @param problems at least one, in the order to print */
    public ScenarioException(List<Problem> problems) {
        super(problems);
    }

    /** Throws if there is any problem. */
    static void throwIfAny(Problems problems) throws ScenarioException {
        if (problems.reports() > 0) {
            throw new ScenarioException(problems.sorted());
        }
    }
}
