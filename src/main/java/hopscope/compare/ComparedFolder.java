package hopscope.compare;

import hopscope.results.ResultReader;
import hopscope.results.SavedResults;
import hopscope.sweep.Cell;
import hopscope.sweep.Sweep;
import hopscope.sweep.SweepFolder;
import hopscope.sweep.SweepRun;
import hopscope.sweep.SweepRun.Status;
import hopscope.sweep.SweepState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The runs in a folder of {@code hopscope run} or {@code hopscope sweep}.
 *
 * @param name of the folder, for people
 * @param axes of the sweep; empty for the results of a single scenario
 * @param pairBy the axis that the sweep says to compare along, or {@code protocol}
 * @param sets by cell, then by protocol
 */
public record ComparedFolder(String name, List<String> axes, String pairBy, List<RunSet> sets) {
    public ComparedFolder {
        axes = List.copyOf(axes);
        sets = List.copyOf(sets);
    }

    /**
     * Reads a folder. Runs of a sweep that were given up are left out.
     *
     * @throws hopscope.results.ResultFolderException if it is no such folder, or damaged
     */
    public static ComparedFolder read(Path folder) {
        return SweepFolder.isSweep(folder) ? ofSweep(folder) : ofRun(folder);
    }

    private static ComparedFolder ofRun(Path folder) {
        SavedResults results = ResultReader.read(folder);
        List<RunSet> sets = new ArrayList<>();
        for (String protocol : results.protocols()) {
            List<RunSet.Run> runs = results.runsOf(protocol).stream()
                    .map(run -> new RunSet.Run(run.seed(), run.values()))
                    .toList();
            sets.add(new RunSet(List.of(), protocol, runs));
        }
        return new ComparedFolder(folder.toString(), List.of(), Sweep.BY_PROTOCOL, sets);
    }

    private static ComparedFolder ofSweep(Path folder) {
        SweepState state = SweepFolder.read(folder);
        List<RunSet> sets = new ArrayList<>();
        for (Cell cell : state.cells()) {
            List<SweepRun> all = state.runsOf(cell);
            for (String entry : cell.entries()) {
                List<RunSet.Run> runs = all.stream()
                        .filter(run -> run.entry().equals(entry) && run.status() == Status.DONE)
                        .map(run -> new RunSet.Run(run.seed(), run.values()))
                        .toList();
                sets.add(new RunSet(cell.labels(), entry, runs));
            }
        }
        return new ComparedFolder(
                folder.toString(), state.sweep().axes(), state.sweep().pairBy(), sets);
    }

    /** Whether the sweep says to compare along an axis. */
    public boolean isPairedByAxis() {
        return !pairBy.equals(Sweep.BY_PROTOCOL);
    }

    /** The protocols that occur, in the order of their first occurrence. */
    public List<String> protocols() {
        Set<String> names = new LinkedHashSet<>();
        sets.forEach(set -> names.add(set.protocol()));
        return List.copyOf(names);
    }

    /** The labels of an axis, in the order of their first occurrence. */
    public List<String> labelsOf(String axis) {
        int index = axes.indexOf(axis);
        Set<String> labels = new LinkedHashSet<>();
        sets.forEach(set -> labels.add(set.labels().get(index)));
        return List.copyOf(labels);
    }
}
