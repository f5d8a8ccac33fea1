package hopscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class JsonOutputTest {
    @TempDir
    private Path folder;

    @Test
    void saysOnStandardErrorWhichExpectationFailed() throws IOException {
        Path scenario = Files.writeString(folder.resolve("pair.yaml"), """
                name: pair
                duration: 20s
                topology: {generate: line, nodes: 2}
                expect: ["*.delivered.min > 1", "*.delivered.min < 1"]
                """);
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine line = Main.commandLine();
        line.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));

        int status = line.execute(
                "run",
                scenario.toString(),
                "--no-charts",
                "--json",
                "--out",
                folder.resolve("out").toString());

        assertThat(status).isEqualTo(ExitStatus.FAILED);
        assertThat(out.toString()).isEqualTo(Files.readString(folder.resolve("out/summary.json")));
        assertThat(err.toString()).contains("FAILED  *.delivered.min > 1").doesNotContain("delivered.min < 1");
    }
}
