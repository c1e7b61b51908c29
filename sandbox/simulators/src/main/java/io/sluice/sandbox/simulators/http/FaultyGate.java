package io.sluice.sandbox.simulators.http;

import io.netty.buffer.Unpooled;
import io.sluice.sandbox.simulators.Threads;
import io.sluice.sandbox.simulators.weather.Weather;
import io.sluice.sandbox.simulators.weather.model.Fate;
import io.sluice.sandbox.simulators.weather.model.Fault;
import io.sluice.sandbox.simulators.weather.model.Outage;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/** What every request of a channel passes: the weather, the channel itself, and the manner of the answer. */
public final class FaultyGate {
    private static final Logger LOG = LoggerFactory.getLogger(FaultyGate.class);
    private static final byte[] EMPTY = {};

    private final Weather weather;
    private final Threads threads;
    private final Excuses excuses;
    private final Heading heading;

    /** Answers one request of the channel's interface. */
    @FunctionalInterface
    public interface Handler {
        Mono<Answer> answer(HttpServerRequest request, byte[] body);
    }

    /** Adds the headers that the channel sends with a body. */
    @FunctionalInterface
    public interface Heading {
        void add(HttpServerResponse response, byte[] body, Answer.Manner manner);
    }

    /** What the channel says when it does not do what it is asked. */
    public interface Excuses {
        /** It takes no more requests. */
        Answer busy(HttpServerRequest request, byte[] body);

        /** It has failed. */
        Answer broken(HttpServerRequest request, byte[] body);

        /** The same whatever was asked. */
        static Excuses always(Answer busy, Answer broken) {
            return new Excuses() {
                @Override
                public Answer busy(HttpServerRequest request, byte[] body) {
                    return busy;
                }

                @Override
                public Answer broken(HttpServerRequest request, byte[] body) {
                    return broken;
                }
            };
        }
    }

    public FaultyGate(Weather weather, Threads threads, Excuses excuses, Heading heading) {
        this.weather = weather;
        this.threads = threads;
        this.excuses = excuses;
        this.heading = heading;
    }

    public BiFunction<HttpServerRequest, HttpServerResponse, Publisher<Void>> before(Handler handler) {
        return (request, response) -> request.receive()
                .aggregate()
                .asByteArray()
                .defaultIfEmpty(EMPTY)
                .publishOn(threads.workers())
                .flatMap(body -> served(handler, request, body))
                .publishOn(threads.workers())
                .flatMap(answer -> write(onItsWay(answer), response));
    }

    private Mono<Answer> served(Handler handler, HttpServerRequest request, byte[] body) {
        Fate fate = weather.request();
        return Mono.defer(() -> answer(handler, request, body, fate.fault()))
                .onErrorResume(cause -> failed(cause, request))
                .delayUntil(answer -> fate.latency().isZero() ? Mono.empty() : threads.pause(fate.latency()));
    }

    private Mono<Answer> answer(Handler handler, HttpServerRequest request, byte[] body, @Nullable Fault fault) {
        Optional<Outage.Kind> away = weather.away();
        if (away.isPresent()) {
            return Mono.just(away.get() == Outage.Kind.SILENT ? Answer.NEVER : Answer.DROPPED);
        }
        if (fault == null) {
            return handler.answer(request, body);
        }
        return switch (fault) {
            case DROP_CONNECTION -> Mono.just(Answer.DROPPED);
            case LOST_QUESTION -> Mono.just(Answer.NEVER);
            case FREQUENCY_LIMITED -> Mono.just(excuses.busy(request, body));
            case SYSTEM_ERROR_BEFORE -> Mono.just(excuses.broken(request, body));
            case DROP_AFTER -> handler.answer(request, body).thenReturn(Answer.DROPPED);
            case LOST_ANSWER -> handler.answer(request, body).thenReturn(Answer.NEVER);
            case SYSTEM_ERROR_AFTER -> handler.answer(request, body).map(right -> excuses.broken(request, body));
            case PARTIAL -> handler.answer(request, body).map(right -> right.in(Answer.Manner.PARTIAL));
            case GARBAGE -> handler.answer(request, body).map(right -> right.in(Answer.Manner.GARBAGE));
        };
    }

    /** Whoever is cut off is so whether his request came before the outage or in it. */
    private Answer onItsWay(Answer answer) {
        return weather.away().filter(kind -> kind != Outage.Kind.SILENT).isPresent() ? Answer.DROPPED : answer;
    }

    private Mono<Answer> failed(Throwable cause, HttpServerRequest request) {
        LOG.error("A request failed", cause);
        return Mono.just(excuses.broken(request, EMPTY));
    }

    private Mono<Void> write(Answer answer, HttpServerResponse response) {
        return switch (answer.manner()) {
            case NEVER -> Mono.never();
            case DROPPED -> dropped(response);
            // To the server half a body is a whole answer, after which it closes such a connection itself.
            case PARTIAL -> send(answer, response.keepAlive(false));
            case RIGHT, UNREADABLE, GARBAGE, FORGED -> send(answer, response);
        };
    }

    private static Mono<Void> dropped(HttpServerResponse response) {
        return Mono.<Void>never().doOnSubscribe(asked -> response.withConnection(c -> c.dispose()));
    }

    private Mono<Void> send(Answer answer, HttpServerResponse response) {
        byte[] body = answer.bytes();
        response.status(answer.status());
        heading.add(response, body, answer.manner());
        if (answer.location() != null) {
            response.header("Location", answer.location());
        }
        if (answer.body() == null) {
            return response.send().then();
        }
        String type = answer.isText() ? "text/html; charset=utf-8" : "application/json; charset=utf-8";
        response.header("Content-Type", type).header("Content-Length", Integer.toString(answer.statedLength()));
        return response.send(Mono.fromSupplier(() -> Unpooled.wrappedBuffer(body)))
                .then();
    }
}
