package io.sluice.edge.management;

import static io.sluice.edge.management.OperatorFilter.operator;
import static io.sluice.edge.management.OperatorRequest.merchant;
import static io.sluice.edge.management.OperatorRequest.notFound;

import io.sluice.core.id.MerchantId;
import io.sluice.core.merchant.MerchantAdministration;
import io.sluice.core.merchant.model.MerchantProfile;
import io.sluice.edge.http.Paging;
import io.sluice.edge.http.QueryParameters;
import io.sluice.edge.json.JsonAnswer;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** Merchants and their fees. */
final class MerchantHandlers {

    private final MerchantAdministration merchants;

    MerchantHandlers(MerchantAdministration merchants) {
        this.merchants = merchants;
    }

    Mono<ServerResponse> create(ServerRequest request) {
        return OperatorRequest.body(request, MerchantDocuments::create)
                .flatMap(merchant -> merchants.create(operator(request), merchant))
                .flatMap(created -> JsonAnswer.created(MerchantDocuments.shown(created)));
    }

    Mono<ServerResponse> list(ServerRequest request) {
        QueryParameters query = QueryParameters.of(request, "cursor", "limit");
        int limit = Paging.limit(query);
        @Nullable MerchantId after =
                query.optional("cursor").map(MerchantHandlers::cursor).orElse(null);
        return merchants.list(after, limit + 1).collectList().flatMap(found -> page(found, limit));
    }

    Mono<ServerResponse> get(ServerRequest request) {
        return shown(request, merchants.find(merchant(request)));
    }

    Mono<ServerResponse> update(ServerRequest request) {
        MerchantId id = merchant(request);
        return shown(
                request,
                OperatorRequest.body(request, MerchantDocuments::change)
                        .flatMap(change -> merchants.update(operator(request), id, change)));
    }

    Mono<ServerResponse> fees(ServerRequest request) {
        return fees(request, merchants.find(merchant(request)));
    }

    Mono<ServerResponse> setFees(ServerRequest request) {
        MerchantId id = merchant(request);
        return fees(
                request,
                OperatorRequest.body(request, MerchantDocuments::fees)
                        .flatMap(fees -> merchants.setFees(operator(request), id, fees)));
    }

    private static Mono<ServerResponse> shown(ServerRequest request, Mono<MerchantProfile> merchant) {
        return found(request, merchant).flatMap(found -> JsonAnswer.ok(MerchantDocuments.shown(found)));
    }

    private static Mono<ServerResponse> fees(ServerRequest request, Mono<MerchantProfile> merchant) {
        return found(request, merchant)
                .flatMap(found -> JsonAnswer.ok(Map.of("fees", MerchantDocuments.shown(found.fees()))));
    }

    private static Mono<MerchantProfile> found(ServerRequest request, Mono<MerchantProfile> merchant) {
        return merchant.switchIfEmpty(Mono.error(() -> notFound("merchant", request.pathVariable("merchant"))));
    }

    private static Mono<ServerResponse> page(List<MerchantProfile> found, int limit) {
        List<MerchantProfile> page = found.subList(0, Math.min(limit, found.size()));
        String next = found.size() > limit ? page.getLast().id().toString() : null;
        return Paging.page(
                page.stream()
                        .map(merchant -> JsonAnswer.text(MerchantDocuments.shown(merchant)))
                        .toList(),
                next);
    }

    private static MerchantId cursor(String cursor) {
        try {
            return MerchantId.parse(cursor);
        } catch (IllegalArgumentException e) {
            throw QueryParameters.complaint("cursor", "must be the next_cursor of an earlier page");
        }
    }
}
