package hopscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Workflow and action of this repository fit together: what one names, the other has. */
class CiFilesTest {
    private static final Path WORKFLOW = Path.of(".github", "workflows", "ci.yml");
    private static final Path ACTION = Path.of(".github", "actions", "hopscope-check");
    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{\\{\\s*([a-z]+)\\.([A-Za-z0-9_-]+)[^}]*}}");

    private static Object yaml(Path file) throws IOException {
        return Snippets.yaml(Files.readString(file));
    }

    private static Map<?, ?> map(Object node) {
        return node == null ? Map.of() : (Map<?, ?>) node;
    }

    private static Set<String> names(Object node) {
        Set<String> names = new TreeSet<>();
        map(node).keySet().forEach(name -> names.add(name.toString()));
        return names;
    }

    /** The names that expressions take from a context. */
    private static Set<String> used(String context, String text) {
        Set<String> used = new TreeSet<>();
        Matcher matcher = EXPRESSION.matcher(text);
        while (matcher.find()) {
            if (matcher.group(1).equals(context)) {
                used.add(matcher.group(2));
            }
        }
        return used;
    }

    private static List<Map<?, ?>> steps() throws IOException {
        List<Map<?, ?>> steps = new ArrayList<>();
        for (Object job : map(Snippets.at(yaml(WORKFLOW), "jobs")).values()) {
            assertThat(names(job)).contains("runs-on", "steps");
            ((List<?>) Snippets.at(job, "steps")).forEach(step -> steps.add(map(step)));
        }
        return steps;
    }

    @Test
    void hasStepsThatEitherRunOrUseSomething() throws IOException {
        for (Map<?, ?> step : steps()) {
            assertThat(step.containsKey("run")).as("%s", step).isNotEqualTo(step.containsKey("uses"));
            if (step.get("uses") instanceof String action && !action.startsWith("./")) {
                assertThat(action).as("a version is pinned").matches("[A-Za-z0-9._/-]+@v[0-9.]+");
            }
        }
    }

    @Test
    void namesOnlyValuesOfItsOwnMatrix() throws IOException {
        Set<String> known = new TreeSet<>();
        map(Snippets.at(yaml(WORKFLOW), "jobs"))
                .values()
                .forEach(job -> known.addAll(names(Snippets.at(job, "strategy", "matrix"))));
        assertThat(known).containsAll(used("matrix", Files.readString(WORKFLOW)));
    }

    @Test
    void usesTheActionOfThisRepositoryWithInputsThatItHas() throws IOException {
        List<Map<?, ?>> own = steps().stream()
                .filter(step -> ("./" + ACTION.toString().replace('\\', '/')).equals(step.get("uses")))
                .toList();
        assertThat(own).isNotEmpty();
        Set<String> inputs = names(Snippets.at(yaml(ACTION.resolve("action.yml")), "inputs"));
        for (Map<?, ?> step : own) {
            assertThat(inputs).containsAll(names(step.get("with")));
        }
    }

    @Test
    void readsEveryInputOfTheActionAndNoOther() throws IOException {
        Path file = ACTION.resolve("action.yml");
        assertThat(used("inputs", Files.readString(file))).isEqualTo(names(Snippets.at(yaml(file), "inputs")));
        assertThat(Snippets.at(yaml(file), "runs", "using")).isEqualTo("composite");
        for (Object step : (List<?>) Snippets.at(yaml(file), "runs", "steps")) {
            assertThat(names(step))
                    .as("what GitHub demands of a composite step")
                    .contains("shell", "run");
        }
    }
}
