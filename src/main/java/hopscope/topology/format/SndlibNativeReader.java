package hopscope.topology.format;

import hopscope.topology.TopologyFormatException;

/** Reads SNDlib's native text format: the sections NODES and LINKS; coordinates are degrees if they can be. */
final class SndlibNativeReader implements TopologyReader {
    @Override
    public TopologyFormat format() {
        return TopologyFormat.SNDLIB_NATIVE;
    }

    @Override
    public String expected() {
        return "an SNDlib native file";
    }

    @Override
    public boolean recognises(String name, String head) {
        return head.stripLeading().startsWith("?SNDlib native")
                || head.contains("\nNODES (") && head.contains("LINKS (");
    }

    @Override
    public boolean usualName(String name) {
        return name.endsWith(".native") || name.endsWith(".native.txt");
    }

    @Override
    public NetworkContent read(NetworkFile file, ReadSettings settings) throws TopologyFormatException {
        // The first line names the format and is no comment.
        String rest = file.text().replaceFirst("\\A(\\s*)\\?", "$1#");
        SignScanner scanner = new SignScanner(rest, "()", false, false);
        NetworkContent content = new NetworkContent("the id of a node of the section NODES");
        boolean nodesSeen = false;
        for (Word section = scanner.next(); section != null; section = scanner.next()) {
            if (section.is("(") || section.is(")")) {
                throw section.instead("a section such as NODES or LINKS");
            }
            scanner.sign("(");
            switch (section.text()) {
                case "NODES" -> {
                    nodesSeen = true;
                    readNodes(scanner, content);
                }
                case "LINKS" -> readLinks(scanner, content);
                default -> skip(scanner);
            }
        }
        if (!nodesSeen) {
            throw new TopologyFormatException("the file holds no section NODES ( … )", 0, 0);
        }
        content.geographic = content.nodes.stream().allMatch(node -> Math.abs(node.x) <= 180 && Math.abs(node.y) <= 90);
        return content;
    }

    private static void readNodes(SignScanner scanner, NetworkContent content) throws TopologyFormatException {
        while (!scanner.takes(")")) {
            Word id = id(scanner);
            NetworkContent.Node node = content.declare(id);
            if (scanner.takes("(")) {
                node.x = scanner.require("a longitude").number("the longitude");
                node.y = scanner.require("a latitude").number("the latitude");
                scanner.sign(")");
            }
        }
    }

    private static Word id(SignScanner scanner) throws TopologyFormatException {
        Word id = scanner.require("')' at the end of the section");
        if (id.is("(") || id.is(")")) {
            throw id.instead("an id");
        }
        return id;
    }

    /** An id, the ends in brackets, numbers, and modules in brackets. */
    private static void readLinks(SignScanner scanner, NetworkContent content) throws TopologyFormatException {
        while (!scanner.takes(")")) {
            id(scanner);
            scanner.sign("(");
            Word source = id(scanner);
            content.link(source, id(scanner));
            scanner.sign(")");
            Word next = scanner.peek();
            while (next != null && !Double.isNaN(Quantities.numberOrNaN(next.text()))) {
                scanner.next();
                next = scanner.peek();
            }
            if (scanner.takes("(")) {
                skip(scanner);
            }
        }
    }

    private static void skip(SignScanner scanner) throws TopologyFormatException {
        int open = 1;
        while (open > 0) {
            Word word = scanner.require("')'");
            open += word.is("(") ? 1 : word.is(")") ? -1 : 0;
        }
    }
}
