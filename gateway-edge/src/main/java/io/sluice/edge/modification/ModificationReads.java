package io.sluice.edge.modification;

import io.sluice.core.channel.ModificationKind;
import io.sluice.core.id.ModificationId;
import io.sluice.core.id.PaymentId;
import io.sluice.core.merchant.model.Merchant;
import io.sluice.core.modification.Modifications;
import io.sluice.core.modification.json.ModificationJson;
import io.sluice.core.modification.model.Modification;
import io.sluice.core.modification.model.PublicName;
import io.sluice.edge.AuthenticatedMerchant;
import io.sluice.edge.http.CanonicalLog;
import io.sluice.edge.http.Paging;
import io.sluice.edge.http.QueryParameters;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** Read a capture, a void or a refund, and list them. */
@Configuration(proxyBeanMethods = false)
class ModificationReads {

    private final Modifications modifications;

    ModificationReads(Modifications modifications) {
        this.modifications = modifications;
    }

    @Bean
    RouterFunction<ServerResponse> modificationReader() {
        RouterFunctions.Builder routes = RouterFunctions.route();
        for (PublicName name : List.of(PublicName.CAPTURE, PublicName.VOID, PublicName.REFUND)) {
            String path = "/v1/" + name.word() + "s";
            routes.GET(path, request -> list(request, name)).GET(path + "/{id}", request -> get(request, name));
        }
        return routes.build();
    }

    private Mono<ServerResponse> get(ServerRequest request, PublicName name) {
        Merchant merchant = AuthenticatedMerchant.of(request);
        ModificationId id = ModificationPath.id(request, name);
        return modifications
                .find(merchant.id(), id)
                .filter(found -> PublicName.of(found.kind()).equals(name))
                .switchIfEmpty(Mono.error(() -> ModificationPath.notFound(name, id)))
                .doOnNext(found -> CanonicalLog.notePayment(request.exchange(), found.paymentId()))
                .flatMap(ModificationResponses::ok);
    }

    private Mono<ServerResponse> list(ServerRequest request, PublicName name) {
        Merchant merchant = AuthenticatedMerchant.of(request);
        QueryParameters query = QueryParameters.of(request, "payment_id", "cursor", "limit");
        int limit = Paging.limit(query);
        PaymentId payment =
                query.optional("payment_id").map(ModificationReads::payment).orElse(null);
        ModificationId before =
                query.optional("cursor").map(cursor -> before(cursor, name)).orElse(null);
        return modifications
                .list(merchant.id(), kinds(name), payment, before, limit + 1)
                .collectList()
                .flatMap(found -> page(found, limit));
    }

    private static Set<ModificationKind> kinds(PublicName name) {
        return Arrays.stream(ModificationKind.values())
                .filter(kind -> PublicName.of(kind).equals(name))
                .collect(Collectors.toSet());
    }

    private static PaymentId payment(String text) {
        try {
            return PaymentId.parse(text);
        } catch (IllegalArgumentException e) {
            throw QueryParameters.complaint("payment_id", "must be the id of a payment, pay_…");
        }
    }

    private static ModificationId before(String cursor, PublicName name) {
        try {
            return ModificationId.parse(name.prefix(), cursor);
        } catch (IllegalArgumentException e) {
            throw QueryParameters.complaint("cursor", "must be the next_cursor of an earlier page");
        }
    }

    private static Mono<ServerResponse> page(List<Modification> found, int limit) {
        List<Modification> page = found.subList(0, Math.min(limit, found.size()));
        String next = found.size() > limit ? page.getLast().publicId() : null;
        return Paging.page(page.stream().map(ModificationJson::text).toList(), next);
    }
}
