package hopscope.results;

import static org.assertj.core.api.Assertions.assertThat;

import hopscope.scenario.Expectation;
import hopscope.scenario.Expectation.Operator;
import hopscope.scenario.Expectation.Statistic;
import hopscope.scenario.Metric;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExpectationsTest {
    private static final double NEVER = Double.NaN;

    @Test
    void comparesEachStatistic() {
        double[] samples = {4, 1, 2, 3};
        assertThat(holds(Statistic.MEAN, Operator.EQUAL, 2.5, samples)).isTrue();
        assertThat(holds(Statistic.MEDIAN, Operator.EQUAL, 2.5, samples)).isTrue();
        assertThat(holds(Statistic.P95, Operator.EQUAL, 4, samples)).isTrue();
        assertThat(holds(Statistic.MIN, Operator.EQUAL, 1, samples)).isTrue();
        assertThat(holds(Statistic.MAX, Operator.EQUAL, 4, samples)).isTrue();
    }

    @Test
    void comparesWithEachOperator() {
        assertThat(holds(Statistic.MEAN, Operator.LESS, 2, 2)).isFalse();
        assertThat(holds(Statistic.MEAN, Operator.LESS_OR_EQUAL, 2, 2)).isTrue();
        assertThat(holds(Statistic.MEAN, Operator.GREATER, 2, 2)).isFalse();
        assertThat(holds(Statistic.MEAN, Operator.GREATER_OR_EQUAL, 2, 2)).isTrue();
        assertThat(holds(Statistic.MEAN, Operator.NOT_EQUAL, 2, 2)).isFalse();
        assertThat(holds(Statistic.MEAN, Operator.NOT_EQUAL, 3, 2)).isTrue();
    }

    @Test
    void takesNeverForWorseThanAnyNumber() {
        double[] samples = {1, 2, NEVER};
        assertThat(holds(Statistic.MAX, Operator.LESS, 100, samples)).isFalse();
        assertThat(holds(Statistic.P95, Operator.LESS, 100, samples)).isFalse();
        assertThat(holds(Statistic.MEAN, Operator.LESS, 100, samples)).isFalse();
        assertThat(holds(Statistic.MEDIAN, Operator.LESS_OR_EQUAL, 2, samples)).isTrue();
        assertThat(holds(Statistic.MIN, Operator.LESS_OR_EQUAL, 1, samples)).isTrue();
    }

    @Test
    void takesNeverForNoNumberEither() {
        assertThat(holds(Statistic.MAX, Operator.GREATER, 0, NEVER)).isFalse();
        assertThat(holds(Statistic.MAX, Operator.EQUAL, 0, NEVER)).isFalse();
        assertThat(holds(Statistic.MAX, Operator.NOT_EQUAL, 0, NEVER)).isTrue();
    }

    @Test
    void turnsTheOrderRoundWhereHigherIsBetter() {
        double[] samples = {0.9, NEVER};
        assertThat(outcome(Metric.DELIVERY_RATIO, Statistic.MIN, Operator.GREATER, 0.5, samples)
                        .passed())
                .isFalse();
        assertThat(outcome(Metric.DELIVERY_RATIO, Statistic.MAX, Operator.GREATER, 0.5, samples)
                        .passed())
                .isTrue();
    }

    @Test
    void judgesEveryProtocolUnlessOneIsNamed() {
        Expectation all = expectation(null, Metric.HANDLED_DUPLICATES, Statistic.MAX, Operator.EQUAL, 0);
        Expectation one =
                expectation("distance-vector", Metric.CONVERGENCE_OPTIMAL_S, Statistic.MAX, Operator.LESS, 60);
        SampleResults sample = new SampleResults().never(0.1).expecting(all, one);

        List<ExpectationOutcome> outcomes = Expectations.evaluate(sample.build().scenario(), sample.saved());

        assertThat(outcomes).extracting(ExpectationOutcome::passed).containsExactly(true, true, false);
        assertThat(Expectations.allPassed(outcomes)).isFalse();
        assertThat(outcomes.get(2).render())
                .startsWith("FAILED")
                .endsWith("[distance-vector: no value (1 of 10 runs have none)]");
        assertThat(outcomes.get(0).render()).endsWith("[source-routing: 0 messages]");
    }

    private static boolean holds(Statistic statistic, Operator operator, double bound, double... samples) {
        return outcome(Metric.CONVERGENCE_OPTIMAL_S, statistic, operator, bound, samples)
                .passed();
    }

    private static ExpectationOutcome outcome(
            Metric metric, Statistic statistic, Operator operator, double bound, double... samples) {
        return Expectations.evaluate(expectation(null, metric, statistic, operator, bound), "source-routing", samples);
    }

    private static Expectation expectation(
            String protocol, Metric metric, Statistic statistic, Operator operator, double bound) {
        return new Expectation(metric.column(), protocol, null, metric, statistic, operator, bound);
    }
}
