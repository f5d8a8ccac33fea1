package hopscope.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A standalone master and two workers of one core each, on the loopback interface, as processes. */
final class LoopbackCluster implements AutoCloseable {
    private static final int WORKERS = 2;

    private final LoggedProcess master;
    private final List<LoggedProcess> workers = new ArrayList<>();
    private final String url;

    private LoopbackCluster(LoggedProcess master) throws InterruptedException {
        this.master = master;
        this.url = master.await("Starting Spark master at (spark://\\S+)");
    }

    /** Starts the cluster; its folders are made under the given one. */
    static LoopbackCluster start(Path folder) throws IOException, InterruptedException {
        Path home = Files.createDirectories(folder.resolve("cluster"));
        LoopbackCluster cluster = new LoopbackCluster(SparkHome.start(
                home,
                "org.apache.spark.deploy.master.Master",
                "--host",
                "127.0.0.1",
                "--port",
                "0",
                "--webui-port",
                "0"));
        try {
            for (int i = 0; i < WORKERS; i++) {
                cluster.addWorker(home, home.resolve("work-" + i).toString());
            }
            for (LoggedProcess worker : cluster.workers) {
                worker.await("Successfully registered with master");
            }
            return cluster;
        } catch (IOException | InterruptedException | RuntimeException | Error e) {
            cluster.close();
            throw e;
        }
    }

    private void addWorker(Path home, String workFolder) throws IOException, InterruptedException {
        workers.add(SparkHome.start(
                home,
                "org.apache.spark.deploy.worker.Worker",
                "--host",
                "127.0.0.1",
                "--webui-port",
                "0",
                "--cores",
                "1",
                "--memory",
                "1g",
                "--work-dir",
                workFolder,
                url));
    }

    /** For {@code --master}. */
    String url() {
        return url;
    }

    /** The processes in which tasks run: children of the workers. */
    List<ProcessHandle> executors() {
        return workers.stream().flatMap(worker -> worker.children().stream()).toList();
    }

    /** Waits until so many executors are there. */
    void awaitExecutors(int count) throws InterruptedException {
        Waiting.until(count + " executors", () -> executors().size() == count);
    }

    @Override
    public void close() {
        workers.forEach(LoggedProcess::close);
        master.close();
    }
}
