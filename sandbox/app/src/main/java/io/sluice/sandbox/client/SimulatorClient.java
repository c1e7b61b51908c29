package io.sluice.sandbox.client;

import io.sluice.sandbox.place.Json;
import io.sluice.sandbox.place.Place;
import io.sluice.sandbox.place.Port;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What a channel's simulator says of itself to people. */
public final class SimulatorClient {
    private final String address;

    private SimulatorClient(String address) {
        this.address = address + "/_sim";
    }

    public static SimulatorClient wechat(Place place) {
        return new SimulatorClient(place.url(Port.SIMULATOR));
    }

    public static SimulatorClient paypal(Place place) {
        return new SimulatorClient(place.url(Port.PAYPAL_SIMULATOR));
    }

    public static SimulatorClient bank(Place place) {
        return new SimulatorClient(place.url(Port.BANK_SIMULATOR));
    }

    /** What each channel charged and gave back, by its own word. */
    public static List<JsonNode> books(Place place) {
        return List.of(wechat(place).book(), paypal(place).book(), bank(place).book());
    }

    /** Says where webhooks go, to a channel whose orders do not. */
    public void sendWebhooksTo(String url) {
        var request = HttpRequest.newBuilder(URI.create(address + "/webhook"))
                .timeout(Duration.ofSeconds(30))
                .POST(HttpRequest.BodyPublishers.ofString(
                        Json.write(Json.object().put("url", url))))
                .build();
        Http.send(request, HttpResponse.BodyHandlers.discarding());
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
