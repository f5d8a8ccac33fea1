package hopscope.selftest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import hopscope.experiment.References;
import hopscope.protocol.message.FrameType;
import hopscope.protocol.message.Message;
import hopscope.scenario.LoadedScenario;
import hopscope.scenario.Protocol;
import hopscope.simulation.QuietObserver;
import hopscope.simulation.Runs;
import hopscope.topology.Topology;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What is for an unknown destination walks at random: the share that arrives, against an exact Markov chain. */
class RandomWalkTest {
    private static final int[] HOP_LIMITS = {4, 8, 16, 32};
    private static final long SEEDS = 4;

    /** A gossip interval so long that nobody gossips: nodes know their neighbours only. */
    private static final String SILENT = """
            name: walk
            duration: 30s
            topology: %s
            links: {latency: 1ms}
            protocols: [distance-vector]
            routing:
              hop-limit: %d
              distance-vector: {interval: 24h}
            reliability: {window: 65536, timeout: 1h, retries: 0}
            traffic:
              - {from: any, to: any, start: 1s, rate: 1000/s, stop: 29s}
            """;

    private static final class Walks extends QuietObserver {
        private long accepted;
        private long delivered;
        private int mostHops;
        private long tables;

        @Override
        public void accepted(long nowNanos, int node, long id, int destination) {
            accepted++;
        }

        @Override
        public void delivered(long nowNanos, int node, int source, long id, int hops) {
            delivered++;
            mostHops = Math.max(mostHops, hops);
        }

        @Override
        public void transmitted(long nowNanos, int node, Message message) {
            tables += message.type() == FrameType.ROUTE_TABLE ? 1 : 0;
        }
    }

    /**
     * Share of uniform ordered pairs delivered within so many links, exactly.
     *
     * @param neighboursKnown whether a neighbour of the destination sends to it, as ours do, or walks on at random
     */
    private static double delivered(Topology topology, int hopLimit, boolean neighboursKnown) {
        int nodes = topology.nodeCount();
        double sum = 0;
        for (int destination = 0; destination < nodes; destination++) {
            double[] within = RandomWalkChain.arrival(topology, destination, hopLimit, neighboursKnown);
            for (int source = 0; source < nodes; source++) {
                sum += source == destination ? 0 : within[source];
            }
        }
        return sum / (nodes * (nodes - 1));
    }

    /** The reference's nodes do not even know their neighbours; the chain must get its figures right all the same. */
    @Test
    void isAChainThatAgreesWithTheReference() {
        JsonNode results =
                References.read("reference", "random-walk-reference.json").get("results");
        for (String network : new String[] {"zoo-Abilene", "zoo-Geant2012", "zoo-Garr201201"}) {
            Topology topology = Runs.load(String.format(Locale.ROOT, SILENT, References.topology(network), 8))
                    .topology();
            JsonNode shares = results.get(network).get("P_deliver_within_H");
            for (int hopLimit : new int[] {8, 16, 32, 64}) {
                assertThat(delivered(topology, hopLimit, false))
                        .isCloseTo(shares.get(Integer.toString(hopLimit)).asDouble(), within(1e-6));
            }
        }
    }

    /** Between two given nodes; the figures for a cycle and a path have closed forms. */
    @Test
    void isAChainThatAgreesWithTheory() {
        JsonNode walks = References.read("reference", "theory.json").get("random_walk");
        String[][] networks = {
            {"cycle C20, distance 10", "{generate: ring, nodes: 20}"},
            {"cycle C20, distance 1", "{generate: ring, nodes: 20}"},
            {"path P20 end to end", "{generate: line, nodes: 20}"},
            {"torus 10x10 antipodal", "{generate: torus, rows: 10, columns: 10}"},
            {"star S20 leaf to leaf", "{generate: star, nodes: 20}"},
            {"complete K100", "{generate: complete, nodes: 100}"}
        };
        for (String[] network : networks) {
            JsonNode walk = walks.get(network[0]);
            Topology topology =
                    Runs.load(String.format(Locale.ROOT, SILENT, network[1], 8)).topology();
            walk.get("P_deliver_within_H").properties().forEach(share -> {
                int links = Integer.parseInt(share.getKey());
                double[] within =
                        RandomWalkChain.arrival(topology, walk.get("target").asInt(), links, false);
                assertThat(within[walk.get("source").asInt()])
                        .as("%s, %d links", network[0], links)
                        .isCloseTo(share.getValue().asDouble(), within(1e-6));
            });
        }
    }

    @Test
    void deliversTheShareOfTheMarkovChain() {
        for (String topology : new String[] {
            "{file: scenarios/topologies/abilene.graphml}", "{generate: ring, nodes: 12}", "{generate: star, nodes: 9}"
        }) {
            for (int hopLimit : HOP_LIMITS) {
                LoadedScenario loaded = Runs.load(String.format(Locale.ROOT, SILENT, topology, hopLimit));
                Walks walks = new Walks();
                for (long seed = 1; seed <= SEEDS; seed++) {
                    Runs.run(loaded, Protocol.DISTANCE_VECTOR, seed, walks);
                }
                assertThat(walks.tables).as("tables would teach routes").isZero();
                assertThat(walks.accepted).isGreaterThan(SEEDS * 25_000);
                assertThat(walks.mostHops).isLessThanOrEqualTo(hopLimit);
                double expected = delivered(loaded.topology(), hopLimit, true);
                double error = Math.sqrt(expected * (1 - expected) / walks.accepted);
                double share = (double) walks.delivered / walks.accepted;
                System.out.printf(
                        Locale.ROOT,
                        "random walk, %s, H=%d: chain %.4f measured %.4f%n",
                        topology,
                        hopLimit,
                        expected,
                        share);
                assertThat(share).as("%s, %d links", topology, hopLimit).isCloseTo(expected, within(4 * error + 1e-9));
            }
        }
    }
}
