package hopscope.bench;

import hopscope.bench.BenchFigure.Target;
import java.util.Locale;

/** The benchmark's figures as lines of a table. */
public final class BenchReport {
    private static final double GIGA = 1e9;

    private BenchReport() {}

    /** The machine in one line. */
    public static String render(Machine machine) {
        return String.format(
                Locale.ROOT,
                "%d x %s, %.0f GB; JVM %s, up to %.1f GB of heap; %s",
                machine.processors(),
                machine.processor(),
                machine.memoryBytes() / GIGA,
                machine.java(),
                machine.heapBytes() / GIGA,
                machine.system());
    }

    /** The names of the columns. */
    public static String heading() {
        return line("", "measured", "", "target", "yardstick", "", "ratio", "target", "");
    }

    /** One figure as a line of the table. */
    public static String render(BenchFigure figure) {
        return line(
                figure.name(),
                number(figure.value()),
                figure.unit(),
                text(figure.target()),
                figure.yardstick() == null ? "" : number(figure.yardstickValue()),
                figure.yardstick() == null ? "" : figure.yardstick(),
                number(figure.ratio()),
                text(figure.ratioTarget()),
                (figure.isMet() ? "" : "MISSED ") + figure.note());
    }

    private static String line(String... cells) {
        return String.format(Locale.ROOT, "%-22s %9s %-14s %8s %9s %-13s %6s %6s  %s", (Object[]) cells)
                .stripTrailing();
    }

    /** A value with about three digits; a dash for NaN. */
    static String number(double value) {
        if (Double.isNaN(value)) {
            return "-";
        }
        return String.format(Locale.ROOT, value >= 100 ? "%,.0f" : value >= 10 ? "%.1f" : "%.2f", value);
    }

    private static String text(Target target) {
        return target == null ? "" : (target.atLeast() ? ">= " : "<= ") + shortest(target.bound());
    }

    /** A bound without needless digits. */
    static String shortest(double bound) {
        return bound == Math.rint(bound) ? String.valueOf((long) bound) : String.valueOf(bound);
    }
}
