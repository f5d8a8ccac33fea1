package hopscope.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a page says that commands print: indented blocks in which lines with {@code $} are commands, up to the end of their
 * here-document, and the lines below them their output. {@code …} stands for anything within a line; alone on a line, for
 * any lines.
 *
 * @param command for bash
 * @param status that the command ends with; the page says so behind a {@code #}
 * @param shown lines of the output
 */
record Transcript(String command, int status, List<String> shown) {
    private static final String INDENT = "    ";
    private static final String PROMPT = INDENT + "$ ";
    private static final String ANYTHING = "…";
    private static final Pattern HERE_DOCUMENT = Pattern.compile("<<'?(\\w+)'?");
    private static final Pattern STATUS = Pattern.compile("# exit status (\\d+)$");

    /** All commands of a page, in its order. */
    static List<Transcript> read(List<String> page) {
        List<Transcript> found = new ArrayList<>();
        int at = 0;
        while (at < page.size()) {
            String line = page.get(at++);
            if (!line.startsWith(PROMPT)) {
                continue;
            }
            StringBuilder command = new StringBuilder(line.substring(PROMPT.length()));
            Matcher here = HERE_DOCUMENT.matcher(line);
            for (boolean open = here.find(); open; at++) {
                String text = unindented(page.get(at));
                command.append('\n').append(text);
                open = !text.equals(here.group(1));
            }
            List<String> shown = new ArrayList<>();
            while (at < page.size() && isOutput(page.get(at))) {
                shown.add(unindented(page.get(at++)));
            }
            while (!shown.isEmpty() && shown.get(shown.size() - 1).isEmpty()) {
                shown.remove(shown.size() - 1);
            }
            Matcher status = STATUS.matcher(line);
            found.add(new Transcript(command.toString(), status.find() ? Integer.parseInt(status.group(1)) : 0, shown));
        }
        return found;
    }

    private static boolean isOutput(String line) {
        return line.isEmpty() || line.startsWith(INDENT) && !line.startsWith(PROMPT);
    }

    private static String unindented(String line) {
        return line.isEmpty() ? "" : line.substring(INDENT.length());
    }

    /** Matches an output that is as shown; a page that shows nothing promises nothing. */
    Pattern expected() {
        StringBuilder regex = new StringBuilder();
        for (String line : shown) {
            if (line.equals(ANYTHING)) {
                regex.append("(?:[^\n]*\n)*?");
            } else {
                for (String part : line.split("((?<=…)|(?=…))")) {
                    regex.append(part.equals(ANYTHING) ? "[^\n]*" : Pattern.quote(part));
                }
                regex.append("\n");
            }
        }
        return Pattern.compile(regex.toString());
    }
}
