package hopscope.testbed;

import hopscope.protocol.node.Node;
import hopscope.protocol.node.NodeCounters;
import hopscope.protocol.wire.FrameCodec;
import hopscope.scenario.Plugins;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** The parent's end of one node's process: writes its commands, reads its events on a thread of its own. */
final class ChildProcess {
    private static final long ANSWER_SECONDS = 60;

    private final int node;
    private final int life;
    private final Journal journal;
    private final Process process;
    private final OutputStream commands;
    private final FrameCodec codec = new FrameCodec();
    private final BlockingQueue<String[]> answers = new LinkedBlockingQueue<>();
    private final Map<Long, Offer> offers = new ConcurrentHashMap<>();
    private long offersMade;

    /** A message that the node was offered. */
    private record Offer(long nanos, int destination) {}

    ChildProcess(int node, int life, Journal journal) throws IOException {
        this.node = node;
        this.life = life;
        this.journal = journal;
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        this.process = new ProcessBuilder(
                        java.toString(),
                        "-Xmx128m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        classPath(),
                        "hopscope.cli.Main",
                        "testbed-node")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        this.commands = process.getOutputStream();
        Thread reader = new Thread(this::read, "testbed-child-" + node);
        reader.setDaemon(true);
        reader.start();
    }

    /** Ours, and the jars of plugins. */
    private static String classPath() {
        StringBuilder path = new StringBuilder(System.getProperty("java.class.path"));
        Plugins.jars().forEach(jar -> path.append(File.pathSeparatorChar).append(jar.toAbsolutePath()));
        return path.toString();
    }

    /** Writes a command. A process that has died is noticed by whoever waits for its answer. */
    void tell(Object... words) {
        StringBuilder line = new StringBuilder();
        for (Object word : words) {
            line.append(line.length() == 0 ? "" : " ").append(word);
        }
        try {
            commands.write(line.append('\n').toString().getBytes(StandardCharsets.UTF_8));
            commands.flush();
        } catch (IOException e) {
            answers.add(new String[] {"failed", NodeChild.encoded("its process has ended")});
        }
    }

    /** Waits for an answer of a kind. */
    String[] await(String kind) {
        try {
            String[] answer = answers.poll(ANSWER_SECONDS, TimeUnit.SECONDS);
            if (answer != null && answer[0].equals(kind)) {
                return answer;
            }
            String what = answer == null || answer.length < 2
                    ? "no answer"
                    : new String(Base64.getDecoder().decode(answer[1]), StandardCharsets.UTF_8);
            throw new TestbedException("node " + node + " failed in its process: " + what, null);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TestbedException("the run was interrupted", e);
        }
    }

    void send(int destination, byte[] payload) {
        long offer = offersMade++;
        offers.put(offer, new Offer(journal.nowNanos(), destination));
        tell("send", destination, offer, Base64.getEncoder().encodeToString(payload));
    }

    Fleet.Account account() {
        tell("account");
        List<String> answer = List.of(await("account"));
        NodeCounters counters = NodeCounters.reported(Long.parseLong(answer.get(1)), Long.parseLong(answer.get(2)));
        return new Fleet.Account(counters, Integer.parseInt(answer.get(3)));
    }

    /** Ends the process without asking it. */
    void kill() {
        process.destroyForcibly();
        try {
            process.waitFor(ANSWER_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void read() {
        try (BufferedReader events =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            String line;
            while ((line = events.readLine()) != null) {
                hear(line.split(" ", -1));
            }
        } catch (IOException e) {
            // The process was killed in the middle of a line; whoever waits is told below.
        }
        answers.add(new String[] {"failed", NodeChild.encoded("its process has ended")});
    }

    private void hear(String[] words) {
        switch (words[0]) {
            case "frame" ->
                journal.transmitted(
                        node,
                        life,
                        codec.decode(Base64.getDecoder().decode(words[1])).message());
            case "route" -> hearRoute(words);
            case "delivered" ->
                journal.delivered(
                        node, life, Integer.parseInt(words[1]), Long.parseLong(words[2]), Integer.parseInt(words[3]));
            case "acknowledged" -> journal.acknowledged(node, life, Long.parseLong(words[1]));
            case "abandoned" -> journal.abandoned(node, life, Long.parseLong(words[1]));
            case "answered" -> hearAnswer(Long.parseLong(words[1]), Long.parseLong(words[2]));
            default -> answers.add(words);
        }
    }

    private void hearRoute(String[] words) {
        int[] n = new int[5];
        for (int i = 0; i < n.length; i++) {
            n[i] = Integer.parseInt(words[i + 1]);
        }
        journal.routeChanged(node, life, n[0], n[1], n[2], n[3], n[4]);
    }

    private void hearAnswer(long number, long id) {
        Offer offer = offers.remove(number);
        if (id >= 0) {
            journal.accepted(offer.nanos(), node, life, id, offer.destination());
        } else if (id == Node.REFUSED_WINDOW_FULL) {
            journal.windowFull(node);
        }
    }
}
