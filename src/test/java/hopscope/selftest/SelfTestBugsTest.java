package hopscope.selftest;

import static org.assertj.core.api.Assertions.assertThat;

import hopscope.protocol.PlantedBug;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Tests that every case of the selftest can fail: what it tests is broken on purpose, and the rows that are meant to
 * notice must fail. That they pass otherwise is for {@link SelfTestTest}.
 */
class SelfTestBugsTest {
    @TempDir
    Path folder;

    /** What is broken, which case must notice, and a text that some failing row must hold. */
    private record Broken(String name, String test, String row, PlantedBug bug) {
        @Override
        public String toString() {
            return test + ": " + name;
        }
    }

    private static Broken broken(String test, String name, String row, String file, String text, String replacement) {
        return new Broken(name, test, row, new PlantedBug(file, text, replacement));
    }

    static Stream<Broken> bugs() {
        return Stream.of(
                broken(
                        "random-walk",
                        "an unknown destination is left to the first neighbour",
                        "ring of 20",
                        "protocol/routing/distancevector/DistanceVectorRouter.java",
                        "random.nextInt(neighbours.count())",
                        "0"),
                broken(
                        "random-walk",
                        "the last neighbour is drawn twice as often as the others",
                        "torus 10 x 10",
                        "protocol/routing/distancevector/DistanceVectorRouter.java",
                        "random.nextInt(neighbours.count())",
                        "Math.min(random.nextInt(neighbours.count() + 1), neighbours.count() - 1)"),
                broken(
                        "random-walk",
                        "a message may cross one link less than the limit",
                        "hop limit 8",
                        "protocol/node/Forwarding.java",
                        "if (linksNeeded > message.hopLimit())",
                        "if (linksNeeded >= message.hopLimit())"),
                broken(
                        "retransmission",
                        "one retransmission too few",
                        "share given up",
                        "protocol/reliability/SendWindow.java",
                        "if (message.transmissions() > config.retries())",
                        "if (message.transmissions() >= config.retries())"),
                broken(
                        "retransmission",
                        "duplicates are handled",
                        "messages handled twice",
                        "protocol/reliability/DuplicateFilter.java",
                        "return table[tableIndex(source, id)] != EMPTY;",
                        "return false;"),
                broken(
                        "retransmission",
                        "only one direction of a link loses frames",
                        "transmissions per message",
                        "simulation/Links.java",
                        "return directions[direction].transmit(nowNanos, frameBytes);",
                        "return (direction & 1) == 1"
                                + " ? nowNanos + 1_000_000 : directions[direction].transmit(nowNanos, frameBytes);"),
                broken(
                        "backoff",
                        "the wait grows linearly",
                        "retransmission 3",
                        "protocol/reliability/ReliabilityConfig.java",
                        "wait *= backoff;",
                        "wait += timeoutNanos;"),
                broken(
                        "backoff",
                        "the first wait is doubled already",
                        "time to delivery",
                        "protocol/reliability/SendWindow.java",
                        "config.waitNanos(message.transmissions())",
                        "config.waitNanos(message.transmissions() + 1)"),
                broken(
                        "burst-loss",
                        "the bad state is left for the share of its time",
                        "mean burst",
                        "simulation/Impairments.java",
                        "bad ? 1 - model.loss.toGood() : model.loss.toBad()",
                        "model.loss.badShare()"),
                broken(
                        "queues",
                        "the queue holds one frame more than it should",
                        "share dropped",
                        "simulation/LinkQueue.java",
                        "framesMax >= 0 && count >= framesMax",
                        "framesMax >= 0 && count > framesMax"),
                broken(
                        "generators",
                        "a torus is joined in one direction only",
                        "torus 10 x 10: diameter",
                        "topology/TopologyGenerator.java",
                        "builder.link(node, (row + 1) % rows * columns + column);",
                        "builder.link(node, Math.min(row + 1, rows - 1) * columns + column);"),
                broken(
                        "generators",
                        "links are drawn with a tenth more than the probability asked for",
                        "erdos-renyi",
                        "topology/TopologyGenerator.java",
                        "new GnpRandomGraphGenerator<>(nodes, parameters.probability(), seed)",
                        "new GnpRandomGraphGenerator<>(nodes, 1.1 * parameters.probability(), seed)"),
                broken(
                        "synchronous-rounds",
                        "nodes do not start together",
                        "ring of 21",
                        "protocol/routing/GossipTimer.java",
                        "config.together() ? 1 : random.nextDouble()",
                        "random.nextDouble()"),
                broken(
                        "synchronous-rounds",
                        "one neighbour is never told",
                        "ring of 21",
                        "protocol/routing/Neighbours.java",
                        "int count = Math.min(wanted, connectedCount);",
                        "int count = Math.min(wanted, connectedCount > 1 ? connectedCount - 1 : connectedCount);"),
                broken(
                        "flooding",
                        "a record is told to the neighbour that brought it, too",
                        "transmissions",
                        "protocol/routing/linkstate/GossipExchange.java",
                        "newsSince(from, slot, database.endPosition())",
                        "database.newsSince(from, 0, 0, database.endPosition())"),
                broken(
                        "flooding",
                        "news wait for the rounds",
                        "shortest latency",
                        "protocol/routing/linkstate/LinkStateCore.java",
                        "exchange.flood(nowNanos, out);",
                        ""),
                broken(
                        "spread-rounds",
                        "who is pushed to answers with news",
                        "push: rounds",
                        "protocol/routing/linkstate/GossipExchange.java",
                        "case PUSH -> nothingFor(slot);",
                        "case PUSH -> newsFor(slot);"),
                broken(
                        "spread-rounds",
                        "who pulls tells news",
                        "pull: rounds",
                        "protocol/routing/linkstate/GossipExchange.java",
                        "case PULL, FLOODING -> tell(nowNanos, slot, true, nothingFor(slot), out);",
                        "case PULL, FLOODING -> tell(nowNanos, slot, true, newsFor(slot), out);"),
                broken(
                        "stale-routes",
                        "the entry of a lost neighbour stays, and its routes with it",
                        "distance-vector",
                        "protocol/routing/distancevector/TableMerge.java",
                        "(theirs + twos) & guards;",
                        "(theirs + twos) & guards & ~(theirs + 0x7E * DistanceLanes.NARROW_ONES);"),
                broken(
                        "stale-routes",
                        "a lost link stays in the own record",
                        "source-routing",
                        "protocol/routing/linkstate/LinkStateCore.java",
                        "    public void neighbourDown(int slot, Effects out) {\n        originate();",
                        "    public void neighbourDown(int slot, Effects out) {\n"),
                broken(
                        "count-to-infinity",
                        "split horizon is on whatever the setting says",
                        "line of 3",
                        "protocol/routing/rip/RipRouter.java",
                        "return config.splitHorizon() == SplitHorizon.NONE",
                        "return config == null"),
                broken(
                        "count-to-infinity",
                        "the next hop's word does not count when it is worse",
                        "RFC 1058, round 9",
                        "protocol/routing/rip/RipRouter.java",
                        "} else if (fromNextHop && offered > reachOf(entry)) {",
                        "} else if (fromNextHop && offered > reachOf(entry) + 1) {"),
                broken(
                        "stale-routes",
                        "infinity is one too small",
                        "ring of 16, distance-vector-rip",
                        "simulation/NodeFactory.java",
                        "                spec.infinity(),",
                        "                spec.infinity() - 1,"),
                broken(
                        "one-failure",
                        "with the entry of a lost neighbour go all that lead over it",
                        "Abilene",
                        "protocol/routing/distancevector/DistanceVectorRouter.java",
                        "        replace(neighbours.id(slot), RouteTable.NO_ROUTE, out);",
                        "        for (int d = 0; d < 256; d++) {\n            if (via(d) == neighbours.id(slot)) {\n"
                                + "                replace(d, RouteTable.NO_ROUTE, out);\n            }\n        }"));
    }

    @ParameterizedTest
    @MethodSource("bugs")
    void noticesThat(Broken broken) throws Throwable {
        broken.bug().compileInto(folder);
        String failures = (String) PlantedBug.call(folder, SelfTestProbe.class, "failures", broken.test());
        assertThat(failures)
                .as("rows of %s that fail", broken.test())
                .contains(broken.row())
                .doesNotContain(SelfTestProbe.BROKE_DOWN);
    }

    @Test
    void passesInAWorldOfItsOwnWithoutABug() throws Throwable {
        assertThat(PlantedBug.call(folder, SelfTestProbe.class, "failures", "backoff"))
                .isEqualTo("");
    }

    @Test
    void breaksEveryCase() {
        Set<String> broken = bugs().map(Broken::test).collect(Collectors.toCollection(TreeSet::new));
        List<String> cases = SelfTest.of(name -> true, SelfTest.DEFAULT_SEED).descriptions().stream()
                .map(Description::name)
                .sorted()
                .toList();
        assertThat(broken).containsExactlyElementsOf(cases);
    }
}
