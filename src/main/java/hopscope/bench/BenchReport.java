package hopscope.bench;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import hopscope.bench.BenchFigure.Target;
import hopscope.results.JsonText;
import java.util.List;
import java.util.Locale;

/** The benchmark's figures as lines of a table, and as JSON. */
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

    private static String number(double value) {
        if (Double.isNaN(value)) {
            return "-";
        }
        return String.format(Locale.ROOT, value >= 100 ? "%,.0f" : value >= 10 ? "%.1f" : "%.2f", value);
    }

    private static String text(Target target) {
        return target == null ? "" : (target.atLeast() ? ">= " : "<= ") + shortest(target.bound());
    }

    private static String shortest(double bound) {
        return bound == Math.rint(bound) ? String.valueOf((long) bound) : String.valueOf(bound);
    }

    /** Everything as a JSON object: machine, then figures in order. */
    public static String json(Machine machine, List<BenchFigure> figures) {
        ObjectNode root = JsonText.object();
        ObjectNode where = root.putObject("machine");
        where.put("processor", machine.processor());
        where.put("processors", machine.processors());
        where.put("memory_bytes", machine.memoryBytes());
        where.put("heap_bytes", machine.heapBytes());
        where.put("java", machine.java());
        where.put("system", machine.system());
        ArrayNode list = root.putArray("figures");
        figures.forEach(figure -> fill(list.addObject(), figure));
        return JsonText.render(root);
    }

    private static void fill(ObjectNode node, BenchFigure figure) {
        node.put("name", figure.name());
        JsonText.putNumber(node, "value", figure.value());
        node.put("unit", figure.unit());
        put(node, "target", figure.target());
        node.put("yardstick", figure.yardstick());
        JsonText.putNumber(node, "yardstick_value", figure.yardstickValue());
        JsonText.putNumber(node, "ratio", figure.ratio());
        put(node, "ratio_target", figure.ratioTarget());
        node.put("met", figure.isMet());
        node.put("note", figure.note());
    }

    private static void put(ObjectNode node, String name, Target target) {
        if (target == null) {
            node.putNull(name);
        } else {
            ObjectNode bound = node.putObject(name);
            JsonText.putNumber(bound, target.atLeast() ? "at_least" : "at_most", target.bound());
        }
    }
}
