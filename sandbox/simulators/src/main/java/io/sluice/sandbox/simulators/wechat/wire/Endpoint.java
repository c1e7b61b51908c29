package io.sluice.sandbox.simulators.wechat.wire;

import io.netty.handler.codec.http.QueryStringDecoder;
import io.sluice.sandbox.simulators.http.Answer;
import java.util.List;
import java.util.function.UnaryOperator;
import reactor.core.publisher.Mono;

/** One operation of the interface, called once the merchant is known. */
@FunctionalInterface
public interface Endpoint {
    Mono<Answer> answer(Call call);

    /** A request whose signature was right; {@code path} gives the path's parameters. */
    record Call(KnownMerchant merchant, SignedRequest request, UnaryOperator<String> path) {
        public String parameter(String name) {
            return QueryStringDecoder.decodeComponent(path.apply(name));
        }

        /** The first value of a query parameter, or an empty text. */
        public String query(String name) {
            var values = new QueryStringDecoder(request.target()).parameters().getOrDefault(name, List.of());
            return values.isEmpty() ? "" : values.getFirst();
        }
    }
}
