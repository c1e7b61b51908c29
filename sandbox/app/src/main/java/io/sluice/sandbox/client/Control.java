package io.sluice.sandbox.client;

import io.sluice.sandbox.place.Place;
import io.sluice.sandbox.place.Port;
import io.sluice.sandbox.place.SandboxException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.time.Duration;

/** Gives orders to the process that owns a sandbox. */
public final class Control {
    private final Place place;

    public Control(Place place) {
        this.place = place;
    }

    /**
     * Returns when it is done.
     *
     * @param verb {@code start}, {@code stop}, {@code kill} or {@code restart}
     * @param name of an app or server
     */
    public void order(String verb, String name) {
        var request = HttpRequest.newBuilder(URI.create(place.url(Port.CONTROL) + "/" + verb + "/" + name))
                .timeout(Duration.ofMinutes(3))
                .header("Authorization", "Bearer " + token())
                .POST(BodyPublishers.noBody())
                .build();
        var response = Http.send(request, BodyHandlers.ofString());
        if (response.statusCode() / 100 != 2) {
            throw new SandboxException(response.body());
        }
    }

    private String token() {
        try {
            return Files.readString(place.managementToken()).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
