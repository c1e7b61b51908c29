package io.sluice.sandbox.client;

import io.sluice.sandbox.place.Json;
import io.sluice.sandbox.place.Place;
import io.sluice.sandbox.place.SandboxException;
import io.sluice.sandbox.place.Simulator;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What a channel's simulator says of itself to people. */
public final class SimulatorClient {
    private final String address;

    private SimulatorClient(String address) {
        this.address = address + "/_sim";
    }

    public static SimulatorClient of(Place place, Simulator simulator) {
        return new SimulatorClient(place.url(simulator.port()));
    }

    /** What each channel charged and gave back, by its own word. */
    public static List<JsonNode> books(Place place) {
        return Arrays.stream(Simulator.values())
                .map(simulator -> of(place, simulator).book())
                .toList();
    }

    /** Says where webhooks go, to a channel whose orders do not. */
    public void sendWebhooksTo(String url) {
        post("/webhook", Json.object().put("url", url));
    }

    /** What can be played. */
    public JsonNode outcomes() {
        return get("/outcomes");
    }

    /** What orders meet with unless they say otherwise. */
    public JsonNode behaviour() {
        return get("/behaviour");
    }

    /** @param wanted {@code outcome}, {@code delay_ms} or both */
    public JsonNode behave(JsonNode wanted) {
        return set("behaviour", wanted);
    }

    /** How many of the next requests each fault strikes. */
    public JsonNode faults() {
        return get("/faults");
    }

    /** @param wanted of what {@link #faults} tells, what is to change */
    public JsonNode fail(JsonNode wanted) {
        return set("faults", wanted);
    }

    /** Latency, rates, drift, callbacks and outage, as they are now. */
    public JsonNode weather() {
        return get("/weather");
    }

    /** @param wanted of what {@link #weather} tells, what is to change */
    public JsonNode change(JsonNode wanted) {
        return set("weather", wanted);
    }

    /** @param part {@code weather}, {@code behaviour}, {@code faults} or {@code bills} */
    public JsonNode set(String part, JsonNode wanted) {
        return post("/" + part, wanted);
    }

    /** @param verb {@code pay} or {@code decline}, in the payer's place */
    public JsonNode act(String number, String verb) {
        return post("/orders/" + number + "/" + verb, Json.object());
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
        return send(request(path).build());
    }

    private JsonNode post(String path, JsonNode body) {
        return send(request(path)
                .POST(HttpRequest.BodyPublishers.ofString(Json.write(body)))
                .build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path)).timeout(Duration.ofSeconds(30));
    }

    /** @throws SandboxException when the simulator refuses it, in its words */
    private static JsonNode send(HttpRequest request) {
        var response = Http.send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() / 100 != 2) {
            throw new SandboxException("the simulator refuses it: " + response.body());
        }
        return response.body().isEmpty() ? Json.object() : Json.read(response.body());
    }
}
