package hopscope.cli;

import hopscope.sweep.Cell;
import hopscope.sweep.Sweep;
import java.util.List;

/**
 * One of several parts of a sweep.
 *
 * @param shard 1 … shards
 * @param shards at least 1
 */
record ShardArgument(int shard, int shards) {
    /** @throws UserError if it is not {@code I/N} */
    static ShardArgument parse(String text) {
        if (text.matches("[0-9]{1,6}/[0-9]{1,6}")) {
            String[] parts = text.split("/");
            ShardArgument argument = new ShardArgument(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
            if (argument.shard >= 1 && argument.shard <= argument.shards) {
                return argument;
            }
        }
        throw new UserError("--shard " + text + ": expected I/N with I from 1 to N, such as 1/4");
    }

    List<Cell> of(Sweep sweep) {
        List<Cell> cells = sweep.shard(shard, shards);
        if (cells.isEmpty()) {
            throw new UserError("--shard " + shard + "/" + shards + ": has no cell, the sweep has only "
                    + sweep.cells().size());
        }
        return cells;
    }

    /** For the name of its folder. */
    String suffix() {
        return shard + "-of-" + shards;
    }
}
