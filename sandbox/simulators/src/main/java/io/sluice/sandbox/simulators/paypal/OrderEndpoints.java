package io.sluice.sandbox.simulators.paypal;

import io.sluice.sandbox.simulators.Threads;
import io.sluice.sandbox.simulators.http.Answer;
import io.sluice.sandbox.simulators.http.Behaviour;
import io.sluice.sandbox.simulators.model.Decision;
import io.sluice.sandbox.simulators.paypal.Desk.Done;
import io.sluice.sandbox.simulators.paypal.model.BookEntry;
import io.sluice.sandbox.simulators.paypal.model.Capture;
import io.sluice.sandbox.simulators.paypal.model.Issue;
import io.sluice.sandbox.simulators.paypal.model.Order;
import io.sluice.sandbox.simulators.paypal.model.Outcome;
import io.sluice.sandbox.simulators.paypal.model.Refusal;
import io.sluice.sandbox.simulators.paypal.model.Terms;
import io.sluice.sandbox.simulators.paypal.model.Terms.Intent;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.ObjectNode;

/** Ordering, querying, and completing what the payer approved. */
final class OrderEndpoints {
    private static final int TIMES_LATER = 12;

    private final State state;
    private final Desk desk;
    private final Webhooks webhooks;
    private final Documents documents;
    private final Behaviour<Outcome> behaviour;
    private final Payer payer;
    private final Threads threads;
    private final InstantSource clock;

    OrderEndpoints(
            State state,
            Desk desk,
            Webhooks webhooks,
            Documents documents,
            Behaviour<Outcome> behaviour,
            Payer payer,
            Threads threads,
            InstantSource clock) {
        this.state = state;
        this.desk = desk;
        this.webhooks = webhooks;
        this.documents = documents;
        this.behaviour = behaviour;
        this.payer = payer;
        this.threads = threads;
        this.clock = clock;
    }

    Mono<Answer> create(Call call) {
        return switch (Fields.terms(call)) {
            case Decision.Granted<Terms, Refusal>(Terms terms) -> create(call, terms);
            case Decision.Refused<Terms, Refusal>(Refusal refusal) ->
                Mono.just(Answers.error(refusal.issue(), refusal.field()));
        };
    }

    private Mono<Answer> create(Call call, Terms terms) {
        Outcome outcome = behaviour.of(terms.customId(), terms.amount().minor(), terms.description());
        if (outcome == Outcome.TIMEOUT_NOT_CHARGED) {
            return Mono.just(Answer.NEVER);
        }
        Mono<Answer> created = desk.once(call, () -> placed(call, terms, outcome))
                .doOnNext(this::expectPayer)
                .map(decision -> Answers.of(decision, done -> made(call, done)));
        // A client that leaves does not keep an order that was taken from its payer.
        return Mono.fromFuture(created::toFuture, true);
    }

    private Decision<JournalLine, Refusal> placed(Call call, Terms terms, Outcome outcome) {
        Order order = Order.created(Ids.resource(), terms, outcome, clock.instant());
        return Decision.granted(JournalLine.of(order).with(call.remembered(order.id(), order.id())));
    }

    private void expectPayer(Decision<Done, Refusal> decision) {
        if (decision instanceof Decision.Granted<Done, Refusal>(Done done)
                && done.line().order() != null) {
            payer.expect(done.line().order());
        }
    }

    private Answer made(Call call, Done done) {
        Order order = state.order(done.request().orderId()).orElseThrow();
        ObjectNode document = documents.order(order);
        return Answer.of(done.repeated() ? 200 : 201, call.asksForAll() ? document : Documents.minimal(document));
    }

    Mono<Answer> query(Call call) {
        return own(call)
                .map(order -> state.settled().thenReturn(Answer.ok(documents.order(order))))
                .orElseGet(() -> Mono.just(Answers.error(Issue.INVALID_RESOURCE_ID)));
    }

    private Optional<Order> own(Call call) {
        return state.order(call.id())
                .filter(order -> order.terms().payee().equals(call.merchant().payee()));
    }

    Mono<Answer> capture(Call call) {
        return complete(call, Intent.CAPTURE);
    }

    Mono<Answer> authorize(Call call) {
        return complete(call, Intent.AUTHORIZE);
    }

    private Mono<Answer> complete(Call call, Intent action) {
        if (own(call).isEmpty()) {
            return Mono.just(Answers.error(Issue.INVALID_RESOURCE_ID));
        }
        Mono<Answer> completed =
                desk.once(call, () -> completed(call, action)).map(decision -> Answers.of(decision, this::completion));
        return Mono.fromFuture(completed::toFuture, true);
    }

    private Decision<JournalLine, Refusal> completed(Call call, Intent action) {
        Instant now = clock.instant();
        Order asked = state.order(call.id()).orElseThrow().askedOnceMore();
        return asked.completable(action).then(order -> {
            if (order.outcome() == Outcome.CAPTURE_LOST && order.asked() == 1) {
                return Decision.granted(JournalLine.of(order)
                        .with(call.remembered(order.id(), "").forgotten()));
            }
            Order done = action == Intent.CAPTURE
                    ? order.captured(Ids.resource(), now)
                    : order.authorized(Ids.resource(), now);
            return Decision.granted(booked(done, now).with(call.remembered(done.id(), done.id())));
        });
    }

    private JournalLine booked(Order order, Instant now) {
        var line = JournalLine.of(order).with(webhooks.completed(order, now));
        for (Capture capture : order.captures()) {
            if (capture.state() == Capture.State.COMPLETED) {
                return line.with(BookEntry.charge(order, capture, now));
            }
            expectEnd(order, capture);
        }
        return line;
    }

    /** Some first answers go astray; a repetition gets through. */
    private Answer completion(Done done) {
        Order order = state.order(done.request().orderId()).orElseThrow();
        Answer right = Answer.of(done.repeated() ? 200 : 201, documents.order(order));
        if (done.repeated()) {
            return right;
        }
        return switch (order.outcome()) {
            case TIMEOUT_CHARGED, CHARGED_LATE -> Answer.NEVER;
            case CAPTURE_LOST -> order.asked() == 1 ? Answer.NEVER : right;
            case ERROR_AFTER -> Answers.error(Issue.INTERNAL_SERVER_ERROR);
            case GARBAGE -> right.in(Answer.Manner.UNREADABLE);
            default -> right;
        };
    }

    /** A capture that is under review ends well, later; also after a restart. */
    void expectEnd(Order order, Capture capture) {
        if (capture.state() == Capture.State.PENDING && order.outcome() == Outcome.CHARGED_LATE) {
            Instant end = capture.createdAt().plus(behaviour.delay().multipliedBy(TIMES_LATER));
            threads.at(end, Mono.defer(() -> desk.change(() -> reviewed(order.id(), capture.id()))));
        }
    }

    private Decision<JournalLine, Refusal> reviewed(String orderId, String captureId) {
        Order order = state.order(orderId).orElseThrow();
        Capture ended = order.capture(captureId).orElseThrow().in(Capture.State.COMPLETED);
        return Decision.granted(
                JournalLine.of(order.ended(ended)).with(BookEntry.charge(order, ended, clock.instant())));
    }
}
