package hopscope.bench;

import static org.assertj.core.api.Assertions.assertThat;

import hopscope.scenario.LoadedScenario;
import hopscope.scenario.Protocol;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class FailureRowTest {
    private static final BenchSettings PATIENT = new BenchSettings(false, 100, List.of());

    /** Without its first link all can still reach each other, by longer ways. */
    private static final BenchNetwork GRID = BenchNetwork.grid(5);

    private static BenchFigure run(Protocol protocol, BenchSettings settings) {
        List<BenchFigure> figures = new FailureRow("failure", protocol, GRID).run(settings);
        assertThat(figures).hasSize(1);
        assertThat(figures.get(0).name()).isEqualTo("failure");
        return figures.get(0);
    }

    @Test
    void saysThatAProtocolRepairsTheFailure() {
        BenchFigure figure = run(Protocol.SOURCE_ROUTING, PATIENT);
        assertThat(figure.value()).isPositive();
        assertThat(figure.note()).contains("verdict: correct, exact after ").contains("in the event of the failure");
    }

    @Test
    void saysThatAProtocolDoesNotRepairTheFailure() {
        assertThat(run(Protocol.DISTANCE_VECTOR, PATIENT).note()).contains("verdict: stable-wrong; ");
    }

    @Test
    void failsWhenAllRoutesAreOptimal() {
        LoadedScenario loaded = GRID.scenario("200s");
        double exact = NetworkRun.toExact(loaded, Protocol.DISTANCE_VECTOR, 100).virtualSeconds();
        assertThat(run(Protocol.DISTANCE_VECTOR, PATIENT).note())
                .startsWith(String.format(Locale.ROOT, "failure at %.1f s of virtual time; ", exact));
    }

    @Test
    void givesUpWhenTheTimeIsOver() {
        BenchFigure figure = run(Protocol.SOURCE_ROUTING, new BenchSettings(false, 0, List.of()));
        assertThat(figure.value()).isNaN();
        assertThat(figure.note()).isEqualTo("did not finish in 0 s; the virtual clock stood at 0.0 s");
    }

    @Test
    void measuresAllKindsOfPathsOnASmallNetwork() {
        List<BenchFigure> figures = new PathsRow(50).run(new BenchSettings(true, 100, List.of()));
        assertThat(figures).extracting(BenchFigure::name).containsExactly("paths/hops", "paths/weighted", "paths/one");
        assertThat(figures).allSatisfy(figure -> assertThat(figure.value()).isPositive());
    }
}
