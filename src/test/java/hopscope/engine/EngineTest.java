package hopscope.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EngineTest {
    private static final int KIND = 1;

    private final Engine engine = new Engine(4);
    private final List<String> seen = new ArrayList<>();

    private final EventHandler recorder = new EventHandler() {
        @Override
        public void handle(int kind, int first, int second, Object payload) {
            seen.add(engine.nowNanos() + " " + payload);
        }

        @Override
        public void wake(int source) {
            seen.add(engine.nowNanos() + " wake " + source);
        }
    };

    private void schedule(long timeNanos, int source, String name) {
        engine.schedule(timeNanos, source, KIND, 0, 0, name);
    }

    private void runUntil(long untilNanos) {
        while (engine.step(recorder, untilNanos)) {
            // The recorder does what there is to do.
        }
    }

    @Test
    void handlesEqualTimesBySourceThenInTheOrderOfScheduling() {
        schedule(5, 2, "c1");
        schedule(5, 0, "a1");
        schedule(5, 2, "c2");
        schedule(5, 1, "b1");
        schedule(5, 0, "a2");
        schedule(4, 3, "first");
        runUntil(10);
        assertThat(seen).containsExactly("4 first", "5 a1", "5 a2", "5 b1", "5 c1", "5 c2");
    }

    @Test
    void handsOverEverythingThatWasScheduled() {
        Object payload = new Object();
        List<Object> handed = new ArrayList<>();
        engine.schedule(3, 1, 9, -4, Integer.MAX_VALUE, payload);
        engine.step(
                new EventHandler() {
                    @Override
                    public void handle(int kind, int first, int second, Object object) {
                        handed.addAll(List.of(kind, first, second, object));
                    }

                    @Override
                    public void wake(int source) {
                        handed.add("wake");
                    }
                },
                3);
        assertThat(handed).containsExactly(9, -4, Integer.MAX_VALUE, payload);
    }

    @Test
    void ordersAWakeUpAmongTheEventsOfItsSource() {
        schedule(5, 1, "before");
        engine.arm(1, 5);
        schedule(5, 1, "after");
        schedule(5, 0, "smaller source");
        runUntil(5);
        assertThat(seen).containsExactly("5 smaller source", "5 before", "5 wake 1", "5 after");
    }

    @Test
    void rearmsEarlierAndLater() {
        engine.arm(0, 50);
        engine.arm(0, 20);
        engine.arm(1, 10);
        engine.arm(1, 30);
        assertThat(engine.pendingCount()).isEqualTo(2);
        runUntil(100);
        assertThat(seen).containsExactly("20 wake 0", "30 wake 1");
    }

    @Test
    void disarmsAtNever() {
        engine.arm(0, 50);
        engine.arm(0, Engine.NEVER);
        assertThat(engine.pendingCount()).isZero();
        engine.arm(0, Engine.NEVER);
        assertThat(engine.pendingCount()).isZero();
        runUntil(100);
        assertThat(seen).isEmpty();
        engine.arm(0, 120);
        runUntil(200);
        assertThat(seen).containsExactly("120 wake 0");
    }

    @Test
    void wakesAtOnceForATimeThatHasPassed() {
        runUntil(100);
        engine.arm(2, 40);
        runUntil(200);
        assertThat(seen).containsExactly("100 wake 2");
    }

    @Test
    void wakesOnlyOnceForEachArming() {
        engine.arm(0, 10);
        engine.arm(0, 10);
        runUntil(100);
        engine.arm(0, 110);
        runUntil(200);
        assertThat(seen).containsExactly("10 wake 0", "110 wake 0");
        assertThat(engine.handledCount()).isEqualTo(2);
    }

    @Test
    void refusesAnEventInThePast() {
        runUntil(100);
        assertThatIllegalArgumentException().isThrownBy(() -> schedule(99, 0, "late"));
        schedule(100, 0, "now");
        runUntil(100);
        assertThat(seen).containsExactly("100 now");
    }

    @Test
    void refusesToScheduleAWakeUp() {
        assertThatIllegalArgumentException().isThrownBy(() -> engine.schedule(1, 0, Engine.WAKE, 0, 0, null));
    }

    @Test
    void refusesANumberOfSourcesThatItsOrderCannotHold() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Engine(0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Engine((1 << 23) + 1));
        assertThat(new Engine(1 << 23).pendingCount()).isZero();
    }

    @Test
    void movesTheClockToTheEndButNeverBack() {
        schedule(10, 0, "x");
        assertThat(engine.step(recorder, 9)).isFalse();
        assertThat(engine.nowNanos()).isEqualTo(9);
        assertThat(engine.step(recorder, 10)).isTrue();
        assertThat(engine.nowNanos()).isEqualTo(10);
        assertThat(engine.step(recorder, 70)).isFalse();
        assertThat(engine.nowNanos()).isEqualTo(70);
        assertThat(engine.step(recorder, 30)).isFalse();
        assertThat(engine.nowNanos()).isEqualTo(70);
    }

    @Test
    void tellsTheOrderOfTheEventBeingHandled() {
        schedule(5, 0, "a");
        schedule(5, 3, "b");
        engine.step(recorder, 5);
        long first = engine.currentOrder();
        engine.step(recorder, 5);
        assertThat(engine.currentOrder()).isGreaterThan(first);
        assertThat(first).isZero();
        assertThat(engine.currentOrder()).isEqualTo(3L << 40);
    }
}
