package hopscope.scenario;

import java.util.Arrays;
import java.util.List;

/** What a fault does; each is a key of a fault in the scenario file, of which exactly one is given. */
public enum FaultKind {
    LINK_DOWN,
    LINK_UP,
    NODE_DOWN,
    NODE_UP,
    PARTITION,
    HEAL,
    FLAP,
    DEGRADE,
    CHURN,
    CLOCK_SKEW,
    CLOCK_STEP;

    /** The key in the scenario file, for example {@code link-down}. */
    public String label() {
        return Labels.of(this);
    }

    /** All keys, in order. */
    static List<String> labels() {
        return Arrays.stream(values()).map(FaultKind::label).toList();
    }
}
