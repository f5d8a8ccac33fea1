package hopscope.cli;

import hopscope.selftest.SelfTest;
import hopscope.selftest.SelfTestJson;
import hopscope.selftest.SelfTestResult;
import hopscope.selftest.SelfTestTable;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Compares what Hopscope measures with what theory says. */
@Command(
        name = "selftest",
        mixinStandardHelpOptions = true,
        description = "Runs cases with known answers: is what Hopscope measures what theory says?",
        footer = {
            "",
            "Each row compares a measured figure with the expected one. An exact row must be equal; a statistical row may",
            "differ by four standard errors. Exit status 0 if all pass, 1 if one fails.",
            "",
            "Examples:",
            "  hopscope selftest",
            "  hopscope selftest --only 'random-*' --seed 7",
            "  hopscope selftest --json"
        })
final class SelftestCommand implements Callable<Integer> {
    @Option(
            names = "--only",
            paramLabel = "PATTERN",
            split = ",",
            description = "Cases whose name fits; * stands for anything. Several with commas.")
    private List<String> patterns = List.of("*");

    @Option(names = "--list", description = "List the cases; run none.")
    private boolean list;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "All randomness derives from it; default ${DEFAULT-VALUE}.")
    private long seed = SelfTest.DEFAULT_SEED;

    @Option(names = "--jobs", paramLabel = "N", description = "Cases at the same time; default: one per processor.")
    private Integer jobs;

    @Option(names = "--json", description = "Print JSON instead of the table.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        int threads = Jobs.orProcessors(jobs);
        SelfTest test = SelfTest.of(wanted(), seed);
        PrintWriter out = spec.commandLine().getOut();
        if (list) {
            test.descriptions().forEach(description -> out.print(SelfTestTable.describe(description)));
            out.flush();
            return ExitStatus.FINE;
        }
        SelfTestResult result = run(test, threads);
        out.print(json ? SelfTestJson.render(result) : SelfTestTable.render(result));
        out.flush();
        return result.passes() ? ExitStatus.FINE : ExitStatus.FAILED;
    }

    private SelfTestResult run(SelfTest test, int threads) {
        Progress progress = new Progress(
                spec.commandLine().getErr(), "selftest", test.descriptions().size());
        try {
            return test.run(threads, done -> progress.advance());
        } finally {
            progress.finish();
        }
    }

    /** What any of the patterns fits; each must fit something. */
    private Predicate<String> wanted() {
        Predicate<String> any = name -> false;
        for (String pattern : patterns) {
            Predicate<String> fits = Pattern.compile(Pattern.quote(pattern).replace("*", "\\E.*\\Q"))
                    .asMatchPredicate();
            if (SelfTest.of(fits, seed).descriptions().isEmpty()) {
                List<String> names = SelfTest.of(name -> true, seed).descriptions().stream()
                        .map(description -> description.name())
                        .toList();
                throw new UserError(
                        "--only " + pattern + ": no such case; expected one of " + String.join(", ", names));
            }
            any = any.or(fits);
        }
        return any;
    }
}
