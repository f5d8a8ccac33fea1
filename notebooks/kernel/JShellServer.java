import java.awt.image.BufferedImage;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.imageio.ImageIO;
import jdk.jshell.Diag;
import jdk.jshell.EvalException;
import jdk.jshell.JShell;
import jdk.jshell.JShellException;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.execution.DirectExecutionControl;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;

/**
 * Runs cells of Java for jshell_kernel.py: a JShell whose cells run in this process, so that a picture can be shown and
 * not only its name.
 *
 * <p>Requests come as lines on standard input, answers go as lines to standard output; a line is a word and what belongs
 * to it, texts in base64.
 *
 * <pre>
 * run CODE               stdout|stderr TEXT …   value TEXT | image TEXT PNG   error NAME TEXT   done
 * complete CURSOR CODE   from START   match TEXT …   done
 * whole CODE             complete | incomplete | invalid   done
 * stop                   interrupts the cell that runs; has no answer of its own
 * </pre>
 */
public final class JShellServer {
    private static final String[] IMPORTS = {
        "java.io.*", "java.math.*", "java.net.*", "java.nio.file.*", "java.util.*", "java.util.function.*",
        "java.util.regex.*", "java.util.stream.*"
    };

    private final PrintStream answers;
    private final JShell shell;
    private final InThisProcess execution = new InThisProcess();

    private JShellServer(PrintStream answers, String classpath) {
        this.answers = answers;
        // The execution's classes have this process's class path already; the compiler needs to be told.
        this.shell = JShell.builder()
                .executionEngine(execution, Map.of())
                .compilerOptions("-classpath", classpath)
                .build();
        for (String name : IMPORTS) {
            shell.eval("import " + name + ";");
        }
    }

    /** Serves until standard input ends. */
    public static void main(String[] args) throws IOException {
        PrintStream answers = System.out;
        JShellServer server = new JShellServer(answers, args.length == 0 ? "" : args[0]);
        System.setOut(new PrintStream(server.new Stream("stdout"), true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(server.new Stream("stderr"), true, StandardCharsets.UTF_8));
        ExecutorService worker = Executors.newSingleThreadExecutor();
        BufferedReader requests = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = requests.readLine(); line != null; line = requests.readLine()) {
            String[] words = line.split(" ");
            if (words[0].equals("stop")) {
                server.execution.interrupt();
            } else {
                worker.execute(() -> server.serve(words));
            }
        }
        System.exit(0);
    }

    private void serve(String[] words) {
        String code = decode(words[words.length - 1]);
        switch (words[0]) {
            case "run" -> run(code);
            case "complete" -> complete(code, Integer.parseInt(words[1]));
            default -> answer(shell.sourceCodeAnalysis().analyzeCompletion(code).completeness().isComplete()
                    ? "complete"
                    : "incomplete");
        }
        answer("done");
    }

    /** Snippet by snippet, up to the first that fails; shows the value of the last one if it is an expression. */
    private void run(String code) {
        SnippetEvent last = null;
        String rest = code;
        while (!rest.isBlank()) {
            SourceCodeAnalysis.CompletionInfo info = shell.sourceCodeAnalysis().analyzeCompletion(rest);
            // What is neither complete nor can be completed goes to the compiler as it is, for its message.
            String source = info.source() == null ? rest : info.source();
            rest = info.source() == null ? "" : info.remaining();
            execution.value = null;
            for (SnippetEvent event : shell.eval(source)) {
                if (failed(event)) {
                    return;
                }
                if (event.causeSnippet() == null) {
                    last = event;
                }
            }
        }
        if (last != null && isExpression(last.snippet()) && execution.value != null) {
            show(execution.value);
        }
    }

    private boolean failed(SnippetEvent event) {
        if (event.status() == Snippet.Status.REJECTED) {
            List<String> messages = new ArrayList<>();
            shell.diagnostics(event.snippet())
                    .forEach(problem -> messages.add(explain(problem, event.snippet().source())));
            answer("error", "CompilationError", String.join("\n", messages));
            return true;
        }
        JShellException thrown = event.exception();
        if (thrown == null) {
            return false;
        }
        String name = thrown instanceof EvalException e ? e.getExceptionClassName() : "UnresolvedReference";
        StringBuilder text = new StringBuilder(String.valueOf(thrown.getMessage()));
        for (StackTraceElement frame : thrown.getStackTrace()) {
            text.append("\n    at ").append(frame);
        }
        for (Throwable cause = thrown.getCause(); cause != null; cause = cause.getCause()) {
            text.append("\ncaused by ").append(cause);
        }
        answer("error", name, text.toString());
        return true;
    }

    /** The line that the compiler complains about, and the complaint. */
    private static String explain(Diag problem, String source) {
        int at = (int) Math.max(0, Math.min(problem.getPosition(), source.length()));
        int from = source.lastIndexOf('\n', Math.max(0, at - 1)) + 1;
        int to = source.indexOf('\n', at);
        return source.substring(Math.min(from, at), to < 0 ? source.length() : to).strip() + "\n    "
                + problem.getMessage(Locale.ROOT).replace("\n", "\n    ");
    }

    private static boolean isExpression(Snippet snippet) {
        return snippet.kind() == Snippet.Kind.EXPRESSION
                || snippet.subKind() == Snippet.SubKind.TEMP_VAR_EXPRESSION_SUBKIND;
    }

    private void show(Object value) {
        if (!(value instanceof BufferedImage image)) {
            answer("value", value.toString());
            return;
        }
        try (ByteArrayOutputStream png = new ByteArrayOutputStream()) {
            ImageIO.write(image, "png", png);
            String text = "picture, " + image.getWidth() + " × " + image.getHeight();
            line("image " + encode(text) + " " + Base64.getEncoder().encodeToString(png.toByteArray()));
        } catch (IOException e) {
            answer("error", "IOException", e.getMessage());
        }
    }

    private void complete(String code, int cursor) {
        int[] anchor = {cursor};
        List<SourceCodeAnalysis.Suggestion> found =
                shell.sourceCodeAnalysis().completionSuggestions(code, cursor, anchor);
        line("from " + anchor[0]);
        found.stream().map(SourceCodeAnalysis.Suggestion::continuation).distinct().forEach(text -> answer("match", text));
    }

    private void answer(String kind, String... texts) {
        StringBuilder line = new StringBuilder(kind);
        for (String text : texts) {
            line.append(' ').append(encode(text));
        }
        line(line.toString());
    }

    private void line(String line) {
        synchronized (answers) {
            answers.println(line);
            answers.flush();
        }
    }

    private static String encode(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String decode(String word) {
        return new String(Base64.getDecoder().decode(word), StandardCharsets.UTF_8);
    }

    /** What cells print, as answers; whole lines where they come in pieces. */
    private final class Stream extends OutputStream {
        private final String kind;
        private final ByteArrayOutputStream pending = new ByteArrayOutputStream();

        Stream(String kind) {
            this.kind = kind;
        }

        @Override
        public synchronized void write(int octet) {
            pending.write(octet);
        }

        @Override
        public synchronized void write(byte[] octets, int from, int count) {
            pending.write(octets, from, count);
        }

        @Override
        public synchronized void flush() {
            if (pending.size() > 0) {
                answer(kind, pending.toString(StandardCharsets.UTF_8));
                pending.reset();
            }
        }
    }

    /** Runs snippets in this process and keeps the value of the last one. */
    private static final class InThisProcess implements ExecutionControlProvider {
        private volatile Object value;
        private volatile Thread running;

        @Override
        public String name() {
            return "in this process";
        }

        @Override
        public ExecutionControl generate(ExecutionEnv env, Map<String, String> parameters) {
            return new DirectExecutionControl() {
                @Override
                protected String invoke(Method snippet) throws Exception {
                    running = Thread.currentThread();
                    try {
                        value = snippet.invoke(null);
                        return valueString(value);
                    } finally {
                        running = null;
                        Thread.interrupted();
                    }
                }
            };
        }

        void interrupt() {
            Thread thread = running;
            if (thread != null) {
                thread.interrupt();
            }
        }
    }
}
