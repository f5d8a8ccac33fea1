package hopscope.bench;

import hopscope.bench.BenchFigure.Target;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The figures that have targets, as a Markdown table. */
public final class BenchMarkdown {
    private static final double GIGA = 1e9;

    private BenchMarkdown() {}

    /** The machine in a sentence, an empty line, and the table; one line for each figure with a target, and each that is missing. */
    public static String render(BenchFile file) {
        Machine machine = file.machine();
        StringBuilder out = new StringBuilder(String.format(
                Locale.ROOT,
                "%d × %s, %.0f GB of memory; JVM %s; %s.\n\n",
                machine.processors(),
                machine.processor(),
                machine.memoryBytes() / GIGA,
                machine.java(),
                machine.system()));
        line(out, "work", "measured", "target", "yardstick", "ratio", "target", "");
        line(out, "---", "---", "---", "---", "---", "---", "---");
        Map<String, String> about = Bench.rows().stream().collect(Collectors.toMap(BenchRow::name, BenchRow::about));
        Set<String> begun = new HashSet<>();
        for (BenchFigure figure : file.figures()) {
            if (figure.target() != null || figure.ratioTarget() != null || Double.isNaN(figure.value())) {
                String row = figure.row();
                String work = begun.add(row) ? about.getOrDefault(row, "") : "";
                line(out, work, figure);
            }
        }
        return out.toString();
    }

    private static void line(StringBuilder out, String work, BenchFigure figure) {
        line(
                out,
                (work + " `" + figure.name() + "`").strip(),
                (BenchReport.number(figure.value()) + " " + figure.unit()).strip(),
                target(figure.target(), figure.value()),
                figure.yardstick() == null
                        ? ""
                        : figure.yardstick() + " " + BenchReport.number(figure.yardstickValue()),
                Double.isNaN(figure.ratio()) ? "" : BenchReport.number(figure.ratio()),
                target(figure.ratioTarget(), figure.ratio()),
                figure.note());
    }

    private static String target(Target target, double value) {
        if (target == null) {
            return "";
        }
        String bound = (target.atLeast() ? "≥ " : "≤ ") + BenchReport.shortest(target.bound());
        return target.isMetBy(value) ? bound : bound + " **missed**";
    }

    private static void line(StringBuilder out, String... cells) {
        out.append('|');
        for (String cell : cells) {
            out.append(cell.isEmpty() ? "" : " " + cell.replace("|", "\\|")).append(" |");
        }
        out.append('\n');
    }
}
