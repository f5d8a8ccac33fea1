package hopscope.scenario;

import hopscope.document.YamlNode;
import java.util.List;

/** Checks that a loss is given in one of its forms, and that such a chain exists. */
final class LossCheck {
    private static final List<String> KEYS = List.of("rate", "mean", "burst", "p", "r", "good", "bad");
    private static final List<List<String>> FORMS = List.of(
            List.of("rate"),
            List.of("mean", "burst"),
            List.of("p", "r"),
            List.of("p", "r", "good"),
            List.of("p", "r", "bad"),
            List.of("p", "r", "good", "bad"));

    private LossCheck() {}

    static void run(CheckContext context, YamlNode.Mapping mapping, LossSpec loss) {
        List<String> given = KEYS.stream().filter(mapping::has).toList();
        if (!FORMS.contains(given)) {
            context.problems()
                    .add(
                            mapping.at(),
                            given.isEmpty() ? "this loss says nothing" : "a loss of " + String.join(", ", given),
                            "a share alone, or mean and burst, or p and r with, if need be, good and bad");
            return;
        }
        if (loss.mean() != null && (loss.mean().ppm() == 1_000_000 || loss.toBad() > 1)) {
            context.problems()
                    .add(
                            mapping.valueAt("mean"),
                            "bursts of " + QuantityFormat.number(loss.burst()) + " frames cannot make up "
                                    + QuantityFormat.text(loss.mean()) + " of all",
                            "a mean of burst / (burst + 1) at most");
        }
        if (loss.r() != null && loss.r().ppm() == 0) {
            context.problems().add(mapping.valueAt("r"), "the bad state would never end", "more than 0%");
        }
    }
}
