package io.sluice.channels.bank;

import io.sluice.sandbox.simulators.bank.BankSimulator;
import io.sluice.sandbox.simulators.bank.SimulatorConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Duration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A bank host of a test's own, whose late answers come after a second. */
final class Simulator implements AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    final BankSimulator server;

    Simulator() {
        try {
            server = BankSimulator.start(SimulatorConfig.in(Files.createTempDirectory("bank-simulator"))
                    .withLateBy(Duration.ofSeconds(1)));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    JsonNode control(String path, String json) {
        return send(HttpRequest.newBuilder(uri(path)).POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    JsonNode control(String path) {
        return send(HttpRequest.newBuilder(uri(path)));
    }

    /** The host's lines about one number, in {@code charges}, {@code refunds}, {@code voids} or {@code reversals}. */
    long booked(String lines, String number) {
        return control("/book")
                .path(lines)
                .valueStream()
                .filter(line -> line.path("number").asString("").equals(number)
                        || line.path("out_capture_no").asString("").equals(number)
                        || line.path("out_refund_no").asString("").equals(number))
                .count();
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.controlPort() + "/_sim" + path);
    }

    private static JsonNode send(HttpRequest.Builder request) {
        try {
            String body = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString())
                    .body();
            return JsonMapper.shared().readTree(body.isEmpty() ? "{}" : body);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
