package hopscope.bench;

import java.util.List;

/**
 * One figure of the benchmark.
 *
 * @param name row and figure, such as {@code dv-1000/exact}
 * @param value measured; NaN if it could not be
 * @param unit of the value
 * @param target what is aimed at, or {@code null}
 * @param yardstick what did the same work in the same process, or {@code null}
 * @param yardstickValue its value in the same unit; NaN without a yardstick
 * @param ratio how many times as good as the yardstick, or, for costs, how many times its cost; NaN without a yardstick
 * @param ratioTarget what is aimed at for the ratio, or {@code null}
 * @param note what else there is to say, or {@code ""}
 */
public record BenchFigure(
        String name,
        double value,
        String unit,
        Target target,
        String yardstick,
        double yardstickValue,
        double ratio,
        Target ratioTarget,
        String note) {

    /**
     * What is aimed at.
     *
     * @param bound in the unit of the figure
     * @param atLeast whether more is better
     */
    public record Target(double bound, boolean atLeast) {
        /** More is better. */
        public static Target atLeast(double bound) {
            return new Target(bound, true);
        }

        /** Less is better. */
        public static Target atMost(double bound) {
            return new Target(bound, false);
        }

        /** Whether a value meets it; NaN never does. */
        public boolean isMetBy(double value) {
            return atLeast ? value >= bound : value <= bound;
        }
    }

    /** A figure by itself. */
    static BenchFigure of(String name, double value, String unit, Target target, String note) {
        return new BenchFigure(name, value, unit, target, null, Double.NaN, Double.NaN, null, note);
    }

    /** A figure that is not there, and why. */
    static BenchFigure missing(String name, String unit, Target target, String reason) {
        return of(name, Double.NaN, unit, target, reason);
    }

    /** The row that it is a figure of. */
    String row() {
        return name.replaceFirst("/.*", "");
    }

    /** Whether every target that there is was met. */
    public boolean isMet() {
        return (target == null || target.isMetBy(value)) && (ratioTarget == null || ratioTarget.isMetBy(ratio));
    }

    /** Whether any figure of a list has a target and misses it. */
    public static boolean anyMissed(List<BenchFigure> figures) {
        return figures.stream().anyMatch(figure -> !figure.isMet());
    }
}
