package hopscope.protocol.routing.distancevector;

import hopscope.protocol.RecordedEffects;
import hopscope.protocol.message.RouteTable;
import hopscope.protocol.routing.GossipConfig;
import hopscope.protocol.routing.Neighbours;
import hopscope.random.RandomStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Some routers whose ids lie far apart, and beside each a plain table that meets the same: links that come and go, restarts,
 * tables that are lost, come late or twice, and are given back or not.
 */
final class TableExchange {
    private static final int NODES = 8;
    private static final int IDS = 1_000;

    /** A table on its way, and the same plainly. */
    private record Frame(int from, int to, RouteTable table, Map<Integer, Integer> distances) {}

    private static final class Participant {
        final int id;
        Neighbours neighbours;
        DistanceVectorRouter router;
        PlainTable plain;
        final RecordedEffects effects = new RecordedEffects();
        private long now;

        Participant(int id) {
            this.id = id;
        }

        void begin(RandomStream random) {
            neighbours = new Neighbours();
            router = new DistanceVectorRouter(id, neighbours, new GossipConfig(1_000, 2, 0.1), random);
            plain = new PlainTable(id);
            router.start(now, effects);
        }

        void round() {
            now = Math.max(now, router.deadlineNanos());
            router.expire(now, effects);
        }
    }

    private final RandomStream random;
    private final List<Participant> nodes = new ArrayList<>();
    private final boolean[][] linked = new boolean[NODES][NODES];
    private final List<Frame> frames = new ArrayList<>();
    private int risenCount;

    TableExchange(long seed) {
        random = new RandomStream(seed);
        for (int node = 0; node < NODES; node++) {
            nodes.add(new Participant(node * (IDS / NODES) + random.nextInt(IDS / NODES)));
            nodes.get(node).begin(new RandomStream(seed * NODES + node));
        }
        for (int node = 1; node < NODES; node++) {
            join(node, random.nextInt(node));
        }
    }

    /** Something happens. */
    void step() {
        int what = random.nextInt(100);
        if (what < 35) {
            int node = random.nextInt(NODES);
            nodes.get(node).round();
            collect(node);
        } else if (what < 92) {
            deliver();
        } else if (what < 99) {
            int a = random.nextInt(NODES);
            int b = (a + 1 + random.nextInt(NODES - 1)) % NODES;
            if (linked[a][b]) {
                cut(a, b);
            } else {
                join(a, b);
            }
        } else {
            restart(random.nextInt(NODES));
        }
    }

    private void collect(int from) {
        for (RecordedEffects.Sent sent : nodes.get(from).effects.takeSent()) {
            int to = indexOf(sent.peer());
            Map<Integer, Integer> distances = nodes.get(from).plain.distances();
            frames.add(new Frame(from, to, (RouteTable) sent.message(), distances));
        }
    }

    private int indexOf(int id) {
        int index = 0;
        while (nodes.get(index).id != id) {
            index++;
        }
        return index;
    }

    /** Any frame, so that some overtake others; some are lost, some come again. */
    private void deliver() {
        if (frames.isEmpty()) {
            return;
        }
        int index = random.nextInt(frames.size());
        Frame frame = frames.get(index);
        boolean comesAgain = random.nextInt(8) == 0;
        if (comesAgain) {
            frame.table.keep();
        } else {
            frames.remove(index);
        }
        if (random.nextInt(10) != 0) {
            Participant receiver = nodes.get(frame.to);
            int owner = nodes.get(frame.from).id;
            receiver.router.receive(0, receiver.neighbours.slotOf(owner), frame.table, receiver.effects);
            receiver.plain.merge(owner, frame.distances);
            collect(frame.to);
        }
        if (!comesAgain && random.nextInt(4) != 0) {
            frame.table.release();
        }
    }

    private void join(int a, int b) {
        linked[a][b] = linked[b][a] = true;
        up(nodes.get(a), nodes.get(b).id);
        up(nodes.get(b), nodes.get(a).id);
    }

    private static void up(Participant node, int peer) {
        int slot = node.neighbours.register(peer);
        node.neighbours.connect(slot, 1);
        node.router.neighbourUp(slot, node.effects);
        node.plain.neighbourUp(peer);
    }

    private void cut(int a, int b) {
        linked[a][b] = linked[b][a] = false;
        frames.removeIf(frame -> frame.from == a && frame.to == b || frame.from == b && frame.to == a);
        down(nodes.get(a), nodes.get(b).id);
        down(nodes.get(b), nodes.get(a).id);
    }

    private void down(Participant node, int peer) {
        risenCount++;
        int slot = node.neighbours.slotOf(peer);
        node.neighbours.disconnect(slot);
        node.router.neighbourDown(slot, node.effects);
        node.plain.neighbourDown(peer);
    }

    private void restart(int node) {
        boolean[] before = linked[node].clone();
        for (int peer = 0; peer < NODES; peer++) {
            if (before[peer]) {
                cut(node, peer);
            }
        }
        nodes.get(node).begin(new RandomStream(random.nextLong()));
        for (int peer = 0; peer < NODES; peer++) {
            if (before[peer]) {
                join(node, peer);
            }
        }
    }

    /** How often a node lost a neighbour, and with it a distance. */
    int risenCount() {
        return risenCount;
    }

    /** The first route that differs from the plain table's; empty if none does. */
    String difference() {
        for (Participant node : nodes) {
            for (Participant other : nodes) {
                int distance = node.router.distance(other.id);
                String route = distance < 0 ? "none" : distance + " via " + node.router.via(other.id);
                if (node != other && !route.equals(node.plain.route(other.id))) {
                    return "node " + node.id + " to " + other.id + ": " + route + ", plainly "
                            + node.plain.route(other.id);
                }
            }
            if (node.router.entryCount() != node.plain.routeCount()) {
                return "node " + node.id + " counts " + node.router.entryCount();
            }
        }
        return "";
    }
}
