package io.sluice.sandbox.simulators.http;

import io.netty.buffer.Unpooled;
import io.sluice.sandbox.simulators.Threads;
import java.util.function.BiFunction;
import org.reactivestreams.Publisher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/** What every request of a channel passes: injected faults, the channel itself, and the manner of the answer. */
public final class FaultyGate {
    private static final Logger LOG = LoggerFactory.getLogger(FaultyGate.class);
    private static final byte[] EMPTY = {};

    private final Faults faults;
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

    public FaultyGate(Faults faults, Threads threads, Excuses excuses, Heading heading) {
        this.faults = faults;
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
                .flatMap(body -> answer(handler, request, body))
                .onErrorResume(cause -> failed(cause, request))
                .delayUntil(answer -> slowly())
                .publishOn(threads.workers())
                .flatMap(answer -> write(answer, response));
    }

    private Mono<Answer> answer(Handler handler, HttpServerRequest request, byte[] body) {
        if (faults.strikes(Fault.DROP_CONNECTION)) {
            return Mono.just(Answer.DROPPED);
        }
        if (faults.strikes(Fault.FREQUENCY_LIMITED)) {
            return Mono.just(excuses.busy(request, body));
        }
        if (faults.strikes(Fault.SYSTEM_ERROR_BEFORE)) {
            return Mono.just(excuses.broken(request, body));
        }
        return handler.answer(request, body).map(right -> spoiled(right, request, body));
    }

    private Answer spoiled(Answer right, HttpServerRequest request, byte[] body) {
        if (faults.strikes(Fault.DROP_AFTER)) {
            return Answer.DROPPED;
        }
        return faults.strikes(Fault.SYSTEM_ERROR_AFTER) ? excuses.broken(request, body) : right;
    }

    private Mono<Answer> failed(Throwable cause, HttpServerRequest request) {
        LOG.error("A request failed", cause);
        return Mono.just(excuses.broken(request, EMPTY));
    }

    private Mono<?> slowly() {
        return faults.latency().isZero() ? Mono.empty() : threads.pause(faults.latency());
    }

    private Mono<Void> write(Answer answer, HttpServerResponse response) {
        return switch (answer.manner()) {
            case NEVER -> Mono.never();
            case DROPPED -> Mono.<Void>never().doOnSubscribe(asked -> response.withConnection(c -> c.dispose()));
            case RIGHT, UNREADABLE, FORGED -> send(answer, response);
        };
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
        response.header("Content-Type", type).header("Content-Length", Integer.toString(body.length));
        return response.send(Mono.fromSupplier(() -> Unpooled.wrappedBuffer(body)))
                .then();
    }
}
