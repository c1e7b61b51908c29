package io.sluice.sandbox.simulators.paypal;

import io.sluice.sandbox.simulators.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import tools.jackson.databind.JsonNode;

/** A merchant who speaks the wire by hand. */
final class RawClient {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final PayPalSimulator simulator;
    private String token = "";

    RawClient(PayPalSimulator simulator) {
        this.simulator = simulator;
    }

    /** A status and the JSON that came with it. */
    record Reply(int status, JsonNode body) {
        String issue() {
            return body.at("/details/0/issue").asString("");
        }

        String id() {
            return body.path("id").asString("");
        }
    }

    void login() {
        var credentials = simulator.credentials();
        String pair = credentials.clientId() + ":" + credentials.clientSecret();
        String basic = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
        var request = request("/v1/oauth2/token")
                .header("Authorization", "Basic " + basic)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"));
        token = send(request).body().path("access_token").asString();
    }

    Reply post(String path, String requestId, String json) {
        return send(request(path)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("Prefer", "return=representation")
                .header("PayPal-Request-Id", requestId)
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    Reply get(String path) {
        return send(request(path).header("Authorization", "Bearer " + token).GET());
    }

    Reply control(String path, String json) {
        return send(request("/_sim" + path).POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    JsonNode book() {
        return send(request("/_sim/book").GET()).body();
    }

    HttpResponse<String> page(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + simulator.port() + path))
                .timeout(Duration.ofSeconds(10));
    }

    private Reply send(HttpRequest.Builder request) {
        HttpResponse<String> answer = page(request);
        String body = answer.body().isEmpty() ? "{}" : answer.body();
        return new Reply(answer.statusCode(), Json.MAPPER.readTree(body));
    }
}
