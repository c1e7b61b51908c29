package io.sluice.sandbox.simulators.paypal.model;

import io.sluice.sandbox.simulators.model.Decision;
import io.sluice.sandbox.simulators.model.Play;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An order with all that followed from it. Its payer approves, then the merchant captures or authorizes.
 *
 * @param asked how often the merchant asked for its completion
 */
public record Order(
        String id,
        Terms terms,
        Outcome outcome,
        State state,
        Instant createdAt,
        int asked,
        @Nullable Authorization authorization,
        List<Capture> captures,
        List<Refund> refunds) {

    private static final Duration HONOURED = Duration.ofDays(29);

    /** The names are PayPal's. */
    public enum State {
        CREATED,
        APPROVED,
        COMPLETED
    }

    public static Order created(String id, Terms terms, Outcome outcome, Instant now) {
        return new Order(id, terms, outcome, State.CREATED, now, 0, null, List.of(), List.of());
    }

    public Order approved() {
        return state == State.CREATED ? with(State.APPROVED, outcome) : this;
    }

    /** What the payer's bank says is the payer's doing too. */
    public Order meeting(Outcome other) {
        return with(state, other);
    }

    public Order askedOnceMore() {
        return new Order(id, terms, outcome, state, createdAt, asked + 1, authorization, captures, refunds);
    }

    /** Whether the order may be completed with this action now. */
    public Decision<Order, Refusal> completable(Terms.Intent action) {
        if (terms.intent() != action) {
            return Refusal.refuse(Issue.ACTION_DOES_NOT_MATCH_INTENT);
        }
        return switch (state) {
            case CREATED -> Refusal.refuse(Issue.ORDER_NOT_APPROVED);
            case COMPLETED ->
                Refusal.refuse(
                        action == Terms.Intent.CAPTURE ? Issue.ORDER_ALREADY_CAPTURED : Issue.ORDER_ALREADY_AUTHORIZED);
            case APPROVED ->
                outcome == Outcome.DECLINED ? Refusal.refuse(Issue.INSTRUMENT_DECLINED) : Decision.granted(this);
        };
    }

    public Order captured(String captureId, Instant now) {
        boolean late = outcome == Outcome.CHARGED_LATE;
        var play = late ? Play.PENDING : Play.SUCCESS;
        var first = late ? Capture.State.PENDING : Capture.State.COMPLETED;
        var capture = new Capture(captureId, terms.amount(), terms.invoiceId(), true, play, first, now);
        return new Order(id, terms, outcome, State.COMPLETED, createdAt, asked, null, List.of(capture), refunds);
    }

    public Order authorized(String authorizationId, Instant now) {
        var held = new Authorization(
                authorizationId, terms.amount(), Authorization.State.CREATED, now, now.plus(HONOURED));
        return new Order(id, terms, outcome, State.COMPLETED, createdAt, asked, held, captures, refunds);
    }

    /** All captures together never exceed the authorization. */
    public Decision<Order, Refusal> capturedInPart(Capture capture, Instant now) {
        return held().then(held -> switch (held.state()) {
            case VOIDED -> Refusal.refuse(Issue.AUTHORIZATION_VOIDED);
            case CAPTURED -> Refusal.refuse(Issue.AUTHORIZATION_ALREADY_CAPTURED);
            case CREATED, PARTIALLY_CAPTURED -> capturedInPart(held, capture, now);
        });
    }

    private Decision<Order, Refusal> capturedInPart(Authorization held, Capture capture, Instant now) {
        long sum = capturedMinor() + capture.amount().minor();
        if (!capture.amount().currency().equals(held.amount().currency())) {
            return Refusal.refuse(Issue.AUTH_CAPTURE_CURRENCY_MISMATCH, "/amount/currency_code");
        }
        if (!now.isBefore(held.expiresAt())) {
            return Refusal.refuse(Issue.AUTHORIZATION_EXPIRED);
        }
        if (sum > held.amount().minor()) {
            return Refusal.refuse(Issue.MAX_CAPTURE_AMOUNT_EXCEEDED, "/amount/value");
        }
        boolean whole = capture.last() || sum == held.amount().minor();
        var next = held.in(whole ? Authorization.State.CAPTURED : Authorization.State.PARTIALLY_CAPTURED);
        return Decision.granted(
                new Order(id, terms, outcome, state, createdAt, asked, next, and(captures, capture), refunds));
    }

    public Decision<Order, Refusal> voided() {
        return held().then(held -> switch (held.state()) {
            case VOIDED -> Refusal.refuse(Issue.PREVIOUSLY_VOIDED);
            case CAPTURED -> Refusal.refuse(Issue.PREVIOUSLY_CAPTURED);
            case CREATED, PARTIALLY_CAPTURED ->
                Decision.granted(new Order(
                        id,
                        terms,
                        outcome,
                        state,
                        createdAt,
                        asked,
                        held.in(Authorization.State.VOIDED),
                        captures,
                        refunds));
        });
    }

    private Decision<Authorization, Refusal> held() {
        return authorization == null ? Refusal.refuse(Issue.INVALID_RESOURCE_ID) : Decision.granted(authorization);
    }

    /** All refunds of a capture together never exceed it. */
    public Decision<Order, Refusal> refunded(Refund refund) {
        Capture capture = capture(refund.captureId()).orElseThrow();
        long left = capture.amount().minor() - refundedMinor(capture.id());
        if (!refund.amount().currency().equals(capture.amount().currency())) {
            return Refusal.refuse(Issue.REFUND_CAPTURE_CURRENCY_MISMATCH, "/amount/currency_code");
        }
        if (capture.state() == Capture.State.PENDING || capture.state() == Capture.State.DECLINED) {
            return Refusal.refuse(Issue.PENDING_CAPTURE);
        }
        if (left == 0) {
            return Refusal.refuse(Issue.CAPTURE_FULLY_REFUNDED);
        }
        return refund.amount().minor() > left
                ? Refusal.refuse(Issue.REFUND_AMOUNT_EXCEEDED, "/amount/value")
                : Decision.granted(withRefunds(and(refunds, refund)).restated(capture));
    }

    public Order ended(Capture capture) {
        return new Order(
                id,
                terms,
                outcome,
                state,
                createdAt,
                asked,
                authorization,
                put(captures, capture, Capture::id),
                refunds);
    }

    public Order ended(Refund refund) {
        return withRefunds(put(refunds, refund, Refund::id))
                .restated(capture(refund.captureId()).orElseThrow());
    }

    /** The capture's state follows from its refunds. */
    private Order restated(Capture capture) {
        long refunded = refundedMinor(capture.id());
        var next = refunded == 0
                ? Capture.State.COMPLETED
                : refunded == capture.amount().minor() ? Capture.State.REFUNDED : Capture.State.PARTIALLY_REFUNDED;
        return ended(capture.in(next));
    }

    public long refundedMinor(String captureId) {
        return refunds.stream()
                .filter(refund -> refund.captureId().equals(captureId) && refund.state() != Refund.State.FAILED)
                .mapToLong(refund -> refund.amount().minor())
                .sum();
    }

    private long capturedMinor() {
        return captures.stream()
                .filter(Capture::counts)
                .mapToLong(capture -> capture.amount().minor())
                .sum();
    }

    public Optional<Capture> capture(String captureId) {
        return captures.stream().filter(one -> one.id().equals(captureId)).findFirst();
    }

    public Optional<Refund> refund(String refundId) {
        return refunds.stream().filter(one -> one.id().equals(refundId)).findFirst();
    }

    private Order with(State next, Outcome other) {
        return new Order(id, terms, other, next, createdAt, asked, authorization, captures, refunds);
    }

    private Order withRefunds(List<Refund> all) {
        return new Order(id, terms, outcome, state, createdAt, asked, authorization, captures, all);
    }

    private static <T> List<T> and(List<T> some, T another) {
        var all = new ArrayList<>(some);
        all.add(another);
        return List.copyOf(all);
    }

    private static <T> List<T> put(List<T> all, T changed, Function<T, String> id) {
        return all.stream()
                .map(one -> id.apply(one).equals(id.apply(changed)) ? changed : one)
                .toList();
    }
}
