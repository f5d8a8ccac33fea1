package hopscope.scenario;

/**
 * A clock that from now on runs too fast or too slow.
 *
 * @param node whose
 * @param ppm parts per million too fast; negative for too slow; 0 mends it
 */
public record ClockSkewSpec(
        @Setting(about = "The node.", required = true) NodeRef node,

        @Setting(
                about = "How much too fast the clock runs, in parts per million; negative for too slow.",
                required = true,
                min = "-500000",
                max = "500000")
        Integer ppm) {}
