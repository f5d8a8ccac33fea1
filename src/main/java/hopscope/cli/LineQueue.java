package hopscope.cli;

import java.io.PrintWriter;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Prints lines on a thread of its own, so that a terminal that is held, or a full pipe, never holds up a node. What a
 * bounded queue cannot take is dropped and counted.
 */
final class LineQueue implements AutoCloseable {
    private static final int CAPACITY = 100_000;
    private static final long CLOSE_WAIT_MILLIS = 2_000;

    private final BlockingQueue<String> queue = new ArrayBlockingQueue<>(CAPACITY);
    private final AtomicLong dropped = new AtomicLong();
    private final PrintWriter out;
    private final Thread printer;
    private volatile boolean closed;

    LineQueue(PrintWriter out) {
        this.out = out;
        this.printer = new Thread(this::print, "printer");
        printer.setDaemon(true);
        printer.start();
    }

    /** Queues a line, or counts it as dropped. Never blocks. */
    void put(String line) {
        if (!queue.offer(line)) {
            dropped.incrementAndGet();
        }
    }

    private void print() {
        try {
            while (!closed || !queue.isEmpty()) {
                String line = queue.poll(100, java.util.concurrent.TimeUnit.MILLISECONDS);
                if (line == null) {
                    continue;
                }
                long lost = dropped.getAndSet(0);
                if (lost > 0) {
                    out.println("(" + lost + " lines were dropped: nobody read them in time)");
                }
                out.println(line);
                if (queue.isEmpty()) {
                    out.flush();
                }
            }
        } catch (InterruptedException e) {
            // Closing gave up waiting for a reader that does not read.
        }
        out.flush();
    }

    /** Waits a little until all is printed. */
    @Override
    public void close() {
        closed = true;
        try {
            printer.join(CLOSE_WAIT_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
