package hopscope.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import hopscope.random.RandomStream;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The log of a source's messages next to a map. */
class SentMessagesTest {
    private record Message(long acceptedNanos, int life) {}

    @Test
    void knowsOfEveryMessageWhatAMapKnows() {
        for (long seed = 0; seed < 60; seed++) {
            RandomStream random = new RandomStream(seed);
            SentMessages log = new SentMessages();
            Map<Long, Message> model = new TreeMap<>();
            // Rising ids, as nodes give them; or any, as they could come from elsewhere.
            boolean rising = random.nextInt(3) > 0;
            long next = 0;
            for (int operation = 0; operation < 800; operation++) {
                next += 1 + random.nextInt(3);
                long id = rising ? next : random.nextInt(900);
                if (random.nextInt(3) < 2) {
                    boolean isNew = !model.containsKey(id);
                    assertThat(log.add(id, operation)).as("seed %d", seed).isEqualTo(isNew);
                    model.putIfAbsent(id, new Message(operation, SentMessages.NOT_DELIVERED));
                } else {
                    long wanted = random.nextInt((int) Math.max(900, next));
                    int index = log.find(wanted);
                    Message known = model.get(wanted);
                    assertThat(index != SentMessages.UNKNOWN)
                            .as("seed %d: %d", seed, wanted)
                            .isEqualTo(known != null);
                    if (known != null) {
                        log.setLife(index, operation);
                        model.put(wanted, new Message(known.acceptedNanos(), operation));
                    }
                }
            }
            for (Map.Entry<Long, Message> entry : model.entrySet()) {
                int index = log.find(entry.getKey());
                assertThat(new Message(log.acceptedNanos(index), log.life(index)))
                        .as("seed %d: %d", seed, entry.getKey())
                        .isEqualTo(entry.getValue());
            }
        }
    }
}
