package io.sluice.sandbox.client;

import io.sluice.sandbox.place.Json;
import io.sluice.sandbox.place.SandboxException;
import java.net.http.HttpResponse;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Answers that refuse, in one line. */
final class Problems {
    private Problems() {}

    static SandboxException of(HttpResponse<String> response) {
        return of(response, response.body());
    }

    static SandboxException of(HttpResponse<?> response, String body) {
        String where =
                response.request().method() + " " + response.request().uri().getPath();
        return new SandboxException(where + " was answered " + response.statusCode() + ": " + words(body));
    }

    private static String words(String body) {
        try {
            JsonNode problem = Json.read(body);
            String detail = Json.text(problem, "detail");
            String text = detail.isEmpty() ? Json.text(problem, "title") : detail;
            String field = Json.text(problem, "field");
            return (field.isEmpty() ? "" : field + ": ") + text + " (" + Json.text(problem, "code") + ")";
        } catch (JacksonException e) {
            return body.isBlank() ? "no explanation" : body.lines().findFirst().orElse("");
        }
    }
}
