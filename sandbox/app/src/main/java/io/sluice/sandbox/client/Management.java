package io.sluice.sandbox.client;

import io.sluice.sandbox.place.Json;
import io.sluice.sandbox.place.Place;
import io.sluice.sandbox.place.Port;
import io.sluice.sandbox.place.SandboxException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The operators' side of the edge: its management port, with the sandbox's token. */
public final class Management {
    private final String address;
    private final String token;

    public Management(Place place) {
        this(place, place.managementToken());
    }

    /** As another operator, who confirms what takes two. */
    public static Management second(Place place) {
        return new Management(place, place.secondToken());
    }

    private Management(Place place, Path tokenFile) {
        address = place.url(Port.EDGE_MANAGEMENT);
        try {
            token = Files.readString(tokenFile).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws SandboxException with the problem's own words when it is refused */
    public JsonNode get(String path) {
        return accepted(send("GET", path, null));
    }

    public JsonNode post(String path, @Nullable JsonNode body) {
        return accepted(send("POST", path, body));
    }

    public JsonNode put(String path, JsonNode body) {
        return accepted(send("PUT", path, body));
    }

    public JsonNode delete(String path, JsonNode body) {
        return accepted(send("DELETE", path, body));
    }

    public JsonNode patch(String path, JsonNode body) {
        return accepted(send("PATCH", path, body));
    }

    /**
     * An answer of many lines, while they come. Close it.
     *
     * @throws SandboxException with the problem's own words when it is refused
     */
    public Stream<String> lines(String path) {
        HttpResponse<Stream<String>> response =
                Http.send(request("GET", path, null), HttpResponse.BodyHandlers.ofLines());
        if (response.statusCode() / 100 != 2) {
            try (Stream<String> body = response.body()) {
                throw Problems.of(response, body.collect(Collectors.joining("\n")));
            }
        }
        return response.body();
    }

    /** Whether there is something at the path. */
    public boolean exists(String path) {
        HttpResponse<String> response = send("GET", path, null);
        if (response.statusCode() == 404) {
            return false;
        }
        accepted(response);
        return true;
    }

    private HttpResponse<String> send(String method, String path, @Nullable JsonNode body) {
        return Http.send(request(method, path, body), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest request(String method, String path, @Nullable JsonNode body) {
        return HttpRequest.newBuilder(URI.create(address + path))
                .timeout(Duration.ofSeconds(20))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(Json.write(body)))
                .build();
    }

    private static JsonNode accepted(HttpResponse<String> response) {
        if (response.statusCode() / 100 != 2) {
            throw Problems.of(response);
        }
        return response.body().isBlank() ? Json.object() : Json.read(response.body());
    }
}
