package hopscope.sweep;

import hopscope.results.AtomicFile;
import hopscope.results.ResultFolder;
import hopscope.results.ResultFolderException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folder that a sweep, or a shard of one, lives in: {@code plan.json} (the cells of the whole sweep), {@code
 * journal.tsv} (the runs that are done) and, made of them, {@code cells.csv}, {@code runs.csv} and {@code summary.csv}.
 */
public final class SweepFolder implements AutoCloseable {
    public static final String PLAN = "plan.json";
    public static final String CELLS = "cells.csv";
    public static final String RUNS = "runs.csv";
    public static final String SUMMARY = "summary.csv";

    private static final List<String> FILES = List.of(PLAN, Journal.FILE, CELLS, RUNS, SUMMARY);
    private static final List<String> TABLES = List.of(CELLS, RUNS, SUMMARY);

    /** What to do with a sweep that the folder holds already. */
    public enum Found {
        /** Refuse. */
        REFUSE,
        /** Go on where it stopped. */
        RESUME,
        /** Throw its runs away. */
        REPLACE
    }

    private final Path folder;
    private final Journal journal;

    private SweepFolder(Path folder, Journal journal) {
        this.folder = folder;
        this.journal = journal;
    }

    /**
     * Opens a folder for a sweep.
     *
     * @throws ResultFolderException if it holds something else, or a sweep and {@code found} says to refuse
     */
    public static SweepFolder open(Path folder, Sweep sweep, Found found) {
        requireOurs(folder);
        boolean holdsSweep = Files.exists(folder.resolve(Journal.FILE));
        if (holdsSweep && found == Found.REFUSE) {
            throw new ResultFolderException(folder + ": holds a sweep with "
                    + Journal.read(folder.resolve(Journal.FILE)).size()
                    + " runs already; --resume goes on with it, --force starts anew, --out takes another folder");
        }
        // The lock first: a sweep that is running must not lose its files.
        Journal journal = Journal.open(folder.resolve(Journal.FILE), found == Found.REPLACE);
        TABLES.forEach(table -> remove(folder.resolve(table)));
        AtomicFile.write(folder.resolve(PLAN), PlanJson.render(sweep));
        return new SweepFolder(folder, journal);
    }

    private static void requireOurs(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        if (!Files.isDirectory(folder)) {
            throw new ResultFolderException(folder + ": is a file, expected a folder for a sweep");
        }
        try (Stream<Path> names = Files.list(folder)) {
            List<String> foreign = names.map(path -> path.getFileName().toString())
                    .filter(name -> !FILES.contains(name) && !name.startsWith(".") && !ResultFolder.isRequested(name))
                    .sorted()
                    .toList();
            if (!foreign.isEmpty()) {
                throw new ResultFolderException(folder + ": holds files that are not of a sweep (" + foreign.get(0)
                        + "), nothing was written; choose another folder with --out");
            }
        } catch (IOException e) {
            throw new ResultFolderException(folder + ": cannot be read (" + e.getMessage() + ")", e);
        }
    }

    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new ResultFolderException(file + ": cannot be removed (" + e.getMessage() + ")", e);
        }
    }

    /** The runs that are done, and where to note more. */
    public Journal journal() {
        return journal;
    }

    /** Writes the tables of what is done. */
    public void writeTables(SweepState state) {
        AtomicFile.write(folder.resolve(CELLS), SweepTables.cells(state));
        AtomicFile.write(folder.resolve(RUNS), SweepTables.runs(state));
        AtomicFile.write(folder.resolve(SUMMARY), SweepTables.summary(state));
    }

    /**
     * The plan of the sweep in a folder.
     *
     * @throws ResultFolderException if there is none
     */
    public static Sweep readPlan(Path folder) {
        Path plan = folder.resolve(PLAN);
        if (!Files.exists(plan)) {
            throw new ResultFolderException(
                    folder + ": has no " + PLAN + ", expected a folder that 'hopscope sweep' wrote");
        }
        return PlanJson.parse(ResultFolder.text(plan), plan.toString());
    }

    /** Whether a folder holds a sweep. */
    public static boolean isSweep(Path folder) {
        return Files.exists(folder.resolve(PLAN)) && Files.exists(folder.resolve(Journal.FILE));
    }

    /**
     * The sweep in a folder with all its runs; a sweep may be writing there.
     *
     * @throws ResultFolderException if there is none, or it is damaged
     */
    public static SweepState read(Path folder) {
        Sweep sweep = readPlan(folder);
        return new SweepState(sweep, sweep.cells(), Journal.read(folder.resolve(Journal.FILE)));
    }

    /**
     * The runs that a sweep's folder holds; a sweep may be writing there.
     *
     * @throws ResultFolderException if the journal is damaged or from another version
     */
    public static List<SweepRun> runsIn(Path folder) {
        return Journal.read(folder.resolve(Journal.FILE));
    }

    @Override
    public void close() {
        journal.close();
    }
}
