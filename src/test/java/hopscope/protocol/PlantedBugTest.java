package hopscope.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Tests the tests: plants a known bug in a copy of a source file, compiles it, loads the project with it, and expects
 * the check for that behaviour to fail, which passes on the real code.
 */
class PlantedBugTest {
    @TempDir
    Path folder;

    /** A bug: in which file what text becomes what, and which of {@link PlantedBugChecks} must notice. */
    private record Bug(String name, String file, String text, String replacement, String check) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Bug> bugs() {
        return Stream.of(
                new Bug(
                        "the node does not ask whether it handled a message",
                        "node/Node.java",
                        "if (handled.contains(data.source(), data.id()))",
                        "if (false)",
                        "handlesADuplicateOnce"),
                new Bug(
                        "the duplicate filter finds nothing",
                        "reliability/DuplicateFilter.java",
                        "return table[tableIndex(source, id)] != EMPTY;",
                        "return false;",
                        "handlesADuplicateOnce"),
                new Bug(
                        "an equal distance is accepted",
                        "routing/distancevector/TableMerge.java",
                        "(own | guards) - (theirs + twos) & guards;",
                        "(own | guards) - (theirs + twos / 2) & guards;",
                        "keepsTheFirstOfTwoEquallyLongRoutes"),
                new Bug(
                        "the entry of a lost neighbour is not deleted",
                        "routing/distancevector/DistanceVectorRouter.java",
                        "replace(neighbours.id(slot), RouteTable.NO_ROUTE, out);",
                        "",
                        "deletesTheEntryOfALostNeighbour"),
                new Bug(
                        "routes that may lead back are taken",
                        "routing/feasible/FeasibleRouter.java",
                        "if (!table.isFeasible(destination, theirs))",
                        "if (false)",
                        "neverLoopsWithFeasibleRoutes"),
                new Bug(
                        "a feasibility distance is forgotten with the route",
                        "routing/feasible/FeasibleTable.java",
                        "|| feasible[destination] == NONE",
                        "|| entries[destination] == FeasibleUpdate.NO_ROUTE",
                        "neverLoopsWithFeasibleRoutes"),
                new Bug(
                        "nobody is asked for a newer sequence number",
                        "routing/feasible/SequenceRequests.java",
                        "return wanted.add(destination) && unasked.add(destination);",
                        "return false;",
                        "repairsARingWithFeasibleRoutes"),
                new Bug(
                        "split horizon does not poison",
                        "message/RipUpdate.java",
                        "return meaning.omitsReceiver() ? NOT_LISTED : UNREACHABLE;",
                        "return distance >= meaning.infinity() ? UNREACHABLE : distance;",
                        "doesNotCountToInfinityOnALine"),
                new Bug(
                        "lost routes are never forgotten",
                        "routing/rip/RipRouter.java",
                        "table.set(destination, RipTable.ABSENT, 0);",
                        "table.setTime(destination, nowNanos);",
                        "forgetsADeadDestination"),
                new Bug(
                        "the next hop is not believed when it says further",
                        "routing/rip/RipRouter.java",
                        "} else if (fromNextHop && offered > reachOf(entry)) {",
                        "} else if (false) {",
                        "believesTheNextHop"),
                new Bug(
                        "a link counts when one end lists it",
                        "routing/linkstate/LinkRows.java",
                        "return (wide == null ? narrow[at] : wide[at]) < 0;",
                        "return true;",
                        "ignoresALinkThatOnlyOneEndLists"),
                new Bug(
                        "the window has no bound",
                        "reliability/SendWindow.java",
                        "return byDeadline.size() >= config.window();",
                        "return false;",
                        "refusesWhatTheWindowDoesNotHold"),
                new Bug(
                        "records do not age",
                        "routing/linkstate/RecordAges.java",
                        "if (age >= maxAgeMillis) {",
                        "if (false) {",
                        "forgetsTheRecordOfADeadNode"),
                new Bug(
                        "an older record is accepted",
                        "routing/linkstate/RecordAges.java",
                        "return record.sequence() > known.sequence() || isNewCount;",
                        "return true;",
                        "keepsTheNewerOfTwoRecords"),
                new Bug(
                        "a route error is ignored",
                        "node/Node.java",
                        "router.receiveRouteError(nowNanos, error, out);",
                        "",
                        "sendsAgainAroundABrokenLink"),
                new Bug(
                        "flooding sends a record back to where it came from",
                        "routing/linkstate/LinkStateDatabase.java",
                        "Math.min(Math.max(log.indexOf(skipTo), gapFrom), to)",
                        "gapFrom",
                        "floodsNothingBack"),
                new Bug(
                        "the checksum is not compared",
                        "wire/FrameCodec.java",
                        "if (checksumSent != checksumOf(bytes, offset, length))",
                        "if (false)",
                        "noticesADamagedBody"));
    }

    @ParameterizedTest
    @MethodSource("bugs")
    void noticesThat(Bug bug) throws Exception {
        assertThatCode(() -> run(bug.check()))
                .as("the check passes on the real code, loaded the same way")
                .doesNotThrowAnyException();
        compileWith(bug);
        assertThat(catchThrowable(() -> run(bug.check())))
                .as("the check fails on the planted bug")
                .isExactlyInstanceOf(AssertionError.class);
    }

    @Test
    void loadsTheChangedClassInsteadOfTheRealOne() throws Exception {
        Bug bug = bugs().skip(1).findFirst().orElseThrow();
        compileWith(bug);
        try (PlantedBug.World loader = new PlantedBug.World(folder)) {
            Class<?> loaded = loader.loadClass("hopscope.protocol.reliability.DuplicateFilter");
            assertThat(loaded.getProtectionDomain().getCodeSource().getLocation())
                    .isEqualTo(folder.toUri().toURL());
            assertThat(loader.loadClass("hopscope.protocol.node.Node").getClassLoader())
                    .isSameAs(loader);
        }
    }

    private void compileWith(Bug bug) throws Exception {
        new PlantedBug("protocol/" + bug.file(), bug.text(), bug.replacement()).compileInto(folder);
    }

    private void run(String check) throws Throwable {
        PlantedBug.call(folder, PlantedBugChecks.class, check);
    }
}
