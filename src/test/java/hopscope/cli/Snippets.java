package hopscope.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Pieces of documents and YAML files that tests run. */
final class Snippets {
    private static final String INDENT = "    ";

    private Snippets() {}

    /** The first indented block of a document after a text, without its indentation. */
    static String after(Path document, String text) throws IOException {
        List<String> lines = Files.readAllLines(document);
        int at = 0;
        while (!lines.get(at).contains(text)) {
            at++;
        }
        while (!lines.get(at).startsWith(INDENT)) {
            at++;
        }
        StringBuilder block = new StringBuilder();
        while (at < lines.size()
                && (lines.get(at).startsWith(INDENT) || lines.get(at).isBlank())) {
            block.append(lines.get(at).isBlank() ? "" : lines.get(at).substring(INDENT.length()))
                    .append('\n');
            at++;
        }
        return block.toString();
    }

    /** YAML as maps, lists and plain values. */
    static Object yaml(String text) {
        return new Load(LoadSettings.builder().build()).loadFromString(text);
    }

    /** A value within maps and lists, by keys and positions; {@code null} if it is not there. */
    static Object at(Object node, Object... path) {
        Object here = node;
        for (Object step : path) {
            if (here instanceof Map<?, ?> map) {
                here = map.get(step);
            } else if (here instanceof List<?> list && (int) step < list.size()) {
                here = list.get((int) step);
            } else {
                return null;
            }
        }
        return here;
    }
}
