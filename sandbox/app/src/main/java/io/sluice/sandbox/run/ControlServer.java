package io.sluice.sandbox.run;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.sluice.sandbox.place.Place;
import io.sluice.sandbox.place.Port;
import io.sluice.sandbox.place.SandboxException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;

/** Takes the commands of {@code ./sluice start|stop|kill|restart NAME}: loopback only, and with the operators' token. */
final class ControlServer {
    private static final Pattern COMMAND = Pattern.compile("/(start|stop|kill|restart)/([a-z]+)");

    private final Parts parts;
    private final Runnable changed;
    private final String authorization;

    private ControlServer(Place place, Parts parts, Runnable changed) throws IOException {
        this.parts = parts;
        this.changed = changed;
        this.authorization =
                "Bearer " + Files.readString(place.managementToken()).strip();
    }

    /**
     * Listens until the process ends.
     *
     * @param changed told after each command that was carried out
     */
    static void start(Place place, Parts parts, Runnable changed) {
        try {
            var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), place.port(Port.CONTROL));
            var server = HttpServer.create(address, 0);
            // One thread: commands are carried out one after another.
            server.setExecutor(Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().daemon().name("sandbox-control").factory()));
            server.createContext("/", new ControlServer(place, parts, changed)::receive);
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            String error = carryOut(exchange);
            byte[] answer = error.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(error.isEmpty() ? 204 : 409, answer.length == 0 ? -1 : answer.length);
            exchange.getResponseBody().write(answer);
        }
    }

    /** The empty text, or why not. */
    private String carryOut(HttpExchange exchange) {
        var command = COMMAND.matcher(exchange.getRequestURI().getPath());
        if (!exchange.getRequestMethod().equals("POST")
                || !authorization.equals(exchange.getRequestHeaders().getFirst("Authorization"))
                || !command.matches()) {
            return "POST /start|stop|kill|restart/NAME with the operators' token";
        }
        try {
            parts.carryOut(command.group(1), command.group(2));
            return "";
        } catch (RuntimeException e) {
            return String.valueOf(SandboxException.of(e).getMessage());
        } finally {
            changed.run();
        }
    }
}
