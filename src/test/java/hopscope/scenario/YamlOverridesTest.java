package hopscope.scenario;

import static hopscope.scenario.Scenarios.SMALL;
import static hopscope.scenario.Scenarios.load;
import static hopscope.scenario.Scenarios.problems;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class YamlOverridesTest {
    private static final String TRAFFIC = SMALL + "traffic: [{from: 1, to: 2, every: 1s, count: 5}]\n";

    @Test
    void replacesValuesAndCreatesSections() throws Exception {
        Scenario scenario = load(
                        TRAFFIC,
                        "seed=7",
                        "links.loss=2%",
                        "routing.source-routing.interval=3s",
                        "traffic.0.count=9",
                        "protocols=[distance-vector]",
                        "topology={generate: line, nodes: 4}")
                .scenario();
        assertThat(scenario.seed()).isEqualTo(7);
        assertThat(scenario.links().loss()).isEqualTo(LossSpec.independent(new Share(20_000)));
        assertThat(scenario.routing().sourceRouting().interval()).isEqualTo(new TimeSpan(3_000_000_000L));
        assertThat(scenario.traffic().get(0).count()).isEqualTo(9);
        assertThat(scenario.protocolNames()).containsExactly("distance-vector");
        assertThat(scenario.topology().nodes()).isEqualTo(4);
    }

    @Test
    void letsTheLaterOverrideWin() throws Exception {
        assertThat(load(SMALL, "seed=7", "seed=8").scenario().seed()).isEqualTo(8);
    }

    @Test
    void takesAValueAwayWithNull() throws Exception {
        assertThat(load(TRAFFIC, "traffic=null").scenario().traffic()).isEmpty();
        assertThat(load(TRAFFIC, "traffic.0.count=null")
                        .scenario()
                        .traffic()
                        .get(0)
                        .count())
                .isNull();
    }

    @Test
    void changesOneUseOfAnAliasOnly() throws Exception {
        String text = SMALL + "routing: {source-routing: &g {fanout: 2}, distance-vector: *g}\n";
        RoutingSpec routing =
                load(text, "routing.distance-vector.fanout=3").scenario().routing();
        assertThat(routing.sourceRouting().fanout()).isEqualTo(2);
        assertThat(routing.distanceVector().fanout()).isEqualTo(3);
    }

    @Test
    void namesTheOverrideWhoseKeyIsWrong() {
        assertThat(problems(SMALL, "links.los=1%"))
                .containsExactly(
                        "--set links.los=1%: unknown key 'los' in 'links'; expected one of preset, latency, jitter, loss, duplicate, "
                                + "reorder, corrupt, bandwidth, queue, mtu, classes, selectors, single;"
                                + " did you mean 'loss'?");
        assertThat(problems(SMALL, "link.loss=1%"))
                .singleElement()
                .asString()
                .startsWith("--set link.loss=1%: unknown key 'link'; expected one of name,")
                .contains("did you mean 'links'?");
    }

    @Test
    void namesTheOverrideWhoseValueIsWrong() {
        assertThat(problems(SMALL, "links.loss=0.5"))
                .containsExactly("--set links.loss:1:1: 'links.loss': '0.5' has no unit; expected a share in per cent"
                        + " from 0% to 100%, such as 1%; did you mean '50%'?");
        assertThat(problems(SMALL, "protocols=[source-routing"))
                .singleElement()
                .asString()
                .startsWith("--set protocols:1:16: this is not YAML");
        assertThat(problems(SMALL, "seed="))
                .containsExactly("--set seed:1:1: 'seed': there is no value here; expected a whole number");
    }

    @Test
    void refusesPathsThatLeadNowhere() {
        assertThat(problems(SMALL, "seed", "=3"))
                .containsExactly(
                        "--set =3: the override has no path; expected path=value, such as links.loss=1%",
                        "--set seed: the override has no '='; expected path=value, such as links.loss=1%");
        assertThat(problems(TRAFFIC, "traffic.1.count=3", "traffic.x=1"))
                .containsExactly(
                        "--set traffic.1.count=3: 'traffic' is a list of 1 without a position '1'; expected a position"
                                + " from 0 to 0",
                        "--set traffic.x=1: 'traffic' is a list of 1 without a position 'x'; expected a position from"
                                + " 0 to 0");
        assertThat(problems(SMALL, "name.first=x"))
                .containsExactly("--set name.first=x: 'name' is text and has no 'first'; expected path=value, such as"
                        + " links.loss=1%");
    }

    @Test
    void reportsTheFileAndTheOverridesTogether() {
        assertThat(problems(SMALL + "seed: x\n", "wire=fast", "nodes=3"))
                .extracting(line -> line.substring(0, line.indexOf(": ")))
                .containsExactly("s.yaml:4:7", "--set nodes=3", "--set wire:1:1");
    }

    @Test
    void choosesEntriesOfProtocolsByName() throws Exception {
        String text = "name: t\nduration: 1s\ntopology: {generate: ring, nodes: 5}\n"
                + "protocols: [source-routing, {name: dv-fast, use: distance-vector, interval: 200ms}]\n";
        Scenario chosen = load(text, "protocols=[dv-fast, distance-vector]").scenario();
        assertThat(chosen.protocolNames()).containsExactly("dv-fast", "distance-vector");
        assertThat(chosen.protocols().get(0).settings().interval()).isEqualTo(new TimeSpan(200_000_000L));
        assertThat(chosen.protocols().get(1).settings().interval()).isEqualTo(new TimeSpan(1_000_000_000L));
        assertThatThrownBy(() -> load(text, "protocols=[dv-fat]"))
                .isInstanceOfSatisfying(
                        ScenarioException.class,
                        refused -> assertThat(refused.problems())
                                .singleElement()
                                .asString()
                                .isEqualTo("--set protocols:1:2: unknown protocol 'dv-fat'; expected one of dv-fast,"
                                        + " source-routing, distance-vector, distance-vector-rip, distance-vector-feasible, link-state;"
                                        + " did you mean 'dv-fast'?"));
    }
}
