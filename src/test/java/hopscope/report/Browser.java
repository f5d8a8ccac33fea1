package hopscope.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A headless Chromium with one page, told what to do over its own protocol (Chrome DevTools Protocol). */
public final class Browser implements AutoCloseable {
    private static final Path PROGRAM = Path.of("/usr/bin/chromium");
    private static final long PATIENCE_MILLIS = 90_000;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Process process;
    private final WebSocket socket;
    private final BlockingQueue<JsonNode> answers = new LinkedBlockingQueue<>();
    private final List<String> complaints = new ArrayList<>();
    private int lastId;

    public static boolean isInstalled() {
        return Files.isExecutable(PROGRAM);
    }

    /** Opens a page and waits until it has drawn itself. */
    public Browser(Path page, Path profile) throws IOException, InterruptedException {
        process = new ProcessBuilder(
                        PROGRAM.toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--window-size=1200,900",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + profile,
                        "about:blank")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        HttpClient client = HttpClient.newHttpClient();
        String port = port(profile.resolve("DevToolsActivePort"));
        socket = client.newWebSocketBuilder()
                .buildAsync(URI.create(target(client, port)), new Inbox())
                .join();
        for (String domain : List.of("Runtime", "Log", "Page")) {
            call(domain + ".enable", Map.of());
        }
        call("Page.navigate", Map.of("url", page.toUri().toString()));
        await("!!document.documentElement && document.documentElement.dataset.ready !== undefined");
    }

    private String port(Path file) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE_MILLIS * 1_000_000;
        while (!Files.exists(file) || Files.readAllLines(file).isEmpty()) {
            if (System.nanoTime() > end || process.waitFor(20, TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("the browser did not start");
            }
        }
        return Files.readAllLines(file).get(0);
    }

    private static String target(HttpClient client, String port) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/json/list"))
                .build();
        for (JsonNode target : JSON.readTree(
                client.send(request, HttpResponse.BodyHandlers.ofString()).body())) {
            if (target.path("type").asText().equals("page")) {
                return target.get("webSocketDebuggerUrl").asText();
            }
        }
        throw new IllegalStateException("the browser has no page");
    }

    private final class Inbox implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                take(text.toString());
                text.setLength(0);
            }
            from.request(1);
            return null;
        }
    }

    private void take(String message) {
        try {
            JsonNode node = JSON.readTree(message);
            if (node.has("id")) {
                answers.add(node);
                return;
            }
            String method = node.path("method").asText();
            boolean error = method.equals("Runtime.exceptionThrown")
                    || method.equals("Runtime.consoleAPICalled")
                    || method.equals("Log.entryAdded");
            if (error) {
                synchronized (complaints) {
                    complaints.add(message);
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the page wrote to its console, and errors. */
    public List<String> complaints() {
        synchronized (complaints) {
            return List.copyOf(complaints);
        }
    }

    JsonNode call(String method, Map<String, ?> parameters) throws InterruptedException {
        ObjectNode message = JSON.createObjectNode();
        message.put("id", ++lastId);
        message.put("method", method);
        message.set("params", JSON.valueToTree(parameters));
        socket.sendText(message.toString(), true).join();
        JsonNode answer = answers.poll(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        if (answer == null || answer.has("error") || answer.get("id").asInt() != lastId) {
            throw new IllegalStateException(method + ": " + answer);
        }
        return answer.get("result");
    }

    /** The value of an expression in the page. */
    public JsonNode eval(String expression) throws InterruptedException {
        JsonNode result = call("Runtime.evaluate", Map.of("expression", expression, "returnByValue", true));
        if (result.has("exceptionDetails")) {
            throw new IllegalStateException(expression + ": " + result);
        }
        return result.path("result").path("value");
    }

    public void await(String condition) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE_MILLIS * 1_000_000;
        while (!eval(condition).asBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("never came true: " + condition);
            }
            process.waitFor(20, TimeUnit.MILLISECONDS);
        }
    }

    /** Presses and lets go of a key such as {@code ArrowRight}. */
    public void press(String key, int code) throws InterruptedException {
        for (String type : List.of("keyDown", "keyUp")) {
            call(
                    "Input.dispatchKeyEvent",
                    Map.of("type", type, "key", key, "code", key, "windowsVirtualKeyCode", code));
        }
    }

    /** Drags with the left button from one place to another, over a place between. */
    public void drag(double fromX, double toX, double y) throws InterruptedException {
        mouse("mousePressed", fromX, y);
        mouse("mouseMoved", (fromX + toX) / 2, y);
        mouse("mouseMoved", toX, y);
        mouse("mouseReleased", toX, y);
    }

    /** Clicks with the left button. */
    public void click(double x, double y) throws InterruptedException {
        mouse("mouseMoved", x, y);
        mouse("mousePressed", x, y);
        mouse("mouseReleased", x, y);
    }

    private void mouse(String type, double x, double y) throws InterruptedException {
        call(
                "Input.dispatchMouseEvent",
                Map.of("type", type, "x", x, "y", y, "button", "left", "buttons", 1, "clickCount", 1));
    }

    public void resize(int width, int height) throws InterruptedException {
        call(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    }

    public void prefer(String scheme) throws InterruptedException {
        call(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    }

    /** The whole page as a picture. */
    public byte[] screenshot() throws InterruptedException {
        JsonNode picture = call("Page.captureScreenshot", Map.of("captureBeyondViewport", true));
        return Base64.getDecoder().decode(picture.get("data").asText());
    }

    @Override
    public void close() {
        socket.abort();
        // All of them gone, so that none writes to the profile while it is removed.
        List<ProcessHandle> all = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(one ->
                one.onExit().orTimeout(PATIENCE_MILLIS, TimeUnit.MILLISECONDS).join());
    }
}
