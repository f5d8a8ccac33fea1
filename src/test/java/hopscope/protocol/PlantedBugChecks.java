package hopscope.protocol;

import hopscope.protocol.message.AckMessage;
import hopscope.protocol.message.LinkStateGossip;
import hopscope.protocol.message.LinkStateRecord;
import hopscope.protocol.message.RouteTable;
import hopscope.protocol.message.SessionMessage.Hello;
import hopscope.protocol.node.Node;
import hopscope.protocol.node.RouterFactory;
import hopscope.protocol.routing.Neighbours;
import hopscope.protocol.routing.distancevector.DistanceVectorRouter;
import hopscope.protocol.routing.linkstate.Ageing;
import hopscope.protocol.routing.linkstate.EqualCost;
import hopscope.protocol.routing.linkstate.LinkStateConfig;
import hopscope.protocol.routing.linkstate.LinkStateCore;
import hopscope.protocol.routing.linkstate.SourceRouter;
import hopscope.protocol.routing.linkstate.Spread;
import hopscope.protocol.wire.FrameCodec;
import hopscope.protocol.wire.FrameError;
import hopscope.random.RandomStream;

/**
 * One check for each planted bug of {@link PlantedBugTest}, which runs them by name against the real code and against
 * the code with the bug. They throw {@link AssertionError} themselves: nothing from outside the project is loaded twice.
 */
public final class PlantedBugChecks {
    private static final long SECOND = TinyNetwork.SECOND;

    private PlantedBugChecks() {}

    private static void require(boolean condition, String what) {
        if (!condition) {
            throw new AssertionError(what);
        }
    }

    /** A message whose acknowledgement is lost arrives twice and is handled once. */
    public static void handlesADuplicateOnce() {
        int[] lost = {0};
        TinyNetwork network = pair(TinyNetwork.distanceVector())
                .lose(frame -> frame.message() instanceof AckMessage && lost[0]++ == 0);
        network.send(0, 1, new byte[] {1});
        network.run(10 * SECOND);
        require(
                network.deliveries().size() == 1,
                "handled " + network.deliveries().size() + " times");
        require(network.acknowledged().size() == 1, "not acknowledged");
    }

    private static TinyNetwork pair(RouterFactory routers) {
        return new TinyNetwork(routers, 3).nodes(2).link(0, 1, TinyNetwork.MS).run(3 * SECOND);
    }

    /** A route as long as the known one is not adopted. */
    public static void keepsTheFirstOfTwoEquallyLongRoutes() {
        Neighbours neighbours = new Neighbours();
        DistanceVectorRouter router = new DistanceVectorRouter(0, neighbours, TinyNetwork.GOSSIP, new RandomStream(1));
        RecordedEffects effects = new RecordedEffects();
        for (int peer : new int[] {1, 2}) {
            int slot = neighbours.register(peer);
            neighbours.connect(slot, 1);
            router.neighbourUp(slot, effects);
        }
        for (int owner : new int[] {1, 2}) {
            int[] row = {RouteTable.NO_ROUTE, RouteTable.NO_ROUTE, RouteTable.NO_ROUTE, RouteTable.ONE_HOP};
            RouteTable table = new RouteTable(owner, false, row, new int[] {3}, 1, RouteTable.NO_VERSION);
            router.receive(0, neighbours.slotOf(owner), table, effects);
        }
        require(router.distance(3) == 2, "distance " + router.distance(3));
        require(router.via(3) == 1, "by way of " + router.via(3));
    }

    /** The entry of a lost neighbour is gone. */
    public static void deletesTheEntryOfALostNeighbour() {
        TinyNetwork network = pair(TinyNetwork.distanceVector());
        require(network.node(0).routes().distance(1) == 1, "not neighbours");
        network.cut(0, 1);
        require(network.node(0).routes().distance(1) == -1, "the entry is still there");
        require(network.node(0).routes().entryCount() == 0, "the table is not empty");
    }

    /** Whatever fails, next hops never lead round. */
    public static void neverLoopsWithFeasibleRoutes() {
        for (long seed = 0; seed < 30; seed++) {
            RandomFailures failures = new RandomFailures(TinyNetwork.feasible(), seed, 0);
            failures.network().run(5 * SECOND);
            for (int i = 0; i < 8; i++) {
                failures.disturb();
                boolean loops = failures.network().runUntil(() -> failures.loopingDestination() >= 0, SECOND / 2);
                require(!loops, "a loop to node " + failures.loopingDestination() + " with seed " + seed);
            }
        }
    }

    private static TinyNetwork ring(RouterFactory routers, int nodes) {
        TinyNetwork network = new TinyNetwork(routers, 3).nodes(nodes);
        for (int node = 0; node < nodes; node++) {
            network.link(node, (node + 1) % nodes, TinyNetwork.MS);
        }
        return network.run(5 * SECOND);
    }

    /** After a cut, the ends of a ring find each other the long way round. */
    public static void repairsARingWithFeasibleRoutes() {
        TinyNetwork network = ring(TinyNetwork.feasible(), 6);
        require(network.node(0).routes().distance(5) == 1, "not neighbours");
        network.cut(0, 5).run(10 * SECOND);
        require(
                network.node(0).routes().distance(5) == 5,
                "distance " + network.node(0).routes().distance(5));
    }

    private static TinyNetwork lineThatLostItsEnd() {
        TinyNetwork network = new TinyNetwork(TinyNetwork.rip(), 3).nodes(3);
        network.link(0, 1, TinyNetwork.MS).link(1, 2, TinyNetwork.MS).run(5 * SECOND);
        require(network.node(0).routes().distance(2) == 2, "no route along the line");
        return network.cut(1, 2);
    }

    /** Poisoned reverse: a node that lost a route is not offered its own one, even by who has not heard of the loss. */
    public static void doesNotCountToInfinityOnALine() {
        TinyNetwork network = lineThatLostItsEnd().lose(frame -> frame.from() == 1);
        boolean counts = network.runUntil(() -> network.node(1).routes().distance(2) > 1, 3 * SECOND);
        require(!counts, "the route leads back to who lost it");
    }

    /** A route is lost as soon as its next hop says so. */
    public static void believesTheNextHop() {
        TinyNetwork network = lineThatLostItsEnd().run(SECOND);
        require(network.node(0).routes().distance(2) == -1, "the route is still there");
    }

    /** A destination that is gone is lost, told of for a while, and forgotten. */
    public static void forgetsADeadDestination() {
        TinyNetwork network = lineThatLostItsEnd().run(30 * SECOND);
        require(network.node(0).routes().distance(2) == -1, "the route is still there");
        require(network.node(0).routes().entryCount() == 1, "the entry is still there");
    }

    /** A link that only one of its ends lists leads nowhere. */
    public static void ignoresALinkThatOnlyOneEndLists() {
        Neighbours neighbours = new Neighbours();
        SourceRouter router = new SourceRouter(
                0, neighbours, LinkStateConfig.of(TinyNetwork.GOSSIP), new RandomStream(1), new MemoryStorage());
        RecordedEffects effects = new RecordedEffects();
        router.start(0, effects);
        int slot = neighbours.register(1);
        neighbours.connect(slot, 1);
        router.neighbourUp(slot, effects);
        LinkStateRecord[] records = {
            new LinkStateRecord(1, 1, new int[] {0, 5}, new int[] {1, 1}),
            new LinkStateRecord(5, 1, new int[] {9}, new int[] {1})
        };
        router.receive(0, slot, new LinkStateGossip(false, 7, 0, 2, 0, 0, records, null), effects);
        require(router.distance(1) == 1, "no route to the neighbour");
        require(router.distance(5) == -1, "a route over a link that 5 does not list");
    }

    /** The window takes no more than its bound. */
    public static void refusesWhatTheWindowDoesNotHold() {
        TinyNetwork network = pair(TinyNetwork.sourceRouting());
        for (int i = 0; i < TinyNetwork.RELIABILITY.window(); i++) {
            require(network.send(0, 1, new byte[0]) >= 0, "refused message " + i);
        }
        require(network.send(0, 1, new byte[0]) == Node.REFUSED_WINDOW_FULL, "accepted more than the window holds");
    }

    /** A damaged body is noticed. */
    public static void noticesADamagedBody() {
        FrameCodec codec = new FrameCodec();
        byte[] frame = codec.encode(new Hello(3, 1, 1, 0, "hopscope"));
        require(codec.decode(frame).error() == null, "a good frame is refused");
        frame[frame.length - 1] ^= 1;
        require(codec.decode(frame).error() == FrameError.BAD_CHECKSUM, "a damaged frame is accepted");
    }

    private static LinkStateConfig linkState(Spread spread, Ageing ageing) {
        return new LinkStateConfig(TinyNetwork.GOSSIP, spread, ageing, EqualCost.SMALLEST_ID, true, true);
    }

    /** Three nodes in a row, known to each other. */
    private static TinyNetwork row(LinkStateConfig config) {
        TinyNetwork network = new TinyNetwork(TinyNetwork.sourceRouting(config), 3).nodes(3);
        return network.link(0, 1, 10 * TinyNetwork.MS)
                .link(1, 2, 10 * TinyNetwork.MS)
                .run(30 * TinyNetwork.SECOND);
    }

    /** Where records age, nothing stays of a node that is gone. */
    public static void forgetsTheRecordOfADeadNode() {
        TinyNetwork network =
                row(linkState(Spread.PUSH_PULL, new Ageing(20 * TinyNetwork.SECOND, 5 * TinyNetwork.SECOND)));
        require(network.node(0).routes().entryCount() == 3, "not all records came");
        network.cut(1, 2).stop(2);
        network.run(20 * TinyNetwork.SECOND);
        require(network.node(0).routes().entryCount() == 2, "the record of the dead node is still there");
    }

    /** A record that is older than the one at hand changes nothing. */
    public static void keepsTheNewerOfTwoRecords() {
        TinyNetwork network = row(LinkStateConfig.of(TinyNetwork.GOSSIP));
        LinkStateRecord[] old = {new LinkStateRecord(2, 1, new int[0], new int[0])};
        network.inject(1, 0, new LinkStateGossip(false, 7, 0, 0, 0, 0, old, null));
        network.run(11 * TinyNetwork.MS);
        require(network.node(0).routes().distance(2) == 2, "an older record has taken the route away");
    }

    /** A message whose path breaks before it comes is there long before the timeout. */
    public static void sendsAgainAroundABrokenLink() {
        TinyNetwork network = row(LinkStateConfig.of(TinyNetwork.GOSSIP));
        network.node(TinyNetwork.config(3)).link(0, 3, 10 * TinyNetwork.MS).link(3, 2, 20 * TinyNetwork.MS);
        network.run(30 * TinyNetwork.SECOND);
        require(network.node(0).routes().via(2) == 1, "not by way of 1");
        network.lose(frame -> frame.message() instanceof LinkStateGossip).cut(1, 2);
        network.send(0, 2, new byte[0]);
        network.run(60 * TinyNetwork.MS);
        require(network.deliveries().size() == 1, "not delivered");
    }

    /** A flooded record does not return over the link that brought it. */
    public static void floodsNothingBack() {
        TinyNetwork network = row(linkState(Spread.FLOODING, Ageing.NONE));
        network.cut(1, 2).run(TinyNetwork.SECOND);
        int sequence = ((LinkStateCore) network.node(1).routes()).record(1).sequence();
        boolean isBack = network.frames().stream()
                .anyMatch(frame -> frame.from() == 0
                        && frame.message() instanceof LinkStateGossip gossip
                        && tells(gossip, 1, sequence));
        require(!isBack, "0 tells 1 what it has from 1");
    }

    private static boolean tells(LinkStateGossip gossip, int origin, int sequence) {
        for (int i = 0; i < gossip.recordCount(); i++) {
            if (gossip.record(i).origin() == origin && gossip.record(i).sequence() == sequence) {
                return true;
            }
        }
        return false;
    }
}
