package io.sluice.sandbox.simulators.wechat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpHeaders;
import io.sluice.sandbox.simulators.Journal;
import io.sluice.sandbox.simulators.wechat.model.Callback;
import io.sluice.sandbox.simulators.wechat.model.CallbackPlan;
import io.sluice.sandbox.simulators.wechat.model.Delivery;
import io.sluice.sandbox.simulators.wechat.model.ResendSchedule;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

/** Sends callbacks when they are due, until the merchant accepts them or the schedule ends. */
final class CallbackSender implements AutoCloseable {
    private final State state;
    private final Journal journal;
    private final Envelope envelope;
    private final Signer signer;
    private final ResendSchedule schedule;
    private final Duration timeout;
    private final Threads threads;
    private final InstantSource clock;
    private final ConnectionProvider connections = ConnectionProvider.builder("wechat-callbacks")
            .maxConnections(256)
            .pendingAcquireMaxCount(-1)
            .build();
    private final HttpClient http = HttpClient.create(connections);

    /** What came back from one request: the status, or 0 and why there is none. */
    private record Reply(int status, @Nullable String problem, long tookMs) {}

    CallbackSender(
            State state,
            Journal journal,
            Envelope envelope,
            Signer signer,
            SimulatorConfig config,
            Threads threads,
            InstantSource clock) {
        this.state = state;
        this.journal = journal;
        this.envelope = envelope;
        this.signer = signer;
        this.schedule = new ResendSchedule(config.timeScale());
        this.timeout = config.callbackTimeout();
        this.threads = threads;
        this.clock = clock;
    }

    /** Takes over a callback that the journal already has. */
    void send(Callback callback) {
        threads.at(callback.dueAt(), Mono.defer(() -> attempt(callback)));
    }

    private Mono<Void> attempt(Callback callback) {
        return Flux.range(0, callback.copies())
                .flatMap(copy -> post(callback))
                .collectList()
                .publishOn(threads.workers())
                .flatMap(replies -> conclude(callback, replies));
    }

    private Mono<Reply> post(Callback callback) {
        UnaryOperator<String> spoil =
                callback.variant() == CallbackPlan.Variant.PROBE ? Signer.PROBE : UnaryOperator.identity();
        return Mono.fromCallable(() -> {
                    byte[] body = envelope.around(callback);
                    var headers = new DefaultHttpHeaders();
                    signer.sign(headers, body, spoil);
                    return new Letter(headers, Unpooled.wrappedBuffer(body));
                })
                .subscribeOn(threads.workers())
                .flatMap(letter -> post(callback.url(), letter));
    }

    private record Letter(HttpHeaders headers, ByteBuf body) {}

    private Mono<Reply> post(String url, Letter letter) {
        Instant begun = clock.instant();
        return http.headers(headers -> headers.add(letter.headers()).set("Content-Type", "application/json"))
                .post()
                .uri(url)
                .send(Mono.just(letter.body()))
                .response()
                .map(response -> new Reply(response.status().code(), null, since(begun)))
                .timeout(timeout)
                .onErrorResume(failed -> Mono.just(new Reply(0, String.valueOf(failed), since(begun))));
    }

    private Mono<Void> conclude(Callback callback, List<Reply> replies) {
        List<Delivery> deliveries =
                replies.stream().map(reply -> delivery(callback, reply, null)).toList();
        boolean accepted = deliveries.stream().anyMatch(Delivery::accepted);
        Instant next = accepted || !callback.resent() ? null : next(callback);
        deliveries.subList(1, deliveries.size()).forEach(state.deliveries::add);
        return conclude(callback, delivery(callback, replies.getFirst(), next));
    }

    private Mono<Void> conclude(Callback callback, Delivery delivery) {
        state.note(JournalLine.of(delivery));
        if (delivery.next() != null) {
            send(callback.failedOnce(delivery.next()));
        }
        return journal.append(JournalLine.of(delivery));
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
