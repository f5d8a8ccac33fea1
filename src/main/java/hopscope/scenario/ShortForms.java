package hopscope.scenario;

/** Sections that may be written as one value: {@code latency: 10ms}, {@code jitter: 2ms}, {@code loss: 1%}, {@code
 * warm-up: 30s}. */
final class ShortForms {
    private ShortForms() {}

    /** Whether a section has a short form. */
    static boolean has(Class<?> section) {
        return section == LatencySpec.class
                || section == JitterSpec.class
                || section == LossSpec.class
                || section == WarmUpSpec.class;
    }

    /** The type of the one value. */
    static Class<?> leaf(Class<?> section) {
        return section == LossSpec.class ? Share.class : TimeSpan.class;
    }

    /** The section that a value stands for. */
    static Record expand(Class<?> section, Object value) {
        if (section == LossSpec.class) {
            return LossSpec.independent((Share) value);
        }
        TimeSpan span = (TimeSpan) value;
        if (section == WarmUpSpec.class) {
            return new WarmUpSpec(span, null);
        }
        return section == LatencySpec.class ? LatencySpec.constant(span) : new JitterSpec(span, null);
    }

    /** The one value by which a section is written, or the section itself; a latency always is one. */
    static Object shortened(Object section) {
        if (section instanceof LossSpec loss && loss.isIndependent()) {
            return loss.rate();
        }
        if (section instanceof WarmUpSpec warmUp && warmUp.until() == null) {
            return warmUp.time();
        }
        boolean plainJitter =
                section instanceof JitterSpec jitter && jitter.correlation().ppm() == 0;
        return plainJitter ? ((JitterSpec) section).sd() : section;
    }
}
