package io.sluice.channels.wechat;

import io.sluice.channels.http.HttpExchange;
import io.sluice.channels.http.Json;
import io.sluice.channels.http.Request;
import io.sluice.channels.http.Sent;
import io.sluice.channels.http.Sent.Answered;
import io.sluice.channels.http.UnreadableException;
import io.sluice.channels.model.Reply;
import io.sluice.channels.wechat.model.Authenticity;
import io.sluice.channels.wechat.model.SignatureHeaders;
import java.time.Clock;
import java.util.function.Function;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Calls of the channel's interface whose answers were verified. */
final class WeChatApi {

    private static final int OK = 200;
    private static final int NO_CONTENT = 204;

    private final HttpExchange exchange;
    private final RequestSigner signer;
    private final PlatformCertificates certificates;
    private final Clock clock;

    WeChatApi(HttpExchange exchange, RequestSigner signer, PlatformCertificates certificates, Clock clock) {
        this.exchange = exchange;
        this.signer = signer;
        this.certificates = certificates;
        this.clock = clock;
    }

    <T> Mono<Reply<T>> get(String target, Function<byte[], T> reader) {
        return call(() -> signer.get(target), reader);
    }

    <T> Mono<Reply<T>> post(String target, String json, Function<byte[], T> reader) {
        return call(() -> signer.post(target, json), reader);
    }

    /** Nothing is sent before there is a certificate to verify the answer with. */
    private <T> Mono<Reply<T>> call(Supplier<Request> request, Function<byte[], T> reader) {
        return certificates
                .available()
                .flatMap(available -> available
                        ? exchange.send(request.get()).flatMap(sent -> reply(sent, reader))
                        : Mono.just(new Reply.NotWritten<>(
                                "certificates_unavailable", "the channel's certificates could not be downloaded")));
    }

    private <T> Mono<Reply<T>> reply(Sent sent, Function<byte[], T> reader) {
        return switch (sent) {
            case Sent.NotWritten(String code, String message) -> Mono.just(new Reply.NotWritten<>(code, message));
            case Sent.Lost(String code, String message) -> Mono.just(new Reply.Lost<>(code, message));
            case Answered answered ->
                certificates
                        .judge(SignatureHeaders.of(answered.header()), answered.body(), clock.instant())
                        .map(authenticity -> read(answered, authenticity, reader));
        };
    }

    private static <T> Reply<T> read(Answered answered, Authenticity authenticity, Function<byte[], T> reader) {
        return switch (authenticity) {
            case Authenticity.Authentic authentic -> read(answered, reader);
            case Authenticity.KeyUnknown unknown ->
                new Reply.Lost<>("answer_serial_unknown", "the answer is signed by an unknown certificate");
            case Authenticity.Refused(String code, String reason) -> new Reply.Lost<>("answer_" + code, reason);
        };
    }

    private static <T> Reply<T> read(Answered answered, Function<byte[], T> reader) {
        try {
            return answered.status() == OK || answered.status() == NO_CONTENT
                    ? new Reply.Success<>(reader.apply(answered.body()))
                    : refusal(answered);
        } catch (UnreadableException unreadable) {
            return new Reply.Lost<>("answer_unreadable", "the answer cannot be read: " + unreadable.getMessage());
        }
    }

    private static <T> Reply<T> refusal(Answered answered) {
        JsonNode error = Json.object(answered.body());
        return new Reply.Refusal<>(answered.status(), Json.required(error, "code"), Json.text(error, "message"));
    }
}
