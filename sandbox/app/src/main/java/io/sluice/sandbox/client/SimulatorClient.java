package io.sluice.sandbox.client;

import io.sluice.sandbox.place.Json;
import io.sluice.sandbox.place.Place;
import io.sluice.sandbox.place.Port;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import tools.jackson.databind.JsonNode;

/** What the channel's simulator says of itself to people. */
public final class SimulatorClient {
    private final String address;

    public SimulatorClient(Place place) {
        address = place.url(Port.SIMULATOR) + "/_sim";
    }

    /** Its whole book. */
    public JsonNode book() {
        return get("/book");
    }

    /** One order by its number. */
    public JsonNode order(String number) {
        return get("/orders/" + number);
    }

    /** The callbacks it sent about one order. */
    public JsonNode callbacks(String number) {
        return get("/callbacks?subject=" + number);
    }

    private JsonNode get(String path) {
        var request = HttpRequest.newBuilder(URI.create(address + path))
                .timeout(Duration.ofSeconds(30))
                .build();
        return Json.read(
                Http.send(request, HttpResponse.BodyHandlers.ofString()).body());
    }
}
