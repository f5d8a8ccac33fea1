package hopscope.cli;

import hopscope.testbed.NodeChild;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** One node of {@code testbed --processes}; started by that command only. */
@Command(name = "testbed-node", hidden = true, description = "One node of 'hopscope testbed --processes'.")
final class TestbedNodeCommand implements Callable<Integer> {
    @Override
    public Integer call() throws IOException {
        NodeChild.run(new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)), System.out);
        return ExitStatus.FINE;
    }
}
