package hopscope.cli;

import hopscope.network.NetworkFile;
import hopscope.protocol.node.RouterFactory;
import hopscope.protocol.routing.Router;
import hopscope.simulation.NodeFactory;
import hopscope.tcp.NodeLife;
import hopscope.tcp.StateFile;
import hopscope.tcp.TcpNode;
import hopscope.tcp.TcpNodeConfig;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Runs one node of a network on real sockets, with a console. */
@Command(
        name = "node",
        mixinStandardHelpOptions = true,
        description = "Runs one node of a network over TCP; commands come from standard input.",
        footer = {
            "",
            "Commands: send, route, table, peers, topology, status, connect, disconnect, wait, sleep, quit;",
            "'help' explains them. At the end of the input the node stops like after 'quit', unless --serve",
            "is given. SIGTERM and Ctrl-C stop it the same way, with exit status 0.",
            "",
            "Examples:",
            "  hopscope node --network demo/network.yaml --id 4",
            "  hopscope node --network demo/network.yaml --id 4 --serve --status-json status.json < /dev/null"
        })
final class NodeCommand implements Callable<Integer> {
    @Mixin
    private NodeSetup setup;

    @Option(
            names = "--status-json",
            paramLabel = "FILE",
            description = "Rewrite this file every second with the node's status.")
    private Path statusFile;

    @Option(names = "--serve", description = "Go on after the end of the input, until SIGTERM.")
    private boolean serve;

    @Option(
            names = "--drain",
            paramLabel = "SECONDS",
            defaultValue = "10",
            description = "Wait at most so long for acknowledgements when stopping; default 10.")
    private int drainSeconds;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        if (drainSeconds < 0 || drainSeconds > 86_400) {
            throw new ParameterException(spec.commandLine(), "--drain expects 0 to 86400 seconds");
        }
        NetworkFile network = setup.readNetwork(spec.commandLine().getErr());
        TcpNodeConfig config = setup.config(network);
        AtomicReference<Router> router = new AtomicReference<>();
        RouterFactory routers = NodeFactory.routers(setup.protocol(network.routing()));
        RouterFactory noting = (self, neighbours, random, storage) -> {
            router.set(routers.create(self, neighbours, random, storage));
            return router.get();
        };
        LineQueue lines = new LineQueue(spec.commandLine().getOut());
        try (StateFile state = setup.state(lines::put)) {
            NodeLife life = new NodeLife(new SecureRandom().nextLong(), state, InstantSource.system());
            TcpNode node = new TcpNode(config, noting, life, new NodePrinter(lines, config.epochMillis()));
            start(node);
            serve(node, new NodeViews(node, network, setup.id(), router::get), lines);
        }
        lines.close();
        return ExitStatus.FINE;
    }

    private void serve(TcpNode node, NodeViews views, LineQueue lines) throws InterruptedException {
        NodeStop stop = new NodeStop(node, lines, Duration.ofSeconds(drainSeconds));
        stop.onSignal();
        lines.put("node " + setup.id() + " listens at " + NodeViews.address(node.localAddress()) + " ("
                + setup.summary() + "); 'help' lists the commands");
        StatusFile status = StatusFile.start(statusFile, node);
        try {
            boolean quit = new NodeConsole(node, views, lines).run(input());
            if (serve && !quit) {
                node.awaitFailure();
            }
            stop.now();
        } finally {
            status.close();
            stop.leave();
        }
    }

    private static BufferedReader input() {
        return new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    }

    private void start(TcpNode node) {
        try {
            node.start();
        } catch (IOException | IllegalArgumentException e) {
            throw new UserError("hopscope: node " + setup.id() + " cannot listen at " + setup.listenText() + " ("
                    + e.getMessage() + "); is the address this host's, the port free?");
        }
    }
}
