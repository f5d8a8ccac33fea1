package hopscope.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hopscope.document.Problem;
import hopscope.scenario.Scenario;
import hopscope.scenario.ScenarioException;
import hopscope.scenario.ScenarioLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SweepFileTest {
    @TempDir
    private Path folder;

    @Test
    void spellsOutEveryCombinationInTheOrderOfTheFile() throws ScenarioException {
        LoadedSweep loaded = Sweeps.load(folder, """
                sweep:
                  matrix:
                    topology.nodes: [5, 6]
                    links.loss: [0%, 10%, 20%]
                """);
        assertThat(loaded.sweep().cells().stream().map(Cell::labels))
                .containsExactly(
                        List.of("5", "0%"),
                        List.of("5", "10%"),
                        List.of("5", "20%"),
                        List.of("6", "0%"),
                        List.of("6", "10%"),
                        List.of("6", "20%"));
        Scenario last = loaded.load(loaded.sweep().cells().get(5)).scenario();
        assertThat(last.links().loss().rate().ppm()).isEqualTo(200_000);
        assertThat(loaded.sweep().cells().get(5).nodes()).isEqualTo(6);
    }

    @Test
    void takesLabelledValuesAndGroupsOfChanges() throws ScenarioException {
        LoadedSweep loaded = Sweeps.load(folder, """
                sweep:
                  matrix:
                    faults:
                      none: []
                      cut: [{at: 5s, link-down: [0, 1]}]
                    size:
                      small: {set: {topology.nodes: 4, duration: 10s}}
                      large: {set: {topology.nodes: 9, traffic.0.rate: 3/s}}
                """);
        assertThat(loaded.sweep().cells().stream().map(Cell::labels))
                .containsExactly(
                        List.of("none", "small"),
                        List.of("none", "large"),
                        List.of("cut", "small"),
                        List.of("cut", "large"));
        Cell cutLarge = loaded.sweep().cells().get(3);
        assertThat(loaded.load(cutLarge).scenario().faults()).hasSize(1);
        assertThat(cutLarge.nodes()).isEqualTo(9);
        assertThat(loaded.sweep().cells().get(2).seconds()).isEqualTo(10);
    }

    @Test
    void leavesOutExclusionsAndAddsInclusions() throws ScenarioException {
        LoadedSweep loaded = Sweeps.load(folder, """
                sweep:
                  matrix:
                    topology.nodes: [5, 6, 7]
                    links.loss: [0%, 10%]
                  exclude:
                    - {topology.nodes: [6, 7], links.loss: 10%}
                    - {topology.nodes: 9999}
                  include:
                    - {links.loss: 50%}
                """.replace("    - {topology.nodes: 9999}\n", ""));
        assertThat(loaded.sweep().cells().stream().map(Cell::labels))
                .containsExactly(
                        List.of("5", "0%"),
                        List.of("5", "10%"),
                        List.of("6", "0%"),
                        List.of("7", "0%"),
                        List.of("-", "50%"));
    }

    @Test
    void givesTheSameHashForTheSameWorkAndAnotherForAnother() throws ScenarioException {
        String section = "sweep: {matrix: {links.loss: [0%, 10%]}, repeat: 2}\n";
        String hash = Sweeps.load(folder, section).sweep().hash();
        assertThat(Sweeps.load(folder, section + "# a comment\n").sweep().hash())
                .isEqualTo(hash);
        assertThat(Sweeps.load(folder, section.replace("10%", "11%")).sweep().hash())
                .isNotEqualTo(hash);
        assertThat(Sweeps.load(folder, section.replace("repeat: 2", "repeat: 3"))
                        .sweep()
                        .hash())
                .isNotEqualTo(hash);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            sweep: 5                                                 | 6:8: 'sweep' is a number
            sweep: {matrx: {}}                                       | 6:9: unknown key 'matrx' in 'sweep'; expected one of matrix, include, exclude, repeat, pair-by; did you mean 'matrix'?
            sweep: {matrix: {links.loss: 5%}}                        | 6:30: the axis 'links.loss' has no values
            sweep: {matrix: {links.loss: []}}                        | 6:30: the axis 'links.loss' has no values
            sweep: {matrix: {links.loss: [5%, 5%]}}                  | 6:35: the value '5%' of 'links.loss' is listed twice
            sweep: {matrix: {faults: [[]]}}                          | 6:27: a value of 'faults' is a list and needs a label
            sweep: {matrix: {links.loss: [0%, 5]}}                   | 6:35: 'links.loss': '5' has no unit
            sweep: {matrix: {links.los: [0%, 5%]}}                   | 6:30: unknown key 'los' in 'links'
            sweep: {matrix: {links.loss: [0%]}, exclude: [{a: 5}]}   | 6:48: the matrix has no axis 'a'; expected one of links.loss
            sweep: {matrix: {links.loss: [0%]}, exclude: [{links.loss: 1%}]} | 6:60: the axis 'links.loss' has no value '1%'; expected one of 0%
            sweep: {matrix: {links.loss: [0%]}, exclude: [{links.loss: 0%}]} | 6:8: no combination is left
            sweep: {matrix: {links.loss: [0%]}, include: [{links.loss: 0%}]} | 6:47: this combination is in the sweep already
            sweep: {repeat: {min: 5, until: "ci95(hops_mean) < 5%"}} | 6:17: the key 'max' is missing in 'sweep.repeat'
            sweep: {repeat: {min: 5, max: 4, until: "ci95(hops_mean) < 5%"}} | 6:31: max 4 is less than min 5
            sweep: {repeat: {min: 5, max: 9, until: "ci95(hops_meen) < 5%"}} | 6:41: unknown metric 'hops_meen'
            sweep: {repeat: {min: 5, max: 9, until: "soon"}}         | 6:41: cannot read this rule
            sweep: {repeat: 0}                                       | 6:17: 'sweep.repeat' is not a whole number from 1 to 100000
            sweep: {pair-by: protocl}                                | 6:18: cannot pair by 'protocl'; expected one of protocol; did you mean 'protocol'?
            """)
    void tellsWhatIsWrongAndWhere(String section, String message) {
        assertThatThrownBy(() -> Sweeps.load(folder, section + "\n"))
                .isInstanceOfSatisfying(
                        ScenarioException.class,
                        e -> assertThat(e.problems().stream()
                                        .map(Problem::toString)
                                        .collect(Collectors.joining("\n")))
                                .contains("sweep.yaml:" + message));
    }

    @Test
    void refusesAScenarioWithoutASweepAndASweepAsAScenario() {
        assertThatThrownBy(() -> Sweeps.load(folder, ""))
                .hasMessageContaining("sweep.yaml:1:1: this scenario has no 'sweep'");
        Path file = Sweeps.write(folder, Sweeps.BASE + "sweep: {matrix: {links.loss: [0%]}}\n");
        assertThatThrownBy(() -> ScenarioLoader.load(file, List.of()))
                .hasMessageContaining("sweep.yaml:6:1: this file describes a sweep of many scenarios; expected"
                        + " 'hopscope sweep FILE'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"static", "link-failure", "churn"})
    void loadsEveryShippedSweepWithoutWarnings(String name) throws ScenarioException {
        LoadedSweep loaded = SweepFile.load(Path.of("scenarios", "headline", name + ".yaml"), List.of());
        assertThat(loaded.sweep().cells())
                .hasSize(15)
                .allSatisfy(cell -> assertThat(cell.entries()).hasSize(4));
        assertThat(loaded.warnings()).isEmpty();
    }

    @Test
    void readsTheScenarioAloneWhenToldTo() throws ScenarioException {
        Path file = Sweeps.write(folder, Sweeps.BASE + "sweep: {matrix: {links.loss: [0%]}}\n");
        assertThat(ScenarioLoader.load(file, List.of("sweep=null")).scenario().name())
                .isEqualTo("tiny");
    }
}
