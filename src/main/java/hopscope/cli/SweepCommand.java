package hopscope.cli;

import hopscope.chart.DeclaredCharts;
import hopscope.document.BadValue;
import hopscope.document.Problem;
import hopscope.scenario.Metric;
import hopscope.scenario.ScenarioException;
import hopscope.scenario.ScenarioWriter;
import hopscope.scenario.TimeSpan;
import hopscope.sweep.Cell;
import hopscope.sweep.Estimate;
import hopscope.sweep.InProcessEngine;
import hopscope.sweep.LoadedSweep;
import hopscope.sweep.Sweep;
import hopscope.sweep.SweepEngine;
import hopscope.sweep.SweepFile;
import hopscope.sweep.SweepFolder;
import hopscope.sweep.SweepFolder.Found;
import hopscope.sweep.SweepRun;
import hopscope.sweep.SweepRunner;
import hopscope.sweep.SweepState;
import hopscope.sweep.SweepTable;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs every cell of a sweep, and goes on where an earlier try stopped. */
@Command(
        name = "sweep",
        mixinStandardHelpOptions = true,
        description = "Runs a scenario in all combinations of a matrix of values.",
        footer = {
            "",
            "Every run is on disk as soon as it is done: a sweep that was stopped, even by kill -9, goes on with",
            "--resume and does nothing twice. Exit status 1 if a run timed out or failed.",
            "",
            "Examples:",
            "  hopscope sweep scenarios/headline.yaml --dry-run",
            "  hopscope sweep scenarios/headline.yaml --jobs 2",
            "  hopscope sweep scenarios/headline.yaml --resume",
            "  hopscope sweep scenarios/headline.yaml --shard 1/4",
            "  hopscope sweep scenarios/headline.yaml --cell 0007 --print-effective"
        })
final class SweepCommand implements Callable<Integer> {
    /** Runs that did not come to their end are told one by one up to so many. */
    private static final int LOST_TOLD = 5;

    @Parameters(paramLabel = "FILE", description = "A scenario file with a sweep.")
    private Path file;

    @Mixin
    private ScenarioArguments arguments;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where results go; default results/<name>.sweep, for a shard results/<name>.sweep.1-of-4.")
    private Path out;

    @Option(names = "--jobs", paramLabel = "N", description = "Runs at the same time; default: one per processor.")
    private Integer jobs;

    @Option(names = "--resume", description = "Go on with the sweep that the folder holds.")
    private boolean resume;

    @Option(names = "--force", description = "Throw away the sweep that the folder holds.")
    private boolean force;

    @Option(names = "--dry-run", description = "Tell what would be done, with an estimate of events, time and memory.")
    private boolean dryRun;

    @Option(names = "--cell", paramLabel = "ID", description = "This cell only; may be given several times.")
    private List<String> ids = new ArrayList<>();

    @Option(
            names = "--print-effective",
            description = "Print the scenario of the cells chosen with --cell, run nothing.")
    private boolean printEffective;

    @Option(names = "--shard", paramLabel = "I/N", description = "The I-th of N parts; 'hopscope merge' joins them.")
    private String shard;

    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            description = "Give up a run that takes longer, such as 10min; it stays in the tables as 'timeout'.")
    private String timeout;

    @Option(names = "--no-charts", description = "Do not draw the charts that the file declares.")
    private boolean noCharts;

    @Option(
            names = "--metric",
            paramLabel = "NAME",
            description = "Print a table of this metric; may be given several times. Default: convergence_optimal_s,"
                    + " delivery_ratio, hops_mean.")
    private List<String> metrics = new ArrayList<>();

    @Spec
    private CommandSpec spec;

    private final SweepEngine.Factory engines;

    SweepCommand() {
        this(InProcessEngine::new);
    }

    /** @param engines where the runs are done */
    SweepCommand(SweepEngine.Factory engines) {
        this.engines = engines;
    }

    @Override
    public Integer call() {
        LoadedSweep loaded = load();
        List<Metric> shown = SweepMetrics.of(metrics);
        long timeoutNanos = timeoutNanos();
        List<Cell> cells = chosen(loaded.sweep());
        if (printEffective) {
            cells.forEach(cell -> print().print("# cell " + cell.id() + " " + cell.labels() + "\n"
                    + ScenarioWriter.toYaml(loaded.load(cell).scenario().withoutCharts())));
            print().flush();
            return ExitStatus.FINE;
        }
        if (dryRun) {
            return describe(loaded, cells);
        }
        Found found = found();
        Jobs.orProcessors(jobs);
        // The engine first: where there is none, nothing is written.
        try (SweepEngine engine = engines.open(loaded, timeoutNanos);
                SweepFolder folder = SweepFolder.open(folder(loaded.sweep()), loaded.sweep(), found)) {
            SweepState state =
                    new SweepState(loaded.sweep(), cells, folder.journal().runs());
            run(engine, state, folder);
            folder.writeTables(state);
            if (!noCharts) {
                SweepCharts.draw(
                        state, folder(loaded.sweep()), spec.commandLine().getErr());
            }
            print().print(SweepTable.render(state, shown));
            return finish(state, loaded.sweep());
        }
    }

    private LoadedSweep load() {
        try {
            LoadedSweep loaded = SweepFile.load(file, arguments.overrides());
            DeclaredCharts.check(loaded);
            PrintWriter err = spec.commandLine().getErr();
            loaded.warnings().forEach(warning -> err.println("warning: " + warning));
            err.flush();
            return loaded;
        } catch (ScenarioException e) {
            throw new UserError(e.problems().stream().map(Problem::toString).collect(Collectors.joining("\n")));
        }
    }

    private PrintWriter print() {
        return spec.commandLine().getOut();
    }

    private Found found() {
        if (resume && force) {
            throw new UserError("--resume and --force exclude each other");
        }
        return resume ? Found.RESUME : force ? Found.REPLACE : Found.REFUSE;
    }

    private long timeoutNanos() {
        try {
            return timeout == null ? 0 : TimeSpan.parse(timeout).nanos();
        } catch (BadValue e) {
            throw new UserError("--timeout: " + e.getMessage());
        }
    }

    private List<Cell> chosen(Sweep sweep) {
        if (ids.isEmpty()) {
            if (printEffective) {
                throw new UserError("--print-effective: which cell? --cell 0000 to --cell "
                        + sweep.cells().get(sweep.cells().size() - 1).id());
            }
            return shard == null ? sweep.cells() : ShardArgument.parse(shard).of(sweep);
        }
        if (shard != null) {
            throw new UserError("--cell and --shard exclude each other");
        }
        List<Cell> chosen = new ArrayList<>();
        for (String id : ids) {
            int index = id.matches("[0-9]{1,9}") ? Integer.parseInt(id) : -1;
            if (index < 0 || index >= sweep.cells().size()) {
                throw new UserError("--cell " + id + ": expected 0000 to "
                        + sweep.cells().get(sweep.cells().size() - 1).id());
            }
            chosen.add(sweep.cells().get(index));
        }
        return chosen;
    }

    private Path folder(Sweep sweep) {
        if (out != null) {
            return out;
        }
        String name = sweep.name() + ".sweep";
        return Path.of(
                "results",
                shard == null ? name : name + "." + ShardArgument.parse(shard).suffix());
    }

    private int describe(LoadedSweep loaded, List<Cell> cells) {
        SweepState state = new SweepState(loaded.sweep(), cells, known(loaded.sweep()));
        Estimate estimate = Estimate.of(loaded, state);
        print().printf(
                        Locale.ROOT,
                        "%s: %s, %s done, %d to do%s%n",
                        loaded.sweep().name(),
                        Count.of(cells.size(), "cell"),
                        Count.of(state.doneCount(), "run"),
                        estimate.runs(),
                        estimate.runsMax() > estimate.runs()
                                ? String.format(Locale.ROOT, " (up to %d)", estimate.runsMax())
                                : "");
        int threads = Jobs.orProcessors(jobs);
        print().printf(
                        Locale.ROOT,
                        "about %,.1f million events, %,.0f s with %s, %,.0f MB of memory%n",
                        estimate.events() / 1e6,
                        Math.ceil(estimate.wallSeconds() / threads),
                        Count.of(threads, "job"),
                        estimate.peakBytes() * threads / 1e6);
        for (Cell cell : cells) {
            print().println(cell.id() + "  " + String.join("  ", cell.labels()) + "  (" + Count.of(cell.nodes(), "node")
                    + ", " + String.join(", ", cell.entries()) + ")");
        }
        print().flush();
        return ExitStatus.FINE;
    }

    private List<SweepRun> known(Sweep sweep) {
        Path folder = folder(sweep);
        return resume && SweepFolder.isSweep(folder) ? SweepFolder.runsIn(folder) : List.of();
    }

    private void run(SweepEngine engine, SweepState state, SweepFolder folder) {
        if (state.foreignCount() > 0) {
            spec.commandLine()
                    .getErr()
                    .println("note: the folder holds " + Count.of(state.foreignCount(), "run")
                            + " of cells not chosen here");
        }
        int done = state.doneCount();
        Progress progress =
                new Progress(spec.commandLine().getErr(), state.sweep().name(), state.missingCount());
        try {
            new SweepRunner(engine, state, folder.journal()::add)
                    .run(
                            Jobs.or(jobs, engine.jobsByDefault()),
                            run -> progress.advanceTo(
                                    state.doneCount() - done, state.doneCount() - done + state.missingCount()));
        } finally {
            progress.finish();
        }
    }

    private int finish(SweepState state, Sweep sweep) {
        int lost = 0;
        for (Cell cell : state.cells()) {
            for (SweepRun run : state.runsOf(cell)) {
                if (run.status() != SweepRun.Status.DONE && ++lost <= LOST_TOLD) {
                    print().println(run.status().label() + ": cell " + cell.id() + " " + cell.labels() + ", "
                            + run.entry() + ", replication " + run.replication() + ": " + run.message());
                }
            }
        }
        if (lost > LOST_TOLD) {
            print().println("and " + (lost - LOST_TOLD) + " more, see the journal");
        }
        print().printf(
                        Locale.ROOT,
                        "%s, %s%s. Results in %s%n",
                        Count.of(state.cells().size(), "cell"),
                        Count.of(state.doneCount(), "run"),
                        lost == 0 ? "" : ", " + lost + " of them timed out or failed",
                        folder(sweep));
        print().flush();
        return lost == 0 ? ExitStatus.FINE : ExitStatus.FAILED;
    }
}
