package hopscope.tcp;

import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** The one thread of a node: does what is posted to it, what is due, and nothing else. */
final class NodeLoop {
    private static final int TASKS_AT_ONCE = 512;
    private static final long LONGEST_WAIT_NANOS = 1_000_000_000L;

    /** Something to be done on the node's thread. */
    @FunctionalInterface
    interface Task {
        void run();

        /** In place of {@link #run}, on any thread, when the loop has ended. */
        default void drop() {}
    }

    private record Timer(long dueNanos, long sequence, Runnable action) {}

    private final LinkedBlockingQueue<Task> tasks = new LinkedBlockingQueue<>();
    private final PriorityQueue<Timer> timers = new PriorityQueue<>((a, b) ->
            a.dueNanos != b.dueNanos ? Long.compare(a.dueNanos, b.dueNanos) : Long.compare(a.sequence, b.sequence));
    private final long offsetNanos;
    private final Thread thread;
    private Runnable expire;
    private LongSupplier deadline;
    private Runnable atEnd;
    private long timersMade;
    private volatile boolean ended;
    private volatile Throwable failure;

    /**
     * @param startNanos the loop's time now, not negative
     */
    NodeLoop(String name, long startNanos) {
        this.offsetNanos = startNanos - System.nanoTime();
        this.thread = new Thread(this::loop, name);
        this.thread.setDaemon(true);
    }

    /** Nanoseconds since the epoch; never goes back during the loop's life. Any thread. */
    long nowNanos() {
        return offsetNanos + System.nanoTime();
    }

    /**
     * Begins to run.
     *
     * @param deadline when {@code expire} is due next
     * @param expire does what is due, and may be called early
     * @param atEnd the last thing done on the thread, whatever ended it
     */
    void start(LongSupplier deadline, Runnable expire, Runnable atEnd) {
        this.atEnd = atEnd;
        this.deadline = deadline;
        this.expire = expire;
        thread.start();
    }

    /** Whether the caller is on the node's thread. */
    boolean isHere() {
        return Thread.currentThread() == thread;
    }

    /** Has something done soon, in the order of the calls. Any thread. */
    void post(Task task) {
        tasks.add(task);
        if (ended) {
            dropAll();
        }
    }

    /** Has something done later; on the node's thread only. */
    void after(long delayNanos, Runnable action) {
        timers.add(new Timer(nowNanos() + delayNanos, timersMade++, action));
    }

    /** Ends as soon as the task at hand is done; what is posted is dropped. Any thread. */
    void end() {
        ended = true;
        tasks.add(() -> {});
        dropAll();
    }

    boolean hasEnded() {
        return ended;
    }

    /** The fault of ours that ended it, or {@code null}. */
    Throwable failure() {
        return failure;
    }

    /** Waits until the thread is gone, unless the caller is that thread. */
    void join(long millis) throws InterruptedException {
        if (!isHere() && thread.isAlive()) {
            thread.join(millis);
        }
    }

    private void loop() {
        List<Task> batch = new ArrayList<>(TASKS_AT_ONCE);
        try {
            while (!ended) {
                runDueTimers();
                if (deadline.getAsLong() <= nowNanos()) {
                    expire.run();
                }
                Task first = tasks.poll(waitNanos(), TimeUnit.NANOSECONDS);
                if (first != null) {
                    batch.add(first);
                    tasks.drainTo(batch, TASKS_AT_ONCE);
                    runAll(batch);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error e) {
            failure = e;
            throw e;
        } finally {
            ended = true;
            batch.forEach(Task::drop);
            dropAll();
            atEnd.run();
        }
    }

    private void runAll(List<Task> batch) {
        int done = 0;
        try {
            while (done < batch.size() && !ended) {
                batch.get(done++).run();
            }
        } finally {
            batch.subList(0, done).clear();
        }
    }

    private long waitNanos() {
        long due = deadline.getAsLong();
        Timer timer = timers.peek();
        if (timer != null) {
            due = Math.min(due, timer.dueNanos);
        }
        return Math.max(0, Math.min(due - nowNanos(), LONGEST_WAIT_NANOS));
    }

    private void runDueTimers() {
        Timer timer;
        while (!ended && (timer = timers.peek()) != null && timer.dueNanos <= nowNanos()) {
            timers.remove();
            timer.action.run();
        }
    }

    private void dropAll() {
        Task task;
        while ((task = tasks.poll()) != null) {
            task.drop();
        }
    }
}
