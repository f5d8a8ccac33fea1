package hopscope.compare;

import hopscope.results.FixedDecimals;
import hopscope.scenario.Metric;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A comparison for people: a table for each pair, in plain text or in Markdown; then where the winner changes. */
public final class ComparisonText {
    private static final double CONFIDENCE = 0.95;
    private static final double SMALLEST_P = 0.0001;
    private static final List<String> HEAD =
            List.of("metric", "A", "B", "B − A [95 %]", "effect", "B better/worse/equal", "p (Holm)", "");

    private final Comparison comparison;
    private final boolean markdown;
    private final StringBuilder out = new StringBuilder();

    private ComparisonText(Comparison comparison, boolean markdown) {
        this.comparison = comparison;
        this.markdown = markdown;
    }

    /** Plain text in aligned columns; each line ends in a line feed. */
    public static String plain(Comparison comparison) {
        return new ComparisonText(comparison, false).render();
    }

    /** Markdown, for a pull request. */
    public static String markdown(Comparison comparison) {
        return new ComparisonText(comparison, true).render();
    }

    private String render() {
        Matching matching = comparison.matching();
        if (markdown) {
            out.append("## Hopscope comparison\n\n");
        }
        paragraph("A: " + matching.nameA() + (markdown ? "  " : ""));
        out.append("B: ").append(matching.nameB()).append("\n\n");
        int index = 0;
        while (index < comparison.contrasts().size()) {
            index = table(index);
        }
        comparison.crossings().forEach(crossing -> item(crossing.render()));
        if (!comparison.crossings().isEmpty()) {
            out.append('\n');
        }
        if (matching.unmatched() > 0) {
            paragraph(matching.unmatched() + " sets of runs have no counterpart on the other side and were left out.");
        }
        paragraph(String.format(
                Locale.ROOT,
                "%d test%s; p-values corrected for all of them by Holm: a false difference anywhere in 5 of 100 comparisons"
                        + " at most.",
                comparison.testCount(),
                comparison.testCount() == 1 ? "" : "s"));
        return out.toString();
    }

    private void paragraph(String text) {
        out.append(text).append('\n');
    }

    private void item(String text) {
        out.append(markdown ? "- " : "").append(text).append('\n');
    }

    /** The table of the pair that a contrast belongs to; answers the index after its last one. */
    private int table(int from) {
        Matching.Pair pair = comparison.contrasts().get(from).pair();
        List<List<String>> rows = new ArrayList<>();
        rows.add(HEAD);
        int index = from;
        while (index < comparison.contrasts().size()
                && comparison.contrasts().get(index).pair() == pair) {
            rows.add(row(index));
            index++;
        }
        String title = title(pair, comparison.contrasts().get(from));
        out.append(markdown ? "### " + title + "\n\n" : title + "\n");
        append(rows);
        out.append('\n');
        return index;
    }

    private String title(Matching.Pair pair, Contrast contrast) {
        List<String> parts = new ArrayList<>();
        for (int axis = 0; axis < pair.labels().size(); axis++) {
            parts.add(
                    comparison.matching().axes().get(axis) + " " + pair.labels().get(axis));
        }
        boolean same = pair.a().protocol().equals(pair.b().protocol());
        parts.add(
                same
                        ? pair.a().protocol()
                        : "A " + pair.a().protocol() + ", B " + pair.b().protocol());
        boolean paired = contrast.test() != Contrast.Test.MANN_WHITNEY;
        parts.add(
                paired
                        ? contrast.count() + (contrast.count() == 1 ? " pair" : " pairs") + " with the same seeds"
                        : pair.a().runs().size() + " and " + pair.b().runs().size() + " runs with different seeds");
        return String.join("; ", parts);
    }

    private List<String> row(int index) {
        Contrast contrast = comparison.contrasts().get(index);
        Metric metric = contrast.metric();
        String name = metric.columnWithUnit();
        String effect =
                Double.isNaN(contrast.effect()) ? "–" : contrast.test().effectName() + " " + number(contrast.effect());
        String counts = contrast.wins() < 0 || contrast.ties() < 0
                ? "–"
                : contrast.wins() + "/" + contrast.losses() + "/" + contrast.ties();
        String conclusion = comparison.conclusion(index);
        return List.of(
                contrast.missing() == 0 ? name : name + ", " + contrast.missing() + " without a value",
                number(contrast.meanA()),
                number(contrast.meanB()),
                difference(contrast),
                effect,
                counts,
                probability(comparison.adjusted()[index]),
                markdown && !conclusion.isEmpty() ? "**" + conclusion + "**" : conclusion);
    }

    private static String difference(Contrast contrast) {
        if (contrast.difference() == null) {
            return number(contrast.meanB() - contrast.meanA());
        }
        double difference = contrast.difference().difference();
        double half = contrast.difference().halfWidth(CONFIDENCE);
        return number(difference) + " [" + number(difference - half) + ", " + number(difference + half) + "]";
    }

    private static String probability(double p) {
        if (Double.isNaN(p)) {
            return "–";
        }
        return p < SMALLEST_P ? "< 0.0001" : String.format(Locale.ROOT, "%.4f", p);
    }

    private static String number(double value) {
        if (Double.isNaN(value)) {
            return "none";
        }
        return FixedDecimals.rough(value);
    }

    private void append(List<List<String>> rows) {
        int[] widths = new int[HEAD.size()];
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        for (int r = 0; r < rows.size(); r++) {
            out.append(markdown ? "| " + String.join(" | ", rows.get(r)) + " |" : aligned(rows.get(r), widths));
            out.append('\n');
            if (markdown && r == 0) {
                out.append("|---|---:|---:|---:|---:|---:|---:|---|\n");
            }
        }
    }

    private static String aligned(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            boolean left = i == 0 || i == widths.length - 1;
            line.append(i == 0 ? "" : "  ");
            line.append(String.format(Locale.ROOT, "%" + (left ? "-" : "") + Math.max(1, widths[i]) + "s", row.get(i)));
        }
        return line.toString().stripTrailing();
    }
}
