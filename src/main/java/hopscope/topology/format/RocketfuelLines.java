package hopscope.topology.format;

import hopscope.topology.TopologyFormatException;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Lines of Rocketfuel's inferred networks (Mahajan and others, IMW 2002): two routers, named by place and number, and a
 * number. A link stands in both directions as a rule.
 */
final class RocketfuelLines {
    private static final Pattern LINE = Pattern.compile("\\s*\\S*[^\\s\\d]\\S*\\s+\\S+\\s+[0-9.]+\\s*");

    private RocketfuelLines() {}

    static boolean recognises(String head) {
        return LINE.matcher(head.lines().findFirst().orElse("")).matches();
    }

    static NetworkContent read(String text, boolean latencies) throws TopologyFormatException {
        NetworkContent content = new NetworkContent();
        content.weightUnit = latencies ? "ms (Rocketfuel inferred latency)" : "inferred IGP weight";
        for (TextLine line : TextLine.filled(text)) {
            List<Word> words = line.words();
            if (words.size() != 3) {
                throw line.wrong("found " + words.size() + " words, expected two routers and a number");
            }
            double number = words.get(2).number("the third column", 0);
            NetworkContent.Link link = content.link(words.get(0), words.get(1));
            link.weight = number;
            if (latencies) {
                link.latencyNanos = words.get(2).latencyNanos("the latency", "ms");
            }
        }
        return content;
    }
}
