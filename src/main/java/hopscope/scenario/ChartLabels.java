package hopscope.scenario;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Labels that axes are held at.
 *
 * @param byAxis ordered by axis
 */
public record ChartLabels(Map<String, String> byAxis) {
    public ChartLabels {
        byAxis = Collections.unmodifiableMap(new TreeMap<>(byAxis));
    }
}
