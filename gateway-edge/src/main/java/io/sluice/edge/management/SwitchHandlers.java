package io.sluice.edge.management;

import static io.sluice.edge.management.OperatorFilter.operator;

import io.sluice.core.routing.RoutingAdministration;
import io.sluice.core.routing.rule.model.Switch;
import io.sluice.edge.http.Paging;
import io.sluice.edge.http.ProblemException;
import io.sluice.edge.json.JsonAnswer;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** What operators turn off and on by hand. */
final class SwitchHandlers {

    private static final int MAX_REASON = 200;

    private final RoutingAdministration routing;

    SwitchHandlers(RoutingAdministration routing) {
        this.routing = routing;
    }

    Mono<ServerResponse> list(ServerRequest request) {
        return routing.switches()
                .map(off -> JsonAnswer.text(shown(off)))
                .collectList()
                .flatMap(documents -> Paging.page(documents, null));
    }

    Mono<ServerResponse> turnOff(ServerRequest request) {
        Switch.Kind kind = kind(request);
        return reason(request)
                .flatMap(reason -> routing.turnOff(operator(request), kind, name(request), reason))
                .flatMap(off -> JsonAnswer.ok(shown(off)));
    }

    Mono<ServerResponse> turnOn(ServerRequest request) {
        Switch.Kind kind = kind(request);
        return reason(request)
                .flatMap(reason -> routing.turnOn(operator(request), kind, name(request), reason))
                .switchIfEmpty(Mono.error(() -> ProblemException.of(
                        404,
                        "switch_not_found",
                        kind.wireName() + " " + name(request) + " is not off; GET /admin/switches lists what is.")))
                .flatMap(on -> JsonAnswer.ok(shown(on)));
    }

    private static Mono<String> reason(ServerRequest request) {
        return OperatorRequest.body(request, fields -> fields.text("reason", 1, MAX_REASON));
    }

    private static String name(ServerRequest request) {
        return request.pathVariable("name");
    }

    private static Switch.Kind kind(ServerRequest request) {
        String kind = request.pathVariable("kind");
        return Switch.Kind.of(kind)
                .orElseThrow(() -> ProblemException.of(
                        404,
                        "switch_kind_unknown",
                        "There are switches of channel, account, method and feature, not of " + kind + "."));
    }

    private static Map<String, @Nullable Object> shown(Switch off) {
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("kind", off.kind().wireName());
        document.put("name", off.name());
        document.put("reason", off.reason());
        document.put("by", off.by());
        document.put("since", JsonAnswer.time(off.since()));
        return document;
    }
}
