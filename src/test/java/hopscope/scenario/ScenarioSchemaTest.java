package hopscope.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import hopscope.random.RandomStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScenarioSchemaTest {
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(ScenarioSchema.json());

    private static List<Error> errors(String yaml) {
        return SCHEMA.validate(yaml, InputFormat.YAML);
    }

    static List<Path> files() throws Exception {
        return ScenarioFilesTest.files();
    }

    @ParameterizedTest
    @MethodSource("files")
    void acceptsEveryShippedFile(Path file) throws Exception {
        assertThat(errors(Files.readString(file))).isEmpty();
        Scenario scenario = ScenarioLoader.load(file, List.of()).scenario();
        assertThat(errors(ScenarioWriter.toYaml(scenario))).isEmpty();
    }

    @Test
    void acceptsWhatTheWriterPrints() {
        for (long seed = 0; seed < 50; seed++) {
            String text = ScenarioWriter.toYaml(new ScenarioDraws(new RandomStream(seed)).scenario());
            assertThat(errors(text)).as("seed %d", seed).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sede: 1",
                "seed: many",
                "replications: 0",
                "duration: 5",
                "links: {loss: 0.01}",
                "links: {los: 1%}",
                "links: {latency: 10}",
                "links: {latency: {min: 1ms}}",
                "links: {latency: {distribution: gauss}}",
                "routing: {hop-limit: 256}",
                "reliability: {backoff: 0.5}",
                "protocols: [flooding]",
                "topology: {nodes: 6}",
                "topology: {generate: ring, nodes: 6, edges: [[0, 1]]}",
                "topology: {generate: rng, nodes: 6}",
                "topology: {edges: [[0]]}",
                "topology: {edges: [[0, 1, 12]]}",
                "topology: {generate: erdos-renyi, nodes: 3, probability: 2}",
                "traffic: [{from: 1, every: 1s}]",
                "traffic: [{from: 1, to: 2, rate: 5}]",
                "traffic: [{from: 1, to: 2, count: 1, payload: [256]}]",
                "faults: [{at: 1s}]",
                "faults: [{at: 1s, node-down: 1, node-up: 2}]",
                "expect: ['delivery_ration > 0.9']",
                "expect: ['sent > 20ms']",
            })
    void rejectsWhatTheLoaderRefuses(String line) {
        String key = line.substring(0, line.indexOf(':') + 1);
        StringBuilder text = new StringBuilder(line).append('\n');
        Scenarios.SMALL
                .lines()
                .filter(other -> !other.startsWith(key))
                .forEach(other -> text.append(other).append('\n'));
        assertThat(errors(text.toString())).isNotEmpty();
        assertThat(Scenarios.problems(text.toString())).isNotEmpty();
    }

    @Test
    void rejectsAScenarioWithoutItsRequiredKeys() {
        assertThat(errors("seed: 1")).hasSize(3);
    }

    @Test
    void describesEveryKey() {
        String json = ScenarioSchema.json();
        assertThat(json)
                .contains("\"All randomness of all replications derives from it.\"")
                .contains("\"default\" : \"500ms\"")
                .doesNotContain("\r")
                .isEqualTo(ScenarioSchema.json());
    }
}
