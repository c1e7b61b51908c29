package io.sluice.sandbox.simulators.paypal;

import io.sluice.sandbox.simulators.Threads;
import io.sluice.sandbox.simulators.http.Behaviour;
import io.sluice.sandbox.simulators.model.Decision;
import io.sluice.sandbox.simulators.model.Play;
import io.sluice.sandbox.simulators.paypal.model.Amount;
import io.sluice.sandbox.simulators.paypal.model.BookEntry;
import io.sluice.sandbox.simulators.paypal.model.Capture;
import io.sluice.sandbox.simulators.paypal.model.Issue;
import io.sluice.sandbox.simulators.paypal.model.Order;
import io.sluice.sandbox.simulators.paypal.model.Refund;
import io.sluice.sandbox.simulators.paypal.model.Refusal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;

/** What happens to money that is held or was collected: each step decides what is to be written. */
final class Movements {
    private final State state;
    private final Desk desk;
    private final Webhooks webhooks;
    private final Behaviour<?> behaviour;
    private final Threads threads;
    private final InstantSource clock;

    Movements(State state, Desk desk, Webhooks webhooks, Behaviour<?> behaviour, Threads threads, InstantSource clock) {
        this.state = state;
        this.desk = desk;
        this.webhooks = webhooks;
        this.behaviour = behaviour;
        this.threads = threads;
        this.clock = clock;
    }

    Decision<JournalLine, Refusal> capture(Call call, Order order) {
        Play play = Play.markedIn(Fields.text(call.body(), "note_to_payer"));
        if (play == Play.DECLINED) {
            return Refusal.refuse(Issue.TRANSACTION_REFUSED);
        }
        return Fields.amountOr(call, order.terms().amount()).then(amount -> capture(call, order, amount, play));
    }

    private Decision<JournalLine, Refusal> capture(Call call, Order order, Amount amount, Play play) {
        Instant now = clock.instant();
        boolean slow = play.takesTime();
        var capture = new Capture(
                Ids.resource(),
                amount,
                Fields.text(call.body(), "invoice_id"),
                call.body().path("final_capture").booleanValue(false),
                play,
                slow ? Capture.State.PENDING : Capture.State.COMPLETED,
                now);
        return order.capturedInPart(capture, now).then(after -> {
            var line = JournalLine.of(after).with(call.remembered(after.id(), capture.id()));
            if (slow) {
                expect(after, capture);
                return Decision.granted(line);
            }
            return Decision.granted(
                    line.with(BookEntry.charge(after, capture, now)).with(webhooks.captured(after, capture, now)));
        });
    }

    Decision<JournalLine, Refusal> release(Call call, Order order) {
        return order.voided()
                .then(after -> Decision.granted(JournalLine.of(after)
                        .with(call.remembered(after.id(), call.id()))
                        .with(webhooks.voided(after, clock.instant()))));
    }

    Decision<JournalLine, Refusal> refund(Call call, Order order) {
        Play play = Play.markedIn(Fields.text(call.body(), "note_to_payer"));
        if (play == Play.DECLINED) {
            return Refusal.refuse(Issue.REFUND_FAILED_INSUFFICIENT_FUNDS);
        }
        Capture capture = order.capture(call.id()).orElse(null);
        if (capture == null) {
            return Refusal.refuse(Issue.INVALID_RESOURCE_ID);
        }
        long left = capture.amount().minor() - order.refundedMinor(capture.id());
        return Fields.amountOr(call, capture.amount().of(left))
                .then(amount -> refund(call, order, capture, amount, play));
    }

    private Decision<JournalLine, Refusal> refund(Call call, Order order, Capture capture, Amount amount, Play play) {
        Instant now = clock.instant();
        boolean slow = play.takesTime();
        var refund = new Refund(
                Ids.resource(),
                capture.id(),
                amount,
                Fields.text(call.body(), "invoice_id"),
                Fields.text(call.body(), "note_to_payer"),
                play,
                slow ? Refund.State.PENDING : Refund.State.COMPLETED,
                now);
        return order.refunded(refund).then(after -> {
            var line = JournalLine.of(after).with(call.remembered(after.id(), refund.id()));
            if (slow) {
                expect(after, refund);
                return Decision.granted(line);
            }
            return Decision.granted(
                    line.with(BookEntry.refund(after, refund, now)).with(webhooks.refunded(after, refund, now)));
        });
    }

    /** What takes time goes on, also after a restart. */
    void expect(Order order) {
        order.captures().stream()
                .filter(capture -> capture.state() == Capture.State.PENDING)
                .forEach(capture -> expect(order, capture));
        order.refunds().stream()
                .filter(refund -> refund.state() == Refund.State.PENDING)
                .forEach(refund -> expect(order, refund));
    }

    private void expect(Order order, Capture capture) {
        if (order.authorization() != null) {
            at(capture.createdAt(), () -> end(order.id(), capture));
        }
    }

    private void expect(Order order, Refund refund) {
        at(refund.createdAt(), () -> end(order.id(), refund));
    }

    private void at(Instant begun, Supplier<Decision<JournalLine, Refusal>> step) {
        threads.at(begun.plus(behaviour.delay()), Mono.defer(() -> desk.change(step)));
    }

    private Decision<JournalLine, Refusal> end(String orderId, Capture pending) {
        boolean done = pending.play() == Play.PENDING;
        Capture ended = pending.in(done ? Capture.State.COMPLETED : Capture.State.DECLINED);
        Order order = state.order(orderId).orElseThrow().ended(ended);
        Instant now = clock.instant();
        var line = JournalLine.of(order).with(webhooks.captured(order, ended, now));
        return Decision.granted(done ? line.with(BookEntry.charge(order, ended, now)) : line);
    }

    private Decision<JournalLine, Refusal> end(String orderId, Refund pending) {
        boolean done = pending.play() == Play.PENDING;
        Refund ended = pending.in(done ? Refund.State.COMPLETED : Refund.State.FAILED);
        Order order = state.order(orderId).orElseThrow().ended(ended);
        Instant now = clock.instant();
        var line = JournalLine.of(order).with(webhooks.refunded(order, ended, now));
        return Decision.granted(done ? line.with(BookEntry.refund(order, ended, now)) : line);
    }
}
