package hopscope.cli;

import hopscope.network.NetworkNode;
import hopscope.tcp.identity.Identity;
import hopscope.tcp.identity.IdentityException;
import hopscope.tcp.identity.IdentityFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes and shows the identities of nodes. */
@Command(
        name = "identity",
        mixinStandardHelpOptions = true,
        description = "Makes or shows the identity of a node: its key and certificate.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {IdentityCommand.Create.class, IdentityCommand.Show.class})
final class IdentityCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "which command? expected create or show");
    }

    /** The usual name of a node's identity file. */
    static String fileName(int nodeId) {
        return "node-" + nodeId + ".pem";
    }

    /** Reads an identity, or says what is wrong with it. */
    static Identity read(Path file) {
        try {
            return IdentityFile.read(file);
        } catch (IdentityException e) {
            throw new UserError(e.getMessage());
        } catch (IOException e) {
            throw new UserError(file + ": cannot be read (" + e.getMessage() + ")");
        }
    }

    /** Makes an identity. */
    @Command(
            name = "create",
            mixinStandardHelpOptions = true,
            description = "Makes an Ed25519 key with a certificate, in a file that its owner alone may read.",
            footer = {"", "Example:", "  hopscope identity create --id 4 --out demo"})
    static final class Create implements Callable<Integer> {
        @Option(names = "--id", paramLabel = "N", required = true, description = "The node's id, 0 to 65535.")
        private int id;

        @Option(
                names = "--out",
                paramLabel = "DIR",
                defaultValue = ".",
                description = "Where the file node-N.pem goes; default here.")
        private Path folder;

        @Option(
                names = "--force",
                description = "Replace the identity that is there: who pinned the old key refuses the node.")
        private boolean force;

        @Spec
        private CommandSpec spec;

        @Override
        public Integer call() {
            if (id < 0 || id > NetworkNode.MAX_ID) {
                throw new ParameterException(
                        spec.commandLine(), "'" + id + "' is no node id; expected 0 to " + NetworkNode.MAX_ID);
            }
            Path file = folder.resolve(fileName(id));
            Identity identity = Identity.create(id);
            try {
                Files.createDirectories(folder);
                IdentityFile.write(file, identity, force);
            } catch (FileAlreadyExistsException e) {
                throw new UserError(file + ": is there already; --force would replace it, and its key would be lost");
            } catch (IOException e) {
                throw new UserError(file + ": cannot be written (" + e + ")");
            }
            print(spec.commandLine().getOut(), file, identity);
            return ExitStatus.FINE;
        }
    }

    /** Shows an identity, without its secret. */
    @Command(
            name = "show",
            mixinStandardHelpOptions = true,
            description = "Shows the node, the key's fingerprint and the validity of an identity, never the secret.",
            footer = {"", "Example:", "  hopscope identity show demo/node-4.pem"})
    static final class Show implements Callable<Integer> {
        @Parameters(paramLabel = "FILE", description = "An identity file.")
        private Path file;

        @Option(names = "--fingerprint", description = "Print the fingerprint alone, for a network file.")
        private boolean fingerprint;

        @Spec
        private CommandSpec spec;

        @Override
        public Integer call() {
            PrintWriter out = spec.commandLine().getOut();
            Identity identity = read(file);
            if (fingerprint) {
                out.println(identity.fingerprint());
                out.flush();
            } else {
                print(out, file, identity);
            }
            return ExitStatus.FINE;
        }
    }

    private static void print(PrintWriter out, Path file, Identity identity) {
        out.println("file         " + file);
        out.println("node         " + identity.nodeId());
        out.println("fingerprint  " + identity.fingerprint());
        out.println("valid until  " + identity.certificate().getNotAfter().toInstant());
        out.flush();
    }
}
