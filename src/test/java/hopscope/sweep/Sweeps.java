package hopscope.sweep;

import hopscope.scenario.ScenarioException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Small sweeps for tests. */
final class Sweeps {
    static final String BASE = """
            name: tiny
            seed: 5
            duration: 12s
            topology: {generate: ring, nodes: 5}
            traffic: [{from: any, to: any, rate: 2/s}]
            """;

    private Sweeps() {}

    /** A sweep of the small base scenario. */
    static LoadedSweep load(Path folder, String section) throws ScenarioException {
        return SweepFile.load(write(folder, BASE + section), List.of());
    }

    static Path write(Path folder, String text) {
        try {
            return Files.writeString(folder.resolve("sweep.yaml"), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Does what is missing of some cells in a folder; answers the state afterwards. */
    static SweepState run(LoadedSweep loaded, List<Cell> cells, Path folder, int jobs) {
        try (SweepFolder open = SweepFolder.open(folder, loaded.sweep(), SweepFolder.Found.RESUME)) {
            SweepState state =
                    new SweepState(loaded.sweep(), cells, open.journal().runs());
            try (SweepEngine engine = new InProcessEngine(loaded, 0)) {
                new SweepRunner(engine, state, open.journal()::add).run(jobs, run -> {});
            }
            open.writeTables(state);
            return state;
        }
    }

    /** The tables and the plan of a folder, as text. */
    static List<String> tables(Path folder) {
        List<String> texts = new ArrayList<>();
        for (String name : List.of(SweepFolder.PLAN, SweepFolder.CELLS, SweepFolder.RUNS, SweepFolder.SUMMARY)) {
            try {
                texts.add(Files.readString(folder.resolve(name)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return texts;
    }
}
