package io.sluice.edge.management;

import static io.sluice.edge.management.OperatorFilter.operator;
import static io.sluice.edge.management.OperatorRequest.merchant;
import static io.sluice.edge.management.OperatorRequest.notFound;

import io.sluice.core.id.MerchantId;
import io.sluice.core.merchant.KeyAdministration;
import io.sluice.core.merchant.MerchantAdministration;
import io.sluice.edge.http.Paging;
import io.sluice.edge.json.JsonAnswer;
import java.time.Clock;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Merchants' keys. */
final class KeyHandlers {

    private final KeyAdministration keys;
    private final MerchantAdministration merchants;
    private final Clock clock;

    KeyHandlers(KeyAdministration keys, MerchantAdministration merchants, Clock clock) {
        this.keys = keys;
        this.merchants = merchants;
        this.clock = clock;
    }

    Mono<ServerResponse> register(ServerRequest request) {
        MerchantId merchant = merchant(request);
        return OperatorRequest.bytes(request)
                .publishOn(Schedulers.boundedElastic()) // parsing a key takes milliseconds and loads classes
                .map(body -> KeyDocuments.register(body, clock.instant()))
                .flatMap(asked -> keys.register(operator(request), merchant, asked.key())
                        .flatMap(key -> JsonAnswer.created(KeyDocuments.registered(key, asked))))
                .switchIfEmpty(Mono.error(() -> notFound("merchant", merchant)));
    }

    Mono<ServerResponse> list(ServerRequest request) {
        MerchantId merchant = merchant(request);
        return OperatorRequest.existing(merchants, merchant)
                .thenMany(keys.list(merchant))
                .map(key -> JsonAnswer.text(KeyDocuments.shown(key)))
                .collectList()
                .flatMap(documents -> Paging.page(documents, null));
    }

    Mono<ServerResponse> revoke(ServerRequest request) {
        String keyId = request.pathVariable("key");
        return keys.revoke(operator(request), merchant(request), keyId)
                .switchIfEmpty(Mono.error(() -> notFound("key", keyId)))
                .flatMap(key -> JsonAnswer.ok(KeyDocuments.shown(key)));
    }
}
