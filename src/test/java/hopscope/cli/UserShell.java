package hopscope.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A shell as a user has it: the launcher, the packaged jar, scenarios and baselines, in a folder of its own. */
final class UserShell {
    private static final Path PROJECT = Path.of("").toAbsolutePath();
    private static final List<String> BASH = List.of("bash", "-c");

    private final Path folder;

    /** Puts into an empty folder what commands need. */
    UserShell(Path folder) throws IOException {
        this.folder = folder;
        Files.createSymbolicLink(folder.resolve("hopscope"), PROJECT.resolve("hopscope"));
        BashCommand.copy("scenarios", folder);
        BashCommand.copy("results/baselines", folder);
    }

    /** Runs a command of bash to its end, which must come within minutes. */
    BashCommand.Outcome run(String command, Map<String, String> environment) {
        return BashCommand.run(folder, BASH, command, environment);
    }
}
