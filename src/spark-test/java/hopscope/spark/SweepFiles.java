package hopscope.spark;

import hopscope.cli.ClusterCommands;
import hopscope.sweep.InProcessEngine;
import hopscope.sweep.SweepFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A sweep's files, and what a sweep has written. */
final class SweepFiles {
    private SweepFiles() {}

    /**
     * A sweep of 240 cells that names a network beside its folder, one by an absolute path, and measured delays.
     *
     * @return the scenario file
     */
    static Path write(Path home) throws IOException {
        Files.createDirectories(home.resolve("sweeps"));
        Files.writeString(home.resolve("ring.txt"), "a b\nb c\nc d\nd e\ne f\nf a\n");
        Files.writeString(home.resolve("line.txt"), "u v\nv w\nw x\nx y\ny z\n");
        Files.writeString(home.resolve("sweeps/delays.csv"), "1, 0.5\n20, 0.9\n80, 1\n");
        return Files.writeString(home.resolve("sweeps/sweep.yaml"), """
                name: cluster
                seed: 5
                duration: 30s
                topology: {generate: ring, nodes: 6}
                traffic: [{from: any, to: any, rate: 2/s}]
                replications: 1
                sweep:
                  matrix:
                    network:
                      generated: {set: {topology: {generate: grid, rows: 3, columns: 3}}}
                      beside: {set: {topology: {file: ../ring.txt}}}
                      elsewhere: {set: {topology: {file: %s}}}
                    links.loss: [0%%, 2%%, 5%%, 10%%, 20%%]
                    delay:
                      constant: {set: {links.latency: 5ms}}
                      measured: {set: {links.latency: {distribution: empirical, file: delays.csv}}}
                    traffic.0.rate: [1/s, 2/s, 3/s, 4/s]
                    protocols: {source: [source-routing], vector: [distance-vector]}
                """.formatted(home.resolve("line.txt")));
    }

    /** Runs a sweep in this process, by threads, as {@code hopscope sweep} does; answers the exit status. */
    static int runHere(Path file, Path out, String... options) {
        String[] words = Stream.concat(Stream.of("sweep", file.toString(), "--out", out.toString()), Stream.of(options))
                .toArray(String[]::new);
        return ClusterCommands.execute("hopscope", InProcessEngine::new, words);
    }

    /** The bytes of what a sweep leaves behind, apart from the journal, whose order is that in which runs ended. */
    static Map<String, String> tables(Path out) throws IOException {
        Map<String, String> tables = new TreeMap<>();
        for (String name : List.of(SweepFolder.PLAN, SweepFolder.CELLS, SweepFolder.RUNS, SweepFolder.SUMMARY)) {
            tables.put(name, Files.readString(out.resolve(name)));
        }
        return tables;
    }

    /** The whole lines of a journal, each a run; none if there is no journal yet. */
    static List<String> journal(Path out) {
        Path file = out.resolve("journal.tsv");
        try {
            if (!Files.exists(file)) {
                return List.of();
            }
            String text = Files.readString(file);
            return text.substring(0, text.lastIndexOf('\n') + 1).lines().skip(1).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes a folder away. */
    static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path path : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
