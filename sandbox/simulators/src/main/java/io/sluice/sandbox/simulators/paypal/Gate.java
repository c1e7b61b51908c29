package io.sluice.sandbox.simulators.paypal;

import io.sluice.sandbox.simulators.Json;
import io.sluice.sandbox.simulators.Threads;
import io.sluice.sandbox.simulators.http.Answer;
import io.sluice.sandbox.simulators.http.FaultyGate;
import io.sluice.sandbox.simulators.paypal.model.Issue;
import io.sluice.sandbox.simulators.weather.Weather;
import java.util.function.BiFunction;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** What every request passes: injected faults, the check of its token, and the endpoint. */
final class Gate {
    private final Tokens tokens;
    private final FaultyGate faulty;

    Gate(Tokens tokens, Weather weather, Threads threads) {
        this.tokens = tokens;
        this.faulty = new FaultyGate(
                weather,
                threads,
                FaultyGate.Excuses.always(
                        Answers.error(Issue.RATE_LIMIT_REACHED), Answers.error(Issue.INTERNAL_SERVER_ERROR)),
                (response, body, manner) -> response.header("Paypal-Debug-Id", Ids.debug()));
    }

    BiFunction<HttpServerRequest, HttpServerResponse, Publisher<Void>> tokens() {
        return faulty.before(tokens::issue);
    }

    BiFunction<HttpServerRequest, HttpServerResponse, Publisher<Void>> before(Call.Endpoint endpoint) {
        return faulty.before((request, body) -> answer(endpoint, request, body));
    }

    private Mono<Answer> answer(Call.Endpoint endpoint, HttpServerRequest request, byte[] body) {
        OwnMerchant merchant = tokens.owner(request.requestHeaders().get("Authorization"));
        if (merchant == null) {
            return Mono.just(Answers.error(Issue.AUTHENTICATION_FAILURE));
        }
        try {
            JsonNode json = body.length == 0 ? Json.MAPPER.createObjectNode() : Json.MAPPER.readTree(body);
            return endpoint.answer(new Call(merchant, request, json));
        } catch (JacksonException unreadable) {
            return Mono.just(Answers.error(Issue.MALFORMED_REQUEST_JSON));
        }
    }
}
