package hopscope.bench;

import hopscope.bench.BenchFigure.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** From the start of a new process to the results of the smallest scenario. */
final class StartUpRow implements BenchRow {
    private static final Path SCENARIO = Path.of("scenarios", "six-nodes.yaml");
    private static final Target TARGET = Target.atMost(1.0);

    @Override
    public String name() {
        return "start-up";
    }

    @Override
    public String about() {
        return "hopscope run scenarios/six-nodes.yaml --no-charts in a process of its own";
    }

    @Override
    public List<BenchFigure> run(BenchSettings settings) {
        if (!Files.exists(SCENARIO)) {
            return List.of(BenchFigure.missing(name(), "s", TARGET, "not started: there is no " + SCENARIO + " here"));
        }
        try {
            Path folder = Files.createTempDirectory("hopscope-bench");
            double best = Double.POSITIVE_INFINITY;
            for (int i = 0; i < settings.repetitions(); i++) {
                best = Math.min(best, seconds(settings.launcher(), folder));
            }
            delete(folder);
            return List.of(BenchFigure.of(name(), best, "s", TARGET, ""));
        } catch (IOException e) {
            return List.of(BenchFigure.missing(name(), "s", TARGET, "could not be started: " + e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of(BenchFigure.missing(name(), "s", TARGET, "interrupted"));
        }
    }

    private static double seconds(List<String> launcher, Path folder) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(launcher);
        command.addAll(List.of("run", SCENARIO.toString(), "--no-charts", "--force", "--out", folder.toString()));
        long begin = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        int status = process.waitFor();
        if (status != 0) {
            throw new IOException("it ended with exit status " + status);
        }
        return (System.nanoTime() - begin) / 1e9;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
