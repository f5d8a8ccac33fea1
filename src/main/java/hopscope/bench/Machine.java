package hopscope.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The machine that was measured.
 *
 * @param processor model as the system names it
 * @param processors how many the JVM may use
 * @param memoryBytes of the machine; 0 if not known
 * @param heapBytes that the JVM may use
 * @param java version and vendor of the JVM
 * @param system name and version of the operating system
 */
public record Machine(String processor, int processors, long memoryBytes, long heapBytes, String java, String system) {
    private static final long KIBI = 1_024;

    /** This one. */
    public static Machine here() {
        Runtime runtime = Runtime.getRuntime();
        return new Machine(
                line("/proc/cpuinfo", "model name", "unknown processor"),
                runtime.availableProcessors(),
                KIBI * Long.parseLong(line("/proc/meminfo", "MemTotal", "0 kB").replaceAll("[^0-9]", "")),
                runtime.maxMemory(),
                System.getProperty("java.vm.version") + ", " + System.getProperty("java.vm.name"),
                System.getProperty("os.name") + " " + System.getProperty("os.version"));
    }

    /** What a file of the system says behind a name and a colon. */
    private static String line(String file, String name, String otherwise) {
        try {
            return Files.readAllLines(Path.of(file)).stream()
                    .filter(line -> line.startsWith(name))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(otherwise);
        } catch (IOException e) {
            return otherwise;
        }
    }
}
