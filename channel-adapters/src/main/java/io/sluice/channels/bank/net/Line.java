package io.sluice.channels.bank.net;

import io.sluice.channels.bank.codec.BankCodec;
import io.sluice.channels.bank.model.Answer;
import io.sluice.channels.bank.model.Field;
import io.sluice.channels.bank.model.Message;
import io.sluice.channels.bank.model.NetworkRequests;
import io.sluice.channels.model.Reply;
import io.sluice.channels.model.Reply.NotWritten;
import io.sluice.channels.model.Reply.Success;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A connection to a host that comes up when it is needed, signs on, is asked whether it lives when it is quiet, comes up again after it broke,
 * and ends when nobody has needed it for ten minutes.
 */
final class Line {

    private static final Logger log = LoggerFactory.getLogger(Line.class);
    private static final Duration UNUSED = Duration.ofMinutes(10);
    private static final Duration TICK = Duration.ofSeconds(1);
    private static final Duration NETWORK_ANSWER = Duration.ofSeconds(2);

    private final HostAddress address;
    private final BankCodec codec;
    private final Overdue overdue;
    private final LateListener late;
    private final Clock clock;
    private final Backoff backoff = new Backoff();
    private final AtomicInteger networkMessages;
    private final AtomicReference<@Nullable Mono<Link>> current = new AtomicReference<>();
    private volatile long usedAt = System.nanoTime();

    Line(
            HostAddress address,
            BankCodec codec,
            Overdue overdue,
            LateListener late,
            Clock clock,
            AtomicInteger networkMessages) {
        this.address = address;
        this.codec = codec;
        this.overdue = overdue;
        this.late = late;
        this.clock = clock;
        this.networkMessages = networkMessages;
    }

    /** One reply, always; never an error and never empty. */
    Mono<Reply<Message>> exchange(Message request) {
        usedAt = System.nanoTime();
        return link().timeout(address.patience(), Mono.error(() -> new NoConnectionException("none came up in time")))
                .flatMap(link -> exchange(link, request))
                .onErrorResume(
                        NoConnectionException.class,
                        none -> Mono.just(new NotWritten<>("not_connected", String.valueOf(none.getMessage()))));
    }

    /** What a terminal is told that is not signed on was not processed, so that it may be sent again. */
    private Mono<Reply<Message>> exchange(Link link, Message request) {
        return link.exchange(request)
                .flatMap(reply -> isAboutSession(reply)
                        ? signOn(link).flatMap(again -> again.exchange(request))
                        : Mono.just(reply));
    }

    private static boolean isAboutSession(Reply<Message> reply) {
        return reply instanceof Success<Message>(Message answer)
                && Answer.of(answer.text(Field.CODE)) == Answer.SESSION;
    }

    private Mono<Link> link() {
        return Mono.defer(() -> {
            Mono<Link> known = current.get();
            if (known != null) {
                return known;
            }
            Duration left = backoff.left();
            if (left.isPositive()) {
                return Mono.error(new NoConnectionException(
                        "the bank host is not reached; it is tried again in " + left.toMillis() + " ms"));
            }
            return begin();
        });
    }

    private Mono<Link> begin() {
        var itself = new AtomicReference<Mono<Link>>();
        Mono<Link> fresh = Link.open(address, codec, overdue, late)
                .flatMap(link -> signOn(link).doOnError(refused -> link.close()))
                .doOnNext(link -> up(link, itself.get()))
                .doOnError(failure -> failed(failure, itself.get()))
                .onErrorMap(failure -> new NoConnectionException("the bank host is not reached, or refuses to sign on"))
                .cache();
        itself.set(fresh);
        return current.compareAndSet(null, fresh) ? fresh : link();
    }

    private Mono<Link> signOn(Link link) {
        return ask(link, NetworkRequests.SIGN_ON)
                .flatMap(answered -> answered
                        ? Mono.just(link)
                        : Mono.error(() -> new NoConnectionException("the bank host refuses to sign on")));
    }

    private Mono<Boolean> ask(Link link, String purpose) {
        return Mono.defer(() -> link.exchange(NetworkRequests.of(
                        purpose, address.terminal(), networkMessages.incrementAndGet(), clock.instant())))
                .map(reply -> reply instanceof Success<Message>(Message answer)
                        && Answer.of(answer.text(Field.CODE)) == Answer.APPROVED)
                .timeout(NETWORK_ANSWER, Mono.just(false));
    }

    private void up(Link link, Mono<Link> itself) {
        backoff.succeeded();
        log.atInfo().addKeyValue("terminal", address.terminal().id()).log("signed on at the bank host");
        link.onClose(() -> ended(itself));
        watch(link);
    }

    private void failed(Throwable failure, Mono<Link> itself) {
        backoff.failed();
        log.atWarn()
                .addKeyValue("terminal", address.terminal().id())
                .log("no connection to the bank host: {}", failure.toString());
        again(itself);
    }

    private void ended(Mono<Link> itself) {
        log.atInfo().addKeyValue("terminal", address.terminal().id()).log("the connection to the bank host ended");
        again(itself);
    }

    /** Where it is still needed it comes up by itself, so that the next caller need not wait for it. */
    private void again(Mono<Link> itself) {
        current.compareAndSet(itself, null);
        if (isNeeded()) {
            Mono.delay(backoff.left()).then(link()).subscribe(link -> {}, none -> {});
        }
    }

    private boolean isNeeded() {
        return System.nanoTime() - usedAt < UNUSED.toNanos();
    }

    private void watch(Link link) {
        Flux.interval(TICK)
                .onBackpressureDrop()
                .concatMap(tick -> look(link))
                .takeUntilOther(Mono.create(sink -> link.onClose(sink::success)))
                .subscribe(alive -> {}, failure -> link.close());
    }

    private Mono<Boolean> look(Link link) {
        if (!isNeeded()) {
            link.close();
            return Mono.empty();
        }
        boolean quiet = link.quietNanos() > address.echo().toNanos();
        return quiet || link.isSuspect() ? echo(link) : Mono.empty();
    }

    private Mono<Boolean> echo(Link link) {
        return ask(link, NetworkRequests.ECHO).doOnNext(alive -> {
            if (!alive) {
                log.atWarn()
                        .addKeyValue("terminal", address.terminal().id())
                        .log("the bank host does not answer an echo; the connection is cut");
                link.close();
            }
        });
    }
}
