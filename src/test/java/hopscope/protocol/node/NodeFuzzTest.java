package hopscope.protocol.node;

import static org.assertj.core.api.Assertions.assertThat;

import hopscope.protocol.Effects.SessionEnd;
import hopscope.protocol.MemoryStorage;
import hopscope.protocol.RecordedEffects;
import hopscope.protocol.message.AckMessage;
import hopscope.protocol.message.DataMessage;
import hopscope.protocol.message.FrameType;
import hopscope.protocol.message.Message;
import hopscope.protocol.message.SessionMessage.Hello;
import hopscope.protocol.message.SessionMessage.Welcome;
import hopscope.protocol.reliability.ReliabilityConfig;
import hopscope.protocol.routing.GossipConfig;
import hopscope.protocol.routing.distancevector.DistanceVectorRouter;
import hopscope.protocol.routing.linkstate.LinkStateConfig;
import hopscope.protocol.routing.linkstate.SourceRouter;
import hopscope.protocol.session.SessionConfig;
import hopscope.protocol.wire.RandomMessages;
import hopscope.random.RandomStream;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A node among peers that send anything at any time: it never fails, and its sessions stay in order. */
class NodeFuzzTest {
    private static final int SEEDS = Integer.getInteger("hopscope.fuzz.seeds", 400);
    private static final int STEPS = 300;
    private static final int SELF = 3;
    private static final long MS = 1_000_000L;
    private static final GossipConfig GOSSIP = new GossipConfig(500 * MS, 2, 0.2);

    private static Node node(boolean sourceRouting, long seed) {
        boolean watchesSilence = seed % 4 != 0;
        SessionConfig session = new SessionConfig(
                1,
                2,
                0,
                0,
                "fuzzed",
                250 * MS,
                4_000 * MS,
                watchesSilence ? 1_000 * MS : 0,
                watchesSilence ? 3_000 * MS : 0);
        ReliabilityConfig reliability = new ReliabilityConfig(8, 300 * MS, 1.5, 2, 0.1, 5_000 * MS, 64);
        RouterFactory routers = sourceRouting
                ? (self, neighbours, random, storage) ->
                        new SourceRouter(self, neighbours, LinkStateConfig.of(GOSSIP), random, storage)
                : (self, neighbours, random, storage) -> new DistanceVectorRouter(self, neighbours, GOSSIP, random);
        return new Node(new NodeConfig(SELF, 12, session, reliability), routers, seed, new MemoryStorage());
    }

    /** Half of the messages could be honest. */
    private static Message message(RandomStream random, RandomMessages any, int peer) {
        return switch (random.nextInt(8)) {
            case 0 -> new Hello(peer, 1, 1 + random.nextInt(3), 0, "peer");
            case 1 -> new Welcome(peer, 1 + random.nextInt(2), 0);
            case 2 -> new DataMessage(peer, random.nextInt(6), 10, 1, new int[0], random.nextInt(9), new byte[1]);
            case 3 -> new AckMessage(peer, SELF, 10, 1, new int[] {peer, SELF}, random.nextInt(9));
            default -> any.of(FrameType.values()[random.nextInt(FrameType.values().length)]);
        };
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void survivesAnyMessageAtAnyTime(boolean sourceRouting) {
        int established = 0;
        int silent = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            RandomStream random = new RandomStream(seed);
            RandomMessages any = new RandomMessages(seed);
            Node node = node(sourceRouting, seed);
            RecordedEffects out = new RecordedEffects();
            TreeSet<Integer> up = new TreeSet<>();
            long now = 0;
            node.start(now, out);
            long deadlineBefore = -1;
            for (int step = 0; step < STEPS; step++) {
                int peer = random.nextInt(3);
                now += random.nextInt(4) == 0 ? random.nextInt(1_500) * MS : 0;
                try {
                    switch (random.nextInt(12)) {
                        case 0 -> node.linkUp(now, peer, 1 + random.nextInt(9), out);
                        case 1 -> node.linkDown(peer, out);
                        case 2 -> node.send(now, random.nextInt(6), new byte[1], out);
                        case 3, 4 -> node.expire(now, out);
                        default -> node.receive(now, peer, message(random, any, peer), out);
                    }
                } catch (RuntimeException e) {
                    throw new AssertionError("seed " + seed + ", step " + step, e);
                }
                for (String line : out.takeLines()) {
                    String[] words = line.split(" ");
                    if (words[0].equals("up")) {
                        assertThat(up.add(Integer.parseInt(words[1])))
                                .as("seed %d: %s", seed, line)
                                .isTrue();
                        established++;
                    } else if (words[0].equals("down")) {
                        up.remove(Integer.parseInt(words[1]));
                        silent += words[2].equals(SessionEnd.SILENT.name()) ? 1 : 0;
                    }
                }
                assertThat(node.neighbours().count())
                        .as("seed %d, step %d", seed, step)
                        .isEqualTo(up.size());
                boolean mayDiffer = node.deadlineMayHaveChanged();
                long deadline = node.deadlineNanos();
                assertThat(deadline).isPositive();
                assertThat(mayDiffer || deadline == deadlineBefore)
                        .as("seed %d, step %d", seed, step)
                        .isTrue();
                deadlineBefore = deadline;
                // What it remembers of its deadlines is what it finds when it looks again.
                assertThat(deadline).as("seed %d, step %d", seed, step).isEqualTo(node.freshDeadlineNanos());
                out.takeSent();
            }
        }
        assertThat(established).isGreaterThan(SEEDS / 4);
        assertThat(silent).isPositive();
    }
}
