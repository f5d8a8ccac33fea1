package hopscope.selftest;

import java.util.List;

/**
 * What a case yielded.
 *
 * @param description of the case
 * @param rows its figures, at least one
 */
public record CaseResult(Description description, List<Row> rows) {
    public CaseResult {
        rows = List.copyOf(rows);
    }

    /** Whether every row passes. */
    public boolean passes() {
        return rows.stream().allMatch(Row::passes);
    }
}
