package hopscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import hopscope.conformance.Rule;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The conformance kit: every rule catches a bug planted for it, and protocols that are right break none. */
class ConformanceCommandTest {
    @TempDir
    private Path folder;

    /**
     * A protocol with a mistake.
     *
     * @param changes pairs: a text of the sample, and what stands in its place
     */
    private record Bug(Rule rule, String name, List<String> changes) {
        static Bug of(Rule rule, String name, String... changes) {
            return new Bug(rule, name, List.of(changes));
        }

        @Override
        public String toString() {
            return rule.label() + ": " + name;
        }
    }

    private static Stream<Bug> bugs() {
        String send = "out.transmit(to, new ExtensionMessage(CODE, Arrays.copyOf(body.array(), body.position())));";
        return Stream.of(
                Bug.of(
                        Rule.KEEPS_CONTRACT,
                        "passes messages on to itself",
                        "return via(message.destination());",
                        "return self;"),
                Bug.of(
                        Rule.KEEPS_CONTRACT,
                        "is silent about some changes of routes",
                        "if (!Arrays.equals(old, now)) {",
                        "if (old[0] != now[0] && now[1] > 2) {"),
                Bug.of(Rule.KEEPS_CONTRACT, "refuses its own messages", "return true;", "return false;"),
                Bug.of(
                        Rule.REPEATS,
                        "looks at the clock",
                        "random.jittered(settings.interval().nanos(), 0.1)",
                        "settings.interval().nanos() + System.nanoTime() % 9999"),
                Bug.of(Rule.REACHES, "thinks that links are long", "distance + 1", "distance + 5"),
                Bug.of(
                        Rule.SURVIVES,
                        "throws when a neighbour goes",
                        "heard.remove(neighbours.id(slot));",
                        "if (self >= 0) throw new IllegalStateException();"),
                Bug.of(
                        Rule.SURVIVES,
                        "never rests",
                        "dueNanos = nowNanos + random.jittered",
                        "dueNanos = nowNanos + 0 * random.jittered"),
                Bug.of(
                        Rule.REFUSES_RUBBISH,
                        "reads beyond the end",
                        "while (in.remaining() >= 5) {",
                        "while (in.hasRemaining()) {"),
                Bug.of(
                        Rule.REFUSES_RUBBISH,
                        "takes everybody's messages",
                        "extension.protocolCode() != CODE",
                        "extension == null"),
                Bug.of(
                        Rule.CROSSES_THE_WIRE,
                        "changes messages that it has sent",
                        "private long dueNanos = Deadline.NONE;",
                        "private long dueNanos = Deadline.NONE; private final byte[] scratch = new byte[5 * 8];",
                        "ByteBuffer.allocate(5 * routes.size())",
                        "ByteBuffer.wrap(scratch)",
                        "Arrays.copyOf(body.array(), body.position())",
                        "scratch"),
                Bug.of(
                        Rule.STAYS_BOUNDED,
                        "keeps all that it ever heard",
                        "private long dueNanos = Deadline.NONE;",
                        "private long dueNanos = Deadline.NONE; private int kept;",
                        "heard.put(neighbours.id(slot), vector);",
                        "heard.put(neighbours.id(slot), vector); kept += vector.size();",
                        "return routes.size();",
                        "return routes.size() + kept;"),
                Bug.of(
                        Rule.STAYS_BOUNDED,
                        "says everything once more every while",
                        send,
                        "for (long more = nowNanos / settings.interval().nanos() / 20; more >= 0; more--) " + send));
    }

    @ParameterizedTest
    @MethodSource("bugs")
    void catchesABug(Bug bug) throws Exception {
        Path jar = SamplePlugin.jar(folder, "broken", bug.changes().toArray(String[]::new));
        CommandRun run = CommandRun.of("conformance", "vectors", "--plugin", jar.toString(), "--runs", "4");
        assertThat(run.status()).as(run.out() + run.err()).isEqualTo(1);
        assertThat(run.out()).containsPattern("BROKEN +" + bug.rule().label());
    }

    @Test
    void hasABugForEveryRule() {
        assertThat(bugs().map(Bug::rule).distinct()).containsExactlyInAnyOrder(Rule.values());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 20261122})
    void findsThatTheSampleKeepsEveryRule(long seed) throws Exception {
        Path jar = SamplePlugin.jar(folder, "vectors");
        assertKeepsEveryRule("vectors", seed, "--plugin", jar.toString());
    }

    private static Stream<String> own() {
        return Arrays.stream(hopscope.scenario.Protocol.values()).map(hopscope.scenario.Protocol::label);
    }

    @ParameterizedTest
    @MethodSource("own")
    void findsThatHopscopesOwnProtocolsKeepEveryRule(String protocol) {
        for (long seed : new long[] {1, 2, 20261122}) {
            assertKeepsEveryRule(protocol, seed);
        }
    }

    private static void assertKeepsEveryRule(String protocol, long seed, String... further) {
        List<String> words = new java.util.ArrayList<>(
                List.of("conformance", protocol, "--runs", "4", "--seed", Long.toString(seed)));
        words.addAll(List.of(further));
        CommandRun run = CommandRun.of(words.toArray(String[]::new));
        assertThat(run.out())
                .as("replay: hopscope " + String.join(" ", words))
                .contains(protocol + " keeps every rule")
                .doesNotContain("BROKEN");
        assertThat(run.status()).isZero();
    }

    @Test
    void saysWhichProtocolsThereAre() {
        CommandRun run = CommandRun.of("conformance", "vectors");
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("unknown protocol 'vectors'", "source-routing", "--plugin JAR");
    }
}
