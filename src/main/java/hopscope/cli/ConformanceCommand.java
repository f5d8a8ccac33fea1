package hopscope.cli;

import hopscope.conformance.Conformance;
import hopscope.conformance.Rule;
import hopscope.conformance.Violation;
import hopscope.scenario.Plugins;
import hopscope.scenario.Protocol;
import hopscope.scenario.ProtocolSpec;
import hopscope.scenario.RoutingSpec;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks whether a routing protocol keeps the rules that Hopscope relies on. */
@Command(
        name = "conformance",
        mixinStandardHelpOptions = true,
        description = "Checks whether a routing protocol keeps the rules that Hopscope relies on.",
        footer = {
            "",
            "The protocol runs with its default settings on small networks, with and without faults. Exit status 0 if it",
            "keeps every rule, 1 if it breaks one.",
            "",
            "Examples:",
            "  hopscope conformance my-protocol --plugin my-protocol.jar",
            "  hopscope conformance distance-vector-rip --runs 50"
        })
final class ConformanceCommand implements Callable<Integer> {
    @Parameters(paramLabel = "PROTOCOL", description = "The name of the protocol.")
    private String name;

    @Option(
            names = "--runs",
            paramLabel = "N",
            defaultValue = "10",
            description = "Random runs for each rule; default ${DEFAULT-VALUE}.")
    private int runs;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "All randomness derives from it; default ${DEFAULT-VALUE}.")
    private long seed;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (runs < 1 || runs > 10_000) {
            throw new UserError("--runs is " + runs + ", expected 1 to 10000");
        }
        List<Violation> violations = Conformance.check(protocol(), runs, seed);
        PrintWriter out = spec.commandLine().getOut();
        for (Rule rule : Rule.values()) {
            List<Violation> broken =
                    violations.stream().filter(found -> found.rule() == rule).toList();
            out.print(String.format(
                            Locale.ROOT,
                            "%-6s  %-16s  %s%n",
                            broken.isEmpty() ? "kept" : "BROKEN",
                            rule.label(),
                            rule.meaning())
                    .replace("\r\n", "\n"));
            broken.forEach(found -> out.print("        " + found.where() + ": " + found.what() + "\n"));
        }
        out.print(name + (violations.isEmpty() ? " keeps every rule" : " breaks rules") + "; " + runs
                + " random runs, seed " + seed + "\n");
        out.flush();
        return violations.isEmpty() ? ExitStatus.FINE : ExitStatus.FAILED;
    }

    private ProtocolSpec protocol() {
        Optional<Protocol> ours = Protocol.named(name);
        if (ours.isPresent()) {
            return ProtocolSpec.of(ours.get(), RoutingSpec.DEFAULT);
        }
        List<String> labels = new ArrayList<>(Protocol.labels());
        try {
            labels.addAll(Plugins.labels());
            if (labels.contains(name)) {
                return Plugins.find(name).orElseThrow().byDefault();
            }
        } catch (IllegalArgumentException e) {
            throw new UserError(e.getMessage());
        }
        throw new UserError("unknown protocol '" + name + "'; expected one of " + String.join(", ", labels)
                + hopscope.document.Suggestion.hint(name, labels) + "; --plugin JAR brings others along");
    }
}
