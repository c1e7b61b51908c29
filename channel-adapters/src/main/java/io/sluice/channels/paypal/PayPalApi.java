package io.sluice.channels.paypal;

import io.sluice.channels.http.HttpExchange;
import io.sluice.channels.http.Json;
import io.sluice.channels.http.Request;
import io.sluice.channels.http.Sent;
import io.sluice.channels.http.UnreadableException;
import io.sluice.channels.model.Reply;
import io.sluice.channels.paypal.AccessTokens.Grant;
import io.sluice.channels.paypal.AccessTokens.Token;
import java.util.Map;
import java.util.function.Function;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Calls of the channel's interface, each with a token. */
final class PayPalApi {

    private static final int UNAUTHORIZED = 401;

    private final HttpExchange exchange;
    private final AccessTokens tokens;

    PayPalApi(HttpExchange exchange, AccessTokens tokens) {
        this.exchange = exchange;
        this.tokens = tokens;
    }

    <T> Mono<Reply<T>> get(String target, Function<byte[], T> reader) {
        return call(token -> Request.get(target, Map.of("Authorization", bearer(token))), reader);
    }

    /** @param requestId makes PayPal do it once, however often it is sent */
    <T> Mono<Reply<T>> post(String target, String requestId, String json, Function<byte[], T> reader) {
        return call(
                token -> Request.post(
                        target,
                        Map.of(
                                "Authorization",
                                bearer(token),
                                "PayPal-Request-Id",
                                requestId,
                                "Prefer",
                                "return=representation"),
                        json),
                reader);
    }

    private static String bearer(Token token) {
        return "Bearer " + token.value();
    }

    /** A refused token has done nothing, so the call is made once more with another. */
    private <T> Mono<Reply<T>> call(Function<Token, Request> request, Function<byte[], T> reader) {
        return tokens.token()
                .flatMap(grant -> sent(grant, request, reader)
                        .flatMap(reply -> isUnauthorized(reply) && grant instanceof Token refused
                                ? tokens.insteadOf(refused).flatMap(other -> sent(other, request, reader))
                                : Mono.just(reply)));
    }

    private static boolean isUnauthorized(Reply<?> reply) {
        return reply instanceof Reply.Refusal<?> refusal && refusal.status() == UNAUTHORIZED;
    }

    private <T> Mono<Reply<T>> sent(Grant grant, Function<Token, Request> request, Function<byte[], T> reader) {
        return switch (grant) {
            case Token token -> exchange.send(request.apply(token)).map(sent -> reply(sent, reader));
            case AccessTokens.Refused(int status, String code, String message) ->
                Mono.just(new Reply.Refusal<>(status, code, message));
            case AccessTokens.Unavailable(String code, String message) ->
                Mono.just(new Reply.NotWritten<>(code, message));
        };
    }

    private static <T> Reply<T> reply(Sent sent, Function<byte[], T> reader) {
        return switch (sent) {
            case Sent.NotWritten(String code, String message) -> new Reply.NotWritten<>(code, message);
            case Sent.Lost(String code, String message) -> new Reply.Lost<>(code, message);
            case Sent.Answered answered -> read(answered, reader);
        };
    }

    private static <T> Reply<T> read(Sent.Answered answered, Function<byte[], T> reader) {
        try {
            return answered.status() / 100 == 2
                    ? new Reply.Success<>(reader.apply(answered.body()))
                    : refusal(answered);
        } catch (UnreadableException unreadable) {
            return new Reply.Lost<>("answer_unreadable", "the answer cannot be read: " + unreadable.getMessage());
        }
    }

    /** The first issue says more than the error's name, where there is one. */
    private static <T> Reply<T> refusal(Sent.Answered answered) {
        JsonNode error = Json.object(answered.body());
        JsonNode detail = error.path("details").path(0);
        String issue = Json.text(detail, "issue");
        return issue.isEmpty()
                ? new Reply.Refusal<>(answered.status(), Json.required(error, "name"), Json.text(error, "message"))
                : new Reply.Refusal<>(answered.status(), issue, Json.text(detail, "description"));
    }
}
