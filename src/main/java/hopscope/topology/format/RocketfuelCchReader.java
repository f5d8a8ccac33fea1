package hopscope.topology.format;

import hopscope.topology.TopologyFormatException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads Rocketfuel's router-level maps (Spring and others, SIGCOMM 2002). Lines of external addresses, which have negative numbers, and links to them are left out; neighbours in angle brackets become links. */
final class RocketfuelCchReader implements TopologyReader {
    @Override
    public TopologyFormat format() {
        return TopologyFormat.ROCKETFUEL_CCH;
    }

    @Override
    public String expected() {
        return "a Rocketfuel map (.cch)";
    }

    @Override
    public boolean recognises(String name, String head) {
        return head.lines().limit(50).anyMatch(line -> LINE.matcher(line).find());
    }

    @Override
    public boolean usualName(String name) {
        return name.endsWith(".cch");
    }

    private static final Pattern LINE = Pattern.compile("^\\d+ @\\S* .*->");
    private static final Pattern START = Pattern.compile("^(-?\\d+)\\s+(?:@(\\S+)|=).*$");
    private static final Pattern NEIGHBOUR = Pattern.compile("<(\\d+)>");

    @Override
    public NetworkContent read(NetworkFile file, ReadSettings settings) throws TopologyFormatException {
        NetworkContent content = new NetworkContent();
        int external = 0;
        for (TextLine line : TextLine.filled(file.text())) {
            Matcher start = START.matcher(line.text().strip());
            if (!start.matches()) {
                throw line.wrong("expected a router such as 16 @Frankfurt + bb (2) -> <214> <341> =name r0");
            }
            if (start.group(1).startsWith("-")) {
                external++;
                continue;
            }
            String id = start.group(1);
            int arrow = line.text().indexOf("->");
            if (arrow < 0) {
                throw line.wrong("a router without '->', expected its neighbours after one");
            }
            content.node(id);
            int names = line.text().indexOf('=', arrow);
            Matcher neighbour = NEIGHBOUR.matcher(line.text());
            neighbour.region(arrow, names < 0 ? line.text().length() : names);
            while (neighbour.find()) {
                content.link(id, neighbour.group(1), line.number(), neighbour.start() + 1);
            }
        }
        if (external > 0) {
            content.notes.add(external + " lines of external addresses left out");
        }
        return content;
    }
}
