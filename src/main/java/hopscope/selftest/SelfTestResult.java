package hopscope.selftest;

import java.util.List;

/**
 * What a run of the selftest yielded.
 *
 * @param seed of the run
 * @param cases in the order of the list
 */
public record SelfTestResult(long seed, List<CaseResult> cases) {
    /** Probability that a normal deviate lies beyond four standard deviations on either side: erfc(4/√2). */
    private static final double FALSE_ALARM_OF_ONE_ROW = 6.334e-5;

    public SelfTestResult {
        cases = List.copyOf(cases);
    }

    /** Whether every row of every case passes. */
    public boolean passes() {
        return cases.stream().allMatch(CaseResult::passes);
    }

    /** All rows. */
    public long rowCount() {
        return cases.stream().mapToLong(result -> result.rows().size()).sum();
    }

    /** Rows that do not pass. */
    public long failedRowCount() {
        return cases.stream()
                .flatMap(result -> result.rows().stream())
                .filter(row -> !row.passes())
                .count();
    }

    /** Rows judged by standard errors. */
    public long statisticalRowCount() {
        return cases.stream()
                .flatMap(result -> result.rows().stream())
                .filter(row -> row.rule() == Row.Rule.STATISTICAL)
                .count();
    }

    /**
     * Probability, at most, that any row fails under a seed drawn anew although all is well (Bonferroni's bound; means
     * taken as normal).
     */
    public double falseAlarmProbability() {
        return statisticalRowCount() * FALSE_ALARM_OF_ONE_ROW;
    }
}
