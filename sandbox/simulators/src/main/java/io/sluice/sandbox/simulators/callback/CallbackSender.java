package io.sluice.sandbox.simulators.callback;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.HttpHeaders;
import io.sluice.sandbox.simulators.Threads;
import io.sluice.sandbox.simulators.callback.model.Callback;
import io.sluice.sandbox.simulators.callback.model.Delivery;
import io.sluice.sandbox.simulators.callback.model.ResendSchedule;
import io.sluice.sandbox.simulators.weather.Weather;
import io.sluice.sandbox.simulators.weather.model.CallbackWeather.Fate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

/** Sends callbacks when they are due, until the merchant accepts them or the schedule ends. */
public final class CallbackSender implements AutoCloseable {
    private final Letters letters;
    private final Sendings sendings;
    private final ResendSchedule schedule;
    private final Duration timeout;
    private final Weather weather;
    private final Overtaking overtaking;
    private final Threads threads;
    private final InstantSource clock;
    private final ConnectionProvider connections = ConnectionProvider.builder("simulator-callbacks")
            .maxConnections(256)
            .pendingAcquireMaxCount(-1)
            .build();
    private final HttpClient http = HttpClient.create(connections);

    /** A callback in the form in which the channel sends it. */
    @SuppressWarnings("ArrayRecordComponent") // bytes on their way, never compared
    public record Letter(HttpHeaders headers, byte[] body) {}

    /** Writes and signs a callback, anew for each sending. May block. */
    @FunctionalInterface
    public interface Letters {
        Letter write(Callback callback);

        /** Whether the merchant's answer, its status and its body, ends the sendings. */
        default boolean accepts(int status, String answer) {
            return status / 100 == 2;
        }
    }

    /** Where sendings are kept. */
    public interface Sendings {

        /** One of several sendings of the same callback at once. */
        void alsoSent(Delivery delivery);

        /** A sending; what it says about the next one must survive a kill of the process. */
        Mono<Void> sent(Delivery delivery);
    }

    /** What came back from one request: the status, or 0 and why there is none. */
    private record Reply(
            int status, boolean accepted, @Nullable String problem, long tookMs) {}

    /**
     * @param timeout how long a merchant may take to answer
     * @param weather what befalls callbacks on their way
     */
    public CallbackSender(
            Letters letters,
            Sendings sendings,
            ResendSchedule schedule,
            Duration timeout,
            Weather weather,
            Threads threads,
            InstantSource clock) {
        this.letters = letters;
        this.sendings = sendings;
        this.schedule = schedule;
        this.timeout = timeout;
        this.weather = weather;
        this.overtaking = new Overtaking(threads);
        this.threads = threads;
        this.clock = clock;
    }

    /** Takes over a callback that the journal already has. The weather strikes when it is sent for the first time. */
    public void send(Callback callback) {
        Fate fate = callback.failed() == 0 && callback.resent() ? weather.callback() : Fate.NONE;
        threads.at(
                callback.dueAt().plus(fate.later()),
                overtaking.pass(fate.overtaken(), Mono.defer(() -> attempt(callback, fate.moreCopies()))));
    }

    private Mono<Void> attempt(Callback callback, int moreCopies) {
        return Flux.range(0, callback.copies() + moreCopies)
                .flatMap(copy -> post(callback))
                .collectList()
                .publishOn(threads.workers())
                .flatMap(replies -> conclude(callback, replies));
    }

    private Mono<Reply> post(Callback callback) {
        return Mono.fromCallable(() -> letters.write(callback))
                .subscribeOn(threads.workers())
                .flatMap(letter -> post(callback.url(), letter));
    }

    private Mono<Reply> post(String url, Letter letter) {
        Instant begun = clock.instant();
        return http.headers(headers ->
                        headers.set("Content-Type", "application/json").set(letter.headers()))
                .post()
                .uri(url)
                .send(Mono.fromSupplier(() -> Unpooled.wrappedBuffer(letter.body())))
                .responseSingle((response, body) -> body.asString()
                        .defaultIfEmpty("")
                        .map(answer -> replied(response.status().code(), answer, begun)))
                .timeout(timeout)
                .onErrorResume(
                        failed -> Mono.just(new Reply(0, /* accepted= */ false, String.valueOf(failed), since(begun))));
    }

    private Reply replied(int status, String answer, Instant begun) {
        return new Reply(status, letters.accepts(status, answer), null, since(begun));
    }

    private Mono<Void> conclude(Callback callback, List<Reply> replies) {
        boolean accepted = replies.stream().anyMatch(Reply::accepted);
        Instant next = accepted || !callback.resent() ? null : next(callback);
        replies.stream().skip(1).forEach(reply -> sendings.alsoSent(delivery(callback, reply, null)));
        if (next != null) {
            send(callback.failedOnce(next));
        }
        return sendings.sent(delivery(callback, replies.getFirst(), next));
    }

    private @Nullable Instant next(Callback callback) {
        return schedule.pauseAfter(callback.failed() + 1)
                .map(clock.instant()::plus)
                .orElse(null);
    }

    private Delivery delivery(Callback callback, Reply reply, @Nullable Instant next) {
        return new Delivery(
                callback.id(),
                callback.variant(),
                callback.eventType(),
                callback.subject(),
                callback.url(),
                callback.failed() + 1,
                reply.status(),
                reply.problem(),
                reply.tookMs(),
                clock.instant(),
                next);
    }

    private long since(Instant begun) {
        return Duration.between(begun, clock.instant()).toMillis();
    }

    @Override
    public void close() {
        connections.dispose();
    }
}
