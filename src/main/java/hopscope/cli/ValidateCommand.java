package hopscope.cli;

import hopscope.scenario.LoadedScenario;
import hopscope.scenario.ScenarioSchema;
import hopscope.scenario.ScenarioWriter;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks scenario files without running them. */
@Command(
        name = "validate",
        mixinStandardHelpOptions = true,
        description = "Checks scenario files without running them; says all that is wrong, with line and column.",
        footer = {
            "",
            "Examples:",
            "  hopscope validate scenarios/*.yaml",
            "  hopscope validate --print-effective scenarios/six-nodes.yaml",
            "  hopscope validate --schema > scenario.schema.json"
        })
final class ValidateCommand implements Callable<Integer> {
    @Parameters(paramLabel = "SCENARIO", arity = "0..*", description = "Scenario files.")
    private List<Path> files = new ArrayList<>();

    @Mixin
    private ScenarioArguments arguments;

    @Option(names = "--print-effective", description = "Print the scenario with every default filled in.")
    private boolean printEffective;

    @Option(names = "--schema", description = "Print the JSON Schema of scenario files, for editors.")
    private boolean schema;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter print = spec.commandLine().getOut();
        if (files.isEmpty() && !schema) {
            throw new ParameterException(spec.commandLine(), "which scenario? expected a file, or --schema");
        }
        if (schema) {
            print.println(ScenarioSchema.json());
        }
        int status = ExitStatus.FINE;
        for (Path file : files) {
            status = Math.max(status, validate(file, print));
        }
        print.flush();
        return status;
    }

    private int validate(Path file, PrintWriter print) {
        PrintWriter err = spec.commandLine().getErr();
        try {
            LoadedScenario loaded = arguments.load(file, err);
            if (printEffective) {
                print.print(ScenarioWriter.toYaml(loaded.scenario()));
            } else {
                print.printf(
                        Locale.ROOT,
                        "%s: good, %s, %s, %s%n",
                        file,
                        Count.of(loaded.topology().nodeCount(), "node"),
                        Count.of(loaded.topology().linkCount(), "link"),
                        Count.of(
                                (long) loaded.scenario().protocols().size()
                                        * loaded.scenario().replications(),
                                "run"));
            }
            return ExitStatus.FINE;
        } catch (UserError wrong) {
            err.println(wrong.getMessage());
            err.flush();
            return ExitStatus.USAGE;
        }
    }
}
