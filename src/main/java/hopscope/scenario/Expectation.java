package hopscope.scenario;

/**
 * What must hold after the run: {@code [protocol.][fault[N].]metric[.statistic] op number}.
 *
 * @param text as written
 * @param protocol name of one of the scenario's; {@code null}, in the file left out or {@code *}: every protocol
 * @param fault number of a fault, from 1 in the order written: the metric is that of the fault's own period; 0 means every
 *     fault; {@code null} means the run as a whole
 * @param metric a column of {@code runs.csv}, or of {@code faults.csv}
 * @param statistic over the replications, and over the occurrences of a fault; default mean
 * @param operator the comparison
 * @param bound the number compared with
 */
public record Expectation(
        String text,
        String protocol,
        Integer fault,
        Metric metric,
        Statistic statistic,
        Operator operator,
        double bound) {

    /** Statistics over replications. */
    public enum Statistic {
        MEAN,
        MEDIAN,
        P95,
        MIN,
        MAX
    }

    /** Comparisons. */
    public enum Operator {
        LESS("<"),
        LESS_OR_EQUAL("<="),
        EQUAL("=="),
        NOT_EQUAL("!="),
        GREATER_OR_EQUAL(">="),
        GREATER(">");

        private final String symbol;

        Operator(String symbol) {
            this.symbol = symbol;
        }

        /** As written in a scenario. */
        public String symbol() {
            return symbol;
        }
    }
}
