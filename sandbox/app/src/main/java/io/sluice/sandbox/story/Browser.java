package io.sluice.sandbox.story;

import io.sluice.sandbox.place.Json;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** The payer's browser: it goes where a payment sends it, once, and what its owner does there is the simulator's. */
public final class Browser {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    private boolean gone;

    /** Does not wait for the page: some channels never show one. */
    public void follow(JsonNode nextAction) {
        if (gone || !nextAction.path("url").isString()) {
            return;
        }
        gone = true;
        // Whether the page comes is nobody's concern here: what became of the payment is told elsewhere.
        var _ = CLIENT.sendAsync(request(nextAction), HttpResponse.BodyHandlers.discarding());
    }

    private static HttpRequest request(JsonNode nextAction) {
        var request =
                HttpRequest.newBuilder(URI.create(Json.text(nextAction, "url"))).timeout(PATIENCE);
        return nextAction.path("fields").isObject()
                ? request.header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form(nextAction.path("fields"))))
                        .build()
                : request.build();
    }

    private static String form(JsonNode fields) {
        return fields.propertyStream()
                .map(field ->
                        encoded(field.getKey()) + "=" + encoded(field.getValue().asString("")))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
