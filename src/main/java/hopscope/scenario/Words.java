package hopscope.scenario;

import java.util.List;

/**
 * One word, or a list of them.
 *
 * @param words at least one
 */
public record Words(List<String> words) {
    public Words {
        words = List.copyOf(words);
    }
}
