package hopscope.document;

import java.util.List;
import java.util.stream.Collectors;

/** A document that cannot be used: carries everything that is wrong with it, not only the first thing. */
public class DocumentException extends Exception {
    private static final long serialVersionUID = 1;

    private final transient List<Problem> problems;

    /** @param problems at least one, in the order to print */
    public DocumentException(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** Everything that is wrong: the main file's problems by position, then those of other files and overrides. */
    public List<Problem> problems() {
        return problems;
    }
}
