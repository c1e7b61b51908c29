package io.sluice.sandbox.simulators.unionpay;

import io.sluice.sandbox.simulators.Threads;
import io.sluice.sandbox.simulators.http.Answer;
import io.sluice.sandbox.simulators.http.FaultyGate;
import io.sluice.sandbox.simulators.unionpay.RequestCheck.Asked;
import io.sluice.sandbox.simulators.unionpay.model.Refusal;
import io.sluice.sandbox.simulators.unionpay.model.ResponseCode;
import io.sluice.sandbox.simulators.weather.Weather;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/** What every request passes: injected faults, the check of its signature and form, and the endpoint. */
final class Gate {
    static final Answer BROKEN = Answer.text(500, "The gateway failed");

    private final RequestCheck check;
    private final Merchant usual;
    private final FaultyGate faulty;

    /** @param usual for whom an answer is signed that is for nobody known */
    Gate(RequestCheck check, Merchant usual, Weather weather, Threads threads) {
        this.check = check;
        this.usual = usual;
        this.faulty = new FaultyGate(
                weather,
                threads,
                new FaultyGate.Excuses() {
                    @Override
                    public Answer busy(HttpServerRequest request, byte[] body) {
                        return refused(RequestCheck.read(body), Refusal.of(ResponseCode.BUSY));
                    }

                    @Override
                    public Answer broken(HttpServerRequest request, byte[] body) {
                        return BROKEN;
                    }
                },
                (response, body, manner) -> {});
    }

    /** For payers' browsers. */
    BiFunction<HttpServerRequest, HttpServerResponse, Publisher<Void>> open(FaultyGate.Handler handler) {
        return faulty.before(handler);
    }

    /** For merchants. */
    BiFunction<HttpServerRequest, HttpServerResponse, Publisher<Void>> before(Function<Asked, Mono<Answer>> endpoint) {
        return faulty.before((request, body) -> {
            Message message = RequestCheck.read(body);
            return check.check(message).either(endpoint, refusal -> Mono.just(refused(message, refusal)));
        });
    }

    private Answer refused(@Nullable Message message, Refusal refusal) {
        Message said = message == null ? new Message(Map.of()) : message;
        Merchant merchant = check.merchants().getOrDefault(said.text("merId"), usual);
        return Answers.of(merchant, Answers.refused(said, refusal), Answer.Manner.RIGHT);
    }
}
