package io.sluice.channels.walk;

import io.sluice.channels.http.HttpExchange;
import io.sluice.channels.http.Json;
import io.sluice.channels.http.Request;
import io.sluice.channels.http.Sent;
import io.sluice.channels.http.UnreadableException;
import io.sluice.channels.model.Reply;
import io.sluice.core.money.Money;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Signed calls, whose answers are believed when they are signed. */
record CornerApi(SharedSecret secret, HttpExchange exchange) {

    Mono<Reply<Charge>> get(String target) {
        return exchange.send(Request.get(target, signature(target, ""))).map(this::reply);
    }

    Mono<Reply<Charge>> post(String target, String json) {
        return exchange.send(Request.post(target, signature(target, json), json))
                .map(this::reply);
    }

    private Map<String, String> signature(String target, String body) {
        return Map.of(SharedSecret.HEADER, secret.sign((target + '\n' + body).getBytes(StandardCharsets.UTF_8)));
    }

    private Reply<Charge> reply(Sent sent) {
        return switch (sent) {
            case Sent.NotWritten(String code, String message) -> new Reply.NotWritten<>(code, message);
            case Sent.Lost(String code, String message) -> new Reply.Lost<>(code, message);
            case Sent.Answered it
            when !secret.verifies(it.body(), it.header().apply(SharedSecret.HEADER)) ->
                new Reply.Lost<>("answer_signature_invalid", "the answer is not signed with the shared secret");
            case Sent.Answered answered -> read(answered);
        };
    }

    private static Reply<Charge> read(Sent.Answered answered) {
        try {
            JsonNode document = Json.object(answered.body());
            return answered.status() == 200
                    ? new Reply.Success<>(charge(document))
                    : new Reply.Refusal<>(
                            answered.status(), Json.required(document, "code"), Json.text(document, "message"));
        } catch (UnreadableException unreadable) {
            return new Reply.Lost<>("answer_unreadable", "the answer cannot be read: " + unreadable.getMessage());
        }
    }

    /** @throws UnreadableException when something is missing, or the amount is none */
    static Charge charge(JsonNode document) {
        return new Charge(
                Json.required(document, "id"),
                Json.required(document, "number"),
                Json.required(document, "state"),
                amount(document),
                Json.required(document, "link"));
    }

    static Money amount(JsonNode document) {
        try {
            return Money.parse(Json.required(document, "amount"), Json.required(document, "currency"));
        } catch (IllegalArgumentException noAmount) {
            throw new UnreadableException("its amount is none");
        }
    }
}
