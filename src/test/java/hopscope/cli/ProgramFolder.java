package hopscope.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A folder in which {@code ./hopscope} is the program as compiled, for commands that documents and CI files spell out. */
record ProgramFolder(Path path) {
    private static final List<String> STRICT = List.of("bash", "-eo", "pipefail", "-c");

    /** Puts the program into a folder. */
    static ProgramFolder in(Path folder) throws IOException {
        Path launcher = Files.writeString(
                folder.resolve("hopscope"),
                "#!/bin/sh\nexec '" + java() + "' -XX:TieredStopAtLevel=1 -cp '" + System.getProperty("java.class.path")
                        + "' hopscope.cli.Main \"$@\"\n");
        if (!launcher.toFile().setExecutable(true)) {
            throw new IOException("cannot be made executable: " + launcher);
        }
        return new ProgramFolder(folder);
    }

    /** The Java program that this one runs on. */
    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** Copies a file or a folder of the project to the same place here. */
    void copy(String name) throws IOException {
        BashCommand.copy(name, path);
    }

    /** Runs a command with bash, strict as CI does it. */
    BashCommand.Outcome shell(String command, Map<String, String> environment) {
        return BashCommand.run(path, STRICT, command, environment);
    }
}
