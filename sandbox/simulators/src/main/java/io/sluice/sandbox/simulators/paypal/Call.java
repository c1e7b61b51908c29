package io.sluice.sandbox.simulators.paypal;

import io.netty.handler.codec.http.QueryStringDecoder;
import io.sluice.sandbox.simulators.Fingerprint;
import io.sluice.sandbox.simulators.http.Answer;
import io.sluice.sandbox.simulators.paypal.JournalLine.Remembered;
import java.util.Objects;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRequest;
import tools.jackson.databind.JsonNode;

/**
 * A request whose token was right.
 *
 * @param body an empty object where there is none
 */
record Call(OwnMerchant merchant, HttpServerRequest request, JsonNode body) {

    /** One operation of the interface. */
    @FunctionalInterface
    interface Endpoint {
        Mono<Answer> answer(Call call);
    }

    /** The resource that the path names. */
    String id() {
        return QueryStringDecoder.decodeComponent(Objects.requireNonNullElse(request.param("id"), ""));
    }

    /** Whether the answer is to show the whole resource. */
    boolean asksForAll() {
        return "return=representation".equals(request.requestHeaders().get("Prefer"));
    }

    /** The request as it is remembered: under its id, or under nothing. */
    Remembered remembered(String orderId, String resource) {
        return new Remembered(key(), fingerprint(), orderId, resource);
    }

    /** Empty when the request has no id. */
    String key() {
        String id = request.requestHeaders().get("PayPal-Request-Id");
        return id == null ? "" : merchant.clientId() + ' ' + operation() + ' ' + id;
    }

    String fingerprint() {
        return Fingerprint.of(request.uri(), body);
    }

    private String operation() {
        String path = request.uri();
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
