package hopscope.testbed;

import hopscope.protocol.node.NodeCounters;
import hopscope.scenario.LoadedScenario;
import hopscope.scenario.ProtocolSpec;
import hopscope.scenario.ScenarioException;
import hopscope.scenario.ScenarioLoader;
import hopscope.simulation.Links;
import hopscope.tcp.NodeLife;
import hopscope.tcp.StateFile;
import hopscope.tcp.TcpNode;
import hopscope.tcp.identity.Identity;
import hopscope.tcp.identity.IdentityException;
import hopscope.tcp.identity.IdentityFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One node of a testbed in a process of its own. It is told who it is and what to do by lines on standard input, says what
 * happens on standard output, and ends when standard input does: so it never outlives its parent.
 */
public final class NodeChild {
    private final Map<String, String> settings = new TreeMap<>();
    private final ChildEvents events;
    private final long startNanos = System.nanoTime();
    private LoadedScenario loaded;
    private ShapedLinks links;
    private StateFile state;
    private TcpNode node;
    private int id;

    private NodeChild(PrintStream out) {
        this.events = new ChildEvents(out);
    }

    /** Runs until standard input ends. */
    public static void run(BufferedReader in, PrintStream out) throws IOException {
        NodeChild child = new NodeChild(out);
        try {
            String line;
            while ((line = in.readLine()) != null) {
                child.obey(line.split(" ", -1));
            }
        } finally {
            if (child.node != null) {
                child.node.kill();
            }
            if (child.state != null) {
                child.state.close();
            }
        }
    }

    private void obey(String[] words) throws IOException {
        switch (words[0]) {
            case "set" -> settings.put(words[1], decoded(words[2]));
            case "create" -> create();
            case "start" -> start();
            case "send" ->
                send(Integer.parseInt(words[1]), words[2], Base64.getDecoder().decode(words[3]));
            case "connect" -> node.connect(Integer.parseInt(words[1]));
            case "disconnect" -> node.disconnect(Integer.parseInt(words[1]));
            case "swallow" -> links.swallow(Integer.parseInt(words[1]), Boolean.parseBoolean(words[2]));
            case "wipe" -> links.wipe(Integer.parseInt(words[1]));
            case "account" -> account();
            default -> throw new IllegalArgumentException("unknown command " + words[0]);
        }
    }

    static String encoded(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String decoded(String text) {
        return new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8);
    }

    private void create() throws IOException {
        id = Integer.parseInt(settings.get("node"));
        long seed = Long.parseLong(settings.get("seed"));
        try {
            loaded = ScenarioLoader.load(
                    "scenario", settings.get("scenario"), Path.of(settings.get("folder")), List.of());
            ProtocolSpec protocol =
                    loaded.scenario().protocol(settings.get("protocol")).orElseThrow();
            Links model = new Links(loaded.topology(), loaded.scenario().links(), seed);
            links = new ShapedLinks(loaded.topology(), model, () -> System.nanoTime() - startNanos);
            boolean silentCuts = Boolean.parseBoolean(settings.get("silent-cuts"));
            NodeSetup setup =
                    new NodeSetup(loaded.scenario(), loaded.topology(), protocol, seed, model, silentCuts, addresses());
            state = StateFile.open(Path.of(settings.get("state")), id, line -> events.say("failed", encoded(line)));
            NodeLife life = new NodeLife(
                    setup.randomKey(id, Integer.parseInt(settings.get("life"))), state, InstantSource.system());
            node = new TcpNode(setup.config(id), setup.routers(), life, events, links.of(id));
        } catch (ScenarioException | IdentityException e) {
            throw new IOException(e);
        }
        events.say("created");
    }

    private NodeAddresses addresses() throws IOException, IdentityException {
        List<InetSocketAddress> listen = new ArrayList<>();
        for (String port : settings.get("ports").split(",")) {
            listen.add(new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(port)));
        }
        Map<Integer, String> fingerprints = new TreeMap<>();
        Map<Integer, Identity> identities = new TreeMap<>();
        if (settings.containsKey("identity")) {
            identities.put(id, IdentityFile.read(Path.of(settings.get("identity"))));
            String[] all = settings.get("fingerprints").split(",");
            for (int other = 0; other < all.length; other++) {
                fingerprints.put(other, all[other]);
            }
        }
        return new NodeAddresses(listen, fingerprints, identities, Long.parseLong(settings.get("epoch")));
    }

    private void start() {
        try {
            node.start();
            events.say("started");
        } catch (IOException e) {
            events.say("failed", encoded(String.valueOf(e.getMessage())));
        }
    }

    private void send(int destination, String offer, byte[] payload) {
        node.send(destination, payload).thenAccept(answer -> events.say("answered", offer, answer));
    }

    private void account() {
        NodeCounters counters = node.ask(asked -> asked.counters());
        int entries = node.ask(asked -> asked.routes().entryCount());
        events.say("account", counters.retransmissions(), counters.duplicatesReceived(), entries);
    }
}
