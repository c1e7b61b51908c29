package io.sluice.channels.paypal;

import io.sluice.sandbox.simulators.paypal.MerchantCredentials;
import io.sluice.sandbox.simulators.paypal.PayPalSimulator;
import io.sluice.sandbox.simulators.paypal.SimulatorConfig;
import io.sluice.sandbox.simulators.paypal.model.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One simulator for all tests of this JVM; its payers approve after 20 ms and it resends a thousand times faster. */
final class Simulator {

    static final Path FOLDER = temporary();
    static final PayPalSimulator SERVER = PayPalSimulator.start(
            SimulatorConfig.in(FOLDER).withTimeScale(1000).withPayer(Outcome.APPROVED, Duration.ofMillis(20)));

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private Simulator() {}

    static String url() {
        return "http://127.0.0.1:" + SERVER.port();
    }

    static MerchantCredentials merchant() {
        return SERVER.credentials();
    }

    /** Uses the control API: {@code control("/orders/1/pay", "{}")}. */
    static JsonNode control(String path, String json) {
        return send(HttpRequest.newBuilder(URI.create(url() + "/_sim" + path))
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    static JsonNode control(String path) {
        return send(HttpRequest.newBuilder(URI.create(url() + "/_sim" + path)));
    }

    /** How often an order was charged, in the channel's own book. */
    static long charges(String number) {
        return control("/book")
                .path("charges")
                .valueStream()
                .filter(charge -> charge.path("out_trade_no").asString("").equals(number))
                .count();
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

    private static Path temporary() {
        try {
            return Files.createTempDirectory("paypal-simulator");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
