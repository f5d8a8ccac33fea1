package hopscope.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;

/** One command executed in this process, with what it printed. */
record CommandRun(int status, String out, String err) {
    static CommandRun of(String... args) {
        return of(Main.commandLine(), args);
    }

    static CommandRun of(CommandLine line, String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        line.setOut(new PrintWriter(out));
        line.setErr(new PrintWriter(err));
        int status = Main.execute(line, args);
        return new CommandRun(status, out.toString(), err.toString());
    }
}
