package hopscope.experiment;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;

/** The largest heap use of this process, garbage not yet collected included, as the JVM's memory pools report it. */
public final class PeakHeap {
    private PeakHeap() {}

    /** Forgets what was before; the heap's use now is the peak then. */
    public static void reset() {
        ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
    }

    /** The largest use since {@link #reset}, or since the start; of every pool by itself, added up. */
    public static long bytes() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
    }
}
