package hopscope.conformance;

import hopscope.protocol.Effects;
import hopscope.protocol.MemoryStorage;
import hopscope.protocol.NoEffects;
import hopscope.protocol.message.ExtensionMessage;
import hopscope.protocol.message.Message;
import hopscope.protocol.node.RouterFactory;
import hopscope.protocol.routing.Neighbours;
import hopscope.protocol.routing.Router;
import hopscope.random.RandomStream;
import java.util.ArrayList;
import java.util.List;

/** Shows a router messages that no honest neighbour sends. */
final class RubbishCheck {
    private static final int SELF = 0;
    private static final int NEIGHBOUR = 1;
    private static final long NOW_NANOS = 1_000_000_000L;
    private static final int DAMAGED_PER_MESSAGE = 5;

    private static final Effects NOWHERE = new NoEffects();

    private RubbishCheck() {}

    /**
     * What a router does wrong with rubbish.
     *
     * @param messages honest ones of its protocol; those of plugins are damaged, the others' contents are checked by the codec
     */
    static List<String> of(RouterFactory routers, List<Message> messages, long seed) {
        List<String> wrong = new ArrayList<>();
        RandomStream random = new RandomStream(~seed);
        int ownCode = 0;
        for (Message message : messages) {
            ownCode = message instanceof ExtensionMessage extension ? extension.protocolCode() : ownCode;
        }
        if (show(routers, new ExtensionMessage(~ownCode, new byte[] {1, 2, 3}), seed, wrong)) {
            wrong.add("takes an extension message with the code of another protocol");
        }
        for (Message message : messages) {
            if (message instanceof ExtensionMessage extension) {
                for (int i = 0; i < DAMAGED_PER_MESSAGE; i++) {
                    byte[] damaged = damaged(extension.body(), random);
                    show(routers, new ExtensionMessage(extension.protocolCode(), damaged), seed, wrong);
                }
            }
        }
        return wrong.stream().distinct().limit(2).toList();
    }

    private static boolean show(RouterFactory routers, Message message, long seed, List<String> wrong) {
        try {
            Neighbours neighbours = new Neighbours();
            Router router = routers.create(SELF, neighbours, new RandomStream(seed), new MemoryStorage());
            router.start(0, NOWHERE);
            int slot = neighbours.register(NEIGHBOUR);
            neighbours.connect(slot, 1);
            router.neighbourUp(slot, NOWHERE);
            boolean taken = router.receive(NOW_NANOS, slot, message, NOWHERE);
            router.expire(NOW_NANOS, NOWHERE);
            return taken;
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            wrong.add("throws " + e + " at a damaged message");
            return false;
        }
    }

    private static byte[] damaged(byte[] body, RandomStream random) {
        byte[] damaged = java.util.Arrays.copyOf(body, Math.max(0, body.length + random.nextInt(9) - 4));
        for (int change = random.nextInt(4); change > 0 && damaged.length > 0; change--) {
            damaged[random.nextInt(damaged.length)] = (byte) random.nextLong();
        }
        return damaged;
    }
}
