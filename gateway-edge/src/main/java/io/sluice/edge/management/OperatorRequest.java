package io.sluice.edge.management;

import io.sluice.core.id.MerchantId;
import io.sluice.core.merchant.MerchantAdministration;
import io.sluice.core.merchant.model.MerchantProfile;
import io.sluice.edge.http.JsonContent;
import io.sluice.edge.http.ProblemException;
import io.sluice.edge.http.RequestBody;
import io.sluice.edge.json.JsonFields;
import io.sluice.edge.json.StrictJson;
import java.util.function.Function;
import org.springframework.web.reactive.function.server.ServerRequest;
import reactor.core.publisher.Mono;

/** What the operators' requests have in common. */
final class OperatorRequest {

    private OperatorRequest() {}

    /** Reads the body as one strict JSON object without unknown fields. */
    static <T> Mono<T> body(ServerRequest request, Function<JsonFields, T> read) {
        return bytes(request).map(bytes -> {
            JsonFields fields = StrictJson.object(bytes);
            T value = read.apply(fields);
            fields.done();
            return value;
        });
    }

    static Mono<byte[]> bytes(ServerRequest request) {
        return Mono.defer(() -> {
            JsonContent.require(request);
            return RequestBody.read(request.exchange());
        });
    }

    static MerchantId merchant(ServerRequest request) {
        return id(request, "merchant", MerchantId::parse);
    }

    /** @throws ProblemException (404) when the path's id is none */
    static <T> T id(ServerRequest request, String variable, Function<String, T> parse) {
        try {
            return parse.apply(request.pathVariable(variable));
        } catch (IllegalArgumentException e) {
            throw notFound(variable, request.pathVariable(variable));
        }
    }

    /** Lists of what a merchant has are empty only when there is such a merchant. */
    static Mono<MerchantProfile> existing(MerchantAdministration merchants, MerchantId id) {
        return merchants.find(id).switchIfEmpty(Mono.error(() -> notFound("merchant", id)));
    }

    static ProblemException notFound(String kind, Object id) {
        return ProblemException.of(404, kind + "_not_found", "There is no " + kind.replace('_', ' ') + " " + id + ".");
    }
}
