package hopscope.testbed;

import hopscope.scenario.ProtocolSpec;
import hopscope.scenario.Scenario;
import hopscope.scenario.ScenarioWriter;
import hopscope.tcp.identity.IdentityFile;
import hopscope.topology.Topology;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Every node in a process of its own, with a Java virtual machine of its own; see {@link NodeChild}. */
final class ProcessFleet implements Fleet {
    private final Topology topology;
    private final NodeAddresses addresses;
    private final Journal journal;
    private final Map<String, String> settings = new TreeMap<>();

    /** By node; {@code null} while it is down. */
    private final ChildProcess[] children;

    /** Holds the identities and what outlives the nodes. */
    private final Path files;

    private final boolean encrypted;

    /** By link; kept here too, for nodes that start later. */
    private final boolean[] swallowed;

    ProcessFleet(
            Scenario scenario,
            Topology topology,
            ProtocolSpec protocol,
            long seed,
            TestbedOptions options,
            NodeAddresses addresses,
            Journal journal) {
        this.topology = topology;
        this.addresses = addresses;
        this.journal = journal;
        this.children = new ChildProcess[topology.nodeCount()];
        this.swallowed = new boolean[topology.linkCount()];
        settings.put("scenario", ScenarioWriter.toYaml(scenario));
        settings.put("folder", options.scenarioFolder().toAbsolutePath().toString());
        settings.put("protocol", protocol.name());
        settings.put("seed", Long.toString(seed));
        settings.put("silent-cuts", Boolean.toString(options.silentCuts()));
        settings.put("epoch", Long.toString(addresses.epochMillis()));
        settings.put(
                "ports",
                addresses.listen().stream()
                        .map(InetSocketAddress::getPort)
                        .map(String::valueOf)
                        .collect(Collectors.joining(",")));
        this.encrypted = addresses.isEncrypted();
        this.files = writeFiles();
    }

    private Path writeFiles() {
        settings.put("fingerprints", String.join(",", addresses.fingerprints().values()));
        try {
            Path folder = Files.createTempDirectory("hopscope-testbed");
            for (int node = 0; encrypted && node < children.length; node++) {
                IdentityFile.write(identityFile(folder, node), addresses.identity(node), false);
            }
            return folder;
        } catch (IOException e) {
            throw new TestbedException("the files of the nodes cannot be written: " + e.getMessage(), e);
        }
    }

    private static Path identityFile(Path folder, int node) {
        return folder.resolve(node + ".pem");
    }

    private Path stateFile(int node) {
        return files.resolve(node + ".state");
    }

    @Override
    public int size() {
        return children.length;
    }

    @Override
    public void create(int node) {
        int life = journal.life(node);
        try {
            children[node] = new ChildProcess(node, life, journal);
        } catch (IOException e) {
            throw new TestbedException("no process for node " + node + ": " + e.getMessage(), e);
        }
        ChildProcess child = children[node];
        settings.forEach((name, value) -> child.tell("set", name, NodeChild.encoded(value)));
        child.tell("set", "node", NodeChild.encoded(Integer.toString(node)));
        child.tell("set", "life", NodeChild.encoded(Integer.toString(life)));
        child.tell("set", "state", NodeChild.encoded(stateFile(node).toString()));
        if (encrypted) {
            child.tell(
                    "set",
                    "identity",
                    NodeChild.encoded(identityFile(files, node).toString()));
        }
        child.tell("create");
        child.await("created");
        for (int link = 0; link < swallowed.length; link++) {
            if (swallowed[link]) {
                child.tell("swallow", link, true);
            }
        }
    }

    @Override
    public void start(int node) {
        children[node].tell("start");
        children[node].await("started");
    }

    @Override
    public boolean isUp(int node) {
        return children[node] != null;
    }

    @Override
    public void send(int source, int destination, byte[] payload) {
        children[source].send(destination, payload);
    }

    @Override
    public void connect(int node, int peer) {
        children[node].tell("connect", peer);
    }

    @Override
    public void disconnect(int node, int peer) {
        children[node].tell("disconnect", peer);
    }

    @Override
    public void swallow(int link, boolean all) {
        swallowed[link] = all;
        tellEnds(link, "swallow", link, all);
    }

    @Override
    public void wipe(int link) {
        tellEnds(link, "wipe", link);
    }

    private void tellEnds(int link, Object... words) {
        for (int end : new int[] {topology.endA(link), topology.endB(link)}) {
            if (children[end] != null) {
                children[end].tell(words);
            }
        }
    }

    @Override
    public Account account(int node) {
        return children[node].account();
    }

    @Override
    public void kill(int node) {
        if (children[node] != null) {
            children[node].kill();
            children[node] = null;
        }
    }

    @Override
    public void killAll() {
        Fleet.super.killAll();
        for (int node = 0; node < children.length; node++) {
            delete(identityFile(files, node));
            delete(stateFile(node));
            delete(files.resolve(stateFile(node).getFileName() + ".lock"));
            delete(files.resolve(stateFile(node).getFileName() + ".new"));
        }
        delete(files);
    }

    private static void delete(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            // What nobody will use again, readable by its owner only, is not worth failing a run for.
        }
    }
}
