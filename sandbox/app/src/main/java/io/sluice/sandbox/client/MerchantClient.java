package io.sluice.sandbox.client;

import io.sluice.edge.signature.model.SignatureAlgorithm;
import io.sluice.sandbox.place.DemoMerchant;
import io.sluice.sandbox.place.Json;
import io.sluice.sandbox.place.Place;
import io.sluice.sandbox.place.Port;
import io.sluice.sandbox.place.SandboxException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The merchants' API as the demo merchant uses it. Safe for any thread. */
public final class MerchantClient {
    /** Longer than the edge lets anybody wait. */
    private static final Duration PATIENCE = Duration.ofSeconds(45);

    private final MerchantSigner signer;

    public MerchantClient(MerchantSigner signer) {
        this.signer = signer;
    }

    /** The demo merchant of a place. */
    public static MerchantClient of(Place place) {
        DemoMerchant merchant = DemoMerchant.required(place);
        return new MerchantClient(new MerchantSigner(
                place.url(Port.EDGE), merchant.keyId(), SignatureAlgorithm.ED25519, merchant.privateKeyPem()));
    }

    /** An order to pay, signed, with an Idempotency-Key of its own. */
    public SignedRequest payment(JsonNode body) {
        return signer.sign(
                "POST",
                "/v1/payments",
                Map.of("Idempotency-Key", UUID.randomUUID().toString()),
                Json.write(body));
    }

    public SignedRequest signed(String method, String target, Map<String, String> headers, String body) {
        return signer.sign(method, target, headers, body);
    }

    public HttpResponse<String> send(SignedRequest request) {
        return send(request, PATIENCE);
    }

    /** @throws SandboxException when there is no answer within the patience */
    public HttpResponse<String> send(SignedRequest request, Duration patience) {
        return Http.send(http(request).timeout(patience).build(), BodyHandlers.ofString());
    }

    /** @throws SandboxException with the problem's own words when it is refused */
    public JsonNode get(String target) {
        return accepted(send(signer.sign("GET", target, Map.of(), "")));
    }

    /** The answer's body, when it is one that grants. */
    public static JsonNode accepted(HttpResponse<String> response) {
        if (response.statusCode() / 100 != 2) {
            throw Problems.of(response);
        }
        return Json.read(response.body());
    }

    /** Follows a payment from its first event on; close the stream to leave. It ends when the edge ends it. */
    public Stream<ServerSentEvent> follow(String paymentId, int afterSequence) {
        Map<String, String> headers =
                Map.of("Accept", "text/event-stream", "Last-Event-ID", String.valueOf(afterSequence));
        var request = signer.sign("GET", "/v1/payments/" + paymentId + "/events", headers, "");
        var response = Http.send(http(request).build(), BodyHandlers.ofLines());
        if (response.statusCode() != 200) {
            response.body().close();
            throw new SandboxException(
                    "the events of " + paymentId + " cannot be followed: the edge answered " + response.statusCode());
        }
        return ServerSentEvent.read(response.body());
    }

    private static HttpRequest.Builder http(SignedRequest request) {
        var builder = HttpRequest.newBuilder(URI.create(request.origin() + request.target()))
                .method(
                        request.method(),
                        request.body().isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(request.body()));
        request.headers().forEach(builder::header);
        return builder;
    }
}
