package hopscope.topology.format;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where the latencies of links come from. */
public enum LatencySource {
    /** From the file where it gives one. */
    ATTRIBUTE,
    /** From the length of the link, at 200 km per ms; from the file where a length is unknown. */
    DISTANCE,
    /** Not from the file: all links are alike. */
    CONSTANT;

    /** The name in scenario files and on the command line. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The source of that label. */
    public static Optional<LatencySource> of(String label) {
        return Arrays.stream(values())
                .filter(source -> source.label().equals(label))
                .findFirst();
    }
}
