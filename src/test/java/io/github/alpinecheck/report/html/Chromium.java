package io.github.alpinecheck.report.html;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A headless Chromium, spoken to by its DevTools protocol. The property {@code chromium} says where the program is. */
final class Chromium implements AutoCloseable, WebSocket.Listener {

    private static final String LISTENING = "DevTools listening on ";

    private final Process process;
    private final WebSocket socket;
    private final StringBuilder incoming = new StringBuilder();
    private final AtomicInteger number = new AtomicInteger();
    private final Map<Integer, CompletableFuture<JsonObject>> answers = new ConcurrentHashMap<>();
    private final List<JsonObject> events = new CopyOnWriteArrayList<>();
    private volatile CompletableFuture<Void> loaded = new CompletableFuture<>();
    private String session = "";

    private Chromium(Process process, String address) {
        this.process = process;
        this.socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(URI.create(address), this)
                .join();
    }

    /** Starts one with a profile of its own. */
    static Chromium start(Path profile) throws IOException {
        Process process = new ProcessBuilder(
                        System.getProperty("chromium", "chromium"),
                        "--headless=new",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--hide-scrollbars",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + profile,
                        "about:blank")
                .start();
        BufferedReader messages = process.errorReader();
        String line = messages.readLine();
        while (line != null && !line.startsWith(LISTENING)) {
            line = messages.readLine();
        }
        if (line == null) {
            throw new IOException("Chromium does not start");
        }
        Chromium chromium = new Chromium(process, line.substring(LISTENING.length()));
        String target = chromium.send("Target.createTarget", "{\"url\":\"about:blank\"}")
                .get("targetId")
                .getAsString();
        chromium.session = chromium.send("Target.attachToTarget", "{\"targetId\":\"" + target + "\",\"flatten\":true}")
                .get("sessionId")
                .getAsString();
        for (String domain : List.of("Page", "Runtime", "Log", "Network")) {
            chromium.send(domain + ".enable", "{}");
        }
        return chromium;
    }

    /** Opens a page at a width, in light or dark, and waits until it is loaded. */
    void open(Path page, int width, String scheme) {
        send(
                "Emulation.setDeviceMetricsOverride",
                "{\"width\":" + width + ",\"height\":900,\"deviceScaleFactor\":1,\"mobile\":" + (width < 500) + "}");
        send(
                "Emulation.setEmulatedMedia",
                "{\"features\":[{\"name\":\"prefers-color-scheme\",\"value\":\"" + scheme + "\"}]}");
        events.clear();
        loaded = new CompletableFuture<>();
        send("Page.navigate", "{\"url\":\"" + page.toUri() + "\"}");
        loaded.orTimeout(60, TimeUnit.SECONDS).join();
    }

    /** The value of a JavaScript expression. */
    JsonElement evaluate(String expression) {
        JsonObject parameters = new JsonObject();
        parameters.addProperty("expression", expression);
        parameters.addProperty("returnByValue", true);
        JsonObject answer = send("Runtime.evaluate", parameters.toString());
        if (answer.has("exceptionDetails")) {
            throw new AssertionError(answer.toString());
        }
        return answer.getAsJsonObject("result").get("value");
    }

    /** Presses the tabulator. */
    void tab() {
        String key = "\"key\":\"Tab\",\"code\":\"Tab\",\"windowsVirtualKeyCode\":9";
        send("Input.dispatchKeyEvent", "{\"type\":\"rawKeyDown\"," + key + "}");
        send("Input.dispatchKeyEvent", "{\"type\":\"keyUp\"," + key + "}");
    }

    /** What the console says, exceptions included. */
    List<String> console() {
        return events.stream()
                .filter(event -> List.of("Log.entryAdded", "Runtime.exceptionThrown", "Runtime.consoleAPICalled")
                        .contains(event.get("method").getAsString()))
                .map(JsonObject::toString)
                .toList();
    }

    /** The addresses that were asked for since the page was opened. */
    List<String> requests() {
        return events.stream()
                .filter(event -> event.get("method").getAsString().equals("Network.requestWillBeSent"))
                .map(event -> event.getAsJsonObject("params")
                        .getAsJsonObject("request")
                        .get("url")
                        .getAsString())
                .toList();
    }

    /** A picture of the whole page. */
    void screenshot(Path file) throws IOException {
        String data = send("Page.captureScreenshot", "{\"captureBeyondViewport\":true}")
                .get("data")
                .getAsString();
        Files.createDirectories(file.getParent());
        Files.write(file, Base64.getDecoder().decode(data));
    }

    private JsonObject send(String method, String parameters) {
        int id = number.incrementAndGet();
        CompletableFuture<JsonObject> answer = new CompletableFuture<>();
        answers.put(id, answer);
        String target = session.isEmpty() ? "" : ",\"sessionId\":\"" + session + "\"";
        String message = "{\"id\":" + id + ",\"method\":\"" + method + "\",\"params\":" + parameters + target + "}";
        socket.sendText(message, true).join();
        return answer.orTimeout(60, TimeUnit.SECONDS).join();
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        incoming.append(data);
        if (last) {
            JsonObject message = JsonParser.parseString(incoming.toString()).getAsJsonObject();
            incoming.setLength(0);
            if (message.has("id")) {
                CompletableFuture<JsonObject> answer =
                        answers.remove(message.get("id").getAsInt());
                if (message.has("result")) {
                    answer.complete(message.getAsJsonObject("result"));
                } else {
                    answer.completeExceptionally(new IllegalStateException(message.toString()));
                }
            } else {
                events.add(message);
                if (message.get("method").getAsString().equals("Page.loadEventFired")) {
                    loaded.complete(null);
                }
            }
        }
        from.request(1);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void close() {
        socket.abort();
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().onExit().join();
    }
}
