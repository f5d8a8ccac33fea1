package hopscope.cli;

import hopscope.document.Suggestion;
import hopscope.protocol.node.Node;
import hopscope.tcp.TcpNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Obeys the commands that come line by line, from a person or a script. */
final class NodeConsole {
    private static final List<String> HELP = List.of(
            "send N TEXT      send a message reliably; 0x010203 for bytes",
            "route N          the next hop, or the whole path, and the distance",
            "table            the routes to all nodes",
            "peers            the neighbours and how the links to them are",
            "topology         the links that this node knows of",
            "status           sizes and counters",
            "connect N        let the link to a neighbour come up again",
            "disconnect N     hold the link to a neighbour down",
            "wait N           go on when there is a route to node N, or after 60 s",
            "sleep SECONDS    go on later",
            "quit             stop: accept no more, wait for acknowledgements, leave");
    private static final List<String> COMMANDS =
            HELP.stream().map(line -> line.substring(0, line.indexOf(' '))).toList();
    private static final long ROUTE_WAIT_MILLIS = 60_000;
    private static final long POLL_MILLIS = 50;
    private static final double SLEEP_MAX_SECONDS = 3_600;

    private final TcpNode node;
    private final NodeViews views;
    private final LineQueue lines;

    NodeConsole(TcpNode node, NodeViews views, LineQueue lines) {
        this.node = node;
        this.views = views;
        this.lines = lines;
    }

    /**
     * Reads commands until 'quit' or the end.
     *
     * @return whether it was 'quit'
     */
    boolean run(BufferedReader input) throws InterruptedException {
        try {
            String line;
            while ((line = input.readLine()) != null) {
                String[] words = line.strip().split("\\s+", 2);
                String rest = words.length < 2 ? "" : words[1];
                if (words[0].equals("quit")) {
                    return true;
                }
                obey(words[0], rest);
            }
        } catch (IOException e) {
            lines.put("standard input cannot be read any more (" + e.getMessage() + ")");
        }
        return false;
    }

    private void obey(String command, String rest) throws InterruptedException {
        switch (command) {
            case "" -> {}
            case "send" -> send(rest);
            case "route" -> withNode(rest, id -> lines.put(views.route(id)));
            case "table" -> views.table().forEach(lines::put);
            case "peers" -> views.peers().forEach(lines::put);
            case "topology" -> views.topology().forEach(lines::put);
            case "status" -> views.status().forEach(lines::put);
            case "connect" -> withNeighbour(rest, node::connect);
            case "disconnect" -> withNeighbour(rest, node::disconnect);
            case "wait" -> withNode(rest, this::waitForRoute);
            case "sleep" -> sleep(rest);
            case "help" -> HELP.forEach(lines::put);
            default ->
                lines.put("unknown command '" + PayloadText.oneLine(command) + "'; 'help' lists them"
                        + Suggestion.hint(command, COMMANDS));
        }
    }

    /** Something to do with a node's id. */
    private interface NodeAction {
        void on(int id) throws InterruptedException;
    }

    private void withNode(String word, NodeAction action) throws InterruptedException {
        int id = number(word);
        if (views.isOther(id)) {
            action.on(id);
        } else {
            lines.put("'" + PayloadText.oneLine(word) + "' is no other node of the network file");
        }
    }

    private void withNeighbour(String word, NodeAction action) throws InterruptedException {
        int id = number(word);
        if (views.isNeighbour(id)) {
            action.on(id);
        } else {
            lines.put("'" + PayloadText.oneLine(word) + "' is no neighbour; 'peers' lists them");
        }
    }

    /** A node's id, or -1. */
    private static int number(String word) {
        return word.matches("[0-9]{1,9}") ? Integer.parseInt(word) : -1;
    }

    private void send(String rest) throws InterruptedException {
        String[] words = rest.split("\\s+", 2);
        if (words.length < 2) {
            lines.put("send what? expected a node and a text, such as 'send 5 hello'");
            return;
        }
        withNode(
                words[0],
                destination -> PayloadText.parse(words[1])
                        .ifPresentOrElse(
                                payload -> send(destination, payload),
                                () -> lines.put(
                                        "'" + PayloadText.oneLine(words[1]) + "' is no row of whole bytes; expected"
                                                + " two hexadecimal digits for each after 0x")));
    }

    private void send(int destination, byte[] payload) {
        if (payload.length > 65_535) {
            lines.put("not sent: " + payload.length + " bytes; expected at most 65535");
            return;
        }
        CompletableFuture<Long> accepted = node.send(destination, payload);
        accepted.whenComplete((id, failure) -> lines.put(
                failure == null ? sent(id, destination) : "not sent to " + destination + ": " + failure.getMessage()));
        // One at a time: what the script says next comes after this one was accepted or refused.
        accepted.exceptionally(failure -> Node.REFUSED_STOPPED).join();
    }

    private String sent(long id, int destination) {
        if (id >= 0) {
            return "sent to " + destination + ": message " + id;
        }
        if (id == Node.REFUSED_WINDOW_FULL) {
            return "not sent to " + destination + ": back-pressure, the window is full of messages that wait for"
                    + " acknowledgements; try again later";
        }
        return "not sent to " + destination + ": " + whyRefused(id);
    }

    private void waitForRoute(int destination) throws InterruptedException {
        long deadline = System.nanoTime() + ROUTE_WAIT_MILLIS * 1_000_000;
        while (!views.hasRoute(destination)) {
            if (System.nanoTime() - deadline > 0) {
                lines.put("to " + destination + ": no route after " + ROUTE_WAIT_MILLIS / 1_000 + " s");
                return;
            }
            Thread.sleep(POLL_MILLIS);
        }
        lines.put(views.route(destination));
    }

    private void sleep(String word) throws InterruptedException {
        double seconds = word.matches("[0-9]{1,4}(\\.[0-9]{1,3})?") ? Double.parseDouble(word) : -1;
        if (seconds < 0 || seconds > SLEEP_MAX_SECONDS) {
            lines.put("sleep how long? expected 0 to 3600 seconds");
        } else {
            Thread.sleep((long) (seconds * 1_000));
        }
    }

    private static String whyRefused(long answer) {
        if (answer == Node.REFUSED_NO_IDS) {
            return "no message id can be reserved in the node's state file";
        }
        return answer == Node.REFUSED_STOPPED ? "this node is stopping" : "refused (" + answer + ")";
    }
}
