package io.sluice.core.payment.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.core.channel.ChannelOutcome;
import io.sluice.core.channel.Fault;
import io.sluice.core.channel.NextAction;
import io.sluice.core.id.AttemptId;
import io.sluice.core.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Walks the tables with whatever a channel may say, in any order. */
class TransitionsProperties {

    private static final List<ChannelOutcome> OUTCOMES = List.of(
            new ChannelOutcome.Approved(Money.of(1500, "CNY"), "4200001"),
            new ChannelOutcome.Approved(Money.of(1, "CNY"), "4200002"),
            new ChannelOutcome.Declined(true, "HARD", "no"),
            new ChannelOutcome.Declined(false, "SOFT", "not now"),
            new ChannelOutcome.Pending(NextAction.qrCode("weixin://x"), null),
            new ChannelOutcome.Pending(null, null),
            new ChannelOutcome.Closed("CLOSED"),
            new ChannelOutcome.NotSent(Fault.CHANNEL, "refused", "connection refused"),
            new ChannelOutcome.Absent("ORDER_NOT_EXIST"),
            new ChannelOutcome.Reversed("00"),
            new ChannelOutcome.Irreversible(Money.of(1500, "CNY"), "4200001"),
            new ChannelOutcome.Unknown("deadline_passed", "no answer"));

    private static final Decision KEEP = new Decision(Decision.Kind.KEEP, null, "delivered");
    private static final Decision NOTHING_CAME = new Decision(Decision.Kind.NOTHING_CAME, null, "statement");

    @Test
    void everyStateHasARow() {
        assertThat(Transitions.PAYMENT.keySet()).containsExactlyInAnyOrder(PaymentState.values());
        assertThat(Transitions.ATTEMPT.keySet()).containsExactlyInAnyOrder(AttemptState.values());
    }

    @Test
    void everyStateCanBeReached() {
        for (PaymentState state : PaymentState.values()) {
            assertThat(state == PaymentState.CREATED
                            || Transitions.PAYMENT.values().stream().anyMatch(next -> next.contains(state)))
                    .as("%s is reachable", state)
                    .isTrue();
        }
    }

    @Test
    void unknownNeverAgesIntoFailure() {
        assertThat(Transitions.allows(AttemptState.UNKNOWN, AttemptState.DECLINED))
                .isTrue();
        Payment payment = PaymentFixtures.accepted();
        Payment inDoubt =
                changed(payment.concluded(payment.lastAttempt().id(), OUTCOMES.getLast(), payment.createdAt()));
        Instant muchLater = payment.expiresAt().plusSeconds(86_400);
        Payment closing = changed(inDoubt.expired(muchLater));
        assertThat(closing.state()).isEqualTo(PaymentState.CLOSING);
        assertThat(closing.concluded(closing.lastAttempt().id(), OUTCOMES.getLast(), muchLater))
                .isInstanceOf(Conclusion.Unchanged.class);
    }

    @Test
    void anySequenceOfOutcomesStaysWithinTheTables() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 5_000; i++) {
            walk(random, seed);
        }
    }

    private static void walk(Random random, long seed) {
        Payment payment = PaymentFixtures.accepted();
        Instant now = payment.createdAt();
        for (int step = 0; step < 12; step++) {
            now = now.plusSeconds(random.nextInt(3) == 0 ? random.nextInt(200) : random.nextInt(3));
            Conclusion conclusion = step(random, payment, now);
            if (conclusion instanceof Conclusion.Changed changed) {
                payment = follow(payment, changed.transition(), seed);
            }
        }
    }

    private static Conclusion step(Random random, Payment payment, Instant now) {
        return switch (random.nextInt(17)) {
            case 14 -> payment.decided(KEEP, "ann and bob", now);
            case 15, 16 -> payment.decided(NOTHING_CAME, "ann and bob", now);
            case 11, 12, 13 ->
                payment.retried(
                        any(random, payment),
                        OUTCOMES.get(random.nextInt(OUTCOMES.size())),
                        AttemptId.next(),
                        PaymentFixtures.ROUTE,
                        now);
            case 0 -> payment.expired(now);
            case 1 -> payment.cancelled(now);
            case 2 -> inquiredOften(payment).escalated(payment.lastAttempt().id(), now.plusSeconds(86_400));
            case 3 -> payment.reversing(payment.lastAttempt().id(), now);
            default -> payment.concluded(any(random, payment), OUTCOMES.get(random.nextInt(OUTCOMES.size())), now);
        };
    }

    /** Words about earlier attempts come, too, late and again. */
    private static AttemptId any(Random random, Payment payment) {
        return payment.attempts().get(random.nextInt(payment.attempts().size())).id();
    }

    private static Payment inquiredOften(Payment payment) {
        return PaymentFixtures.inquired(payment, InquirySchedule.LAST);
    }

    private static Payment follow(Payment before, Transition transition, long seed) {
        assertThat(transition.expectedVersion()).as("seed %d", seed).isEqualTo(before.version());
        Payment current = before;
        for (PaymentChange change : transition.changes()) {
            Payment after = change.after();
            assertThat(change.from()).as("seed %d", seed).isEqualTo(current.state());
            assertThat(after.version()).as("seed %d", seed).isEqualTo(current.version() + 1);
            assertThat(after.state() == current.state() || Transitions.allows(current.state(), after.state()))
                    .as("seed %d: %s to %s", seed, current.state(), after.state())
                    .isTrue();
            assertAttemptFollows(current, after, seed);
            current = after;
        }
        return current;
    }

    private static void assertAttemptFollows(Payment before, Payment after, long seed) {
        assertOneOpenAtMost(before, after, seed);
        for (PaymentAttempt attempt : before.attempts()) {
            AttemptState from = attempt.state();
            AttemptState to = after.attempt(attempt.id()).state();
            assertThat(from == to || Transitions.allows(from, to))
                    .as("seed %d: %s to %s", seed, from, to)
                    .isTrue();
        }
        assertThat(after.attempts())
                .as("seed %d: an attempt is due while it is open, or came too late, %s", seed, after)
                .allMatch(attempt -> attempt.state() == AttemptState.SUCCEEDED
                        ? attempt.dueAt() == null || after.state() == PaymentState.CONFLICTED
                        : (attempt.dueAt() != null) == attempt.state().isOpen());
        assertMoneyFollows(after, seed);
    }

    /** What is captured or in conflict is what attempts took; a payment that ended without money has none of either. */
    private static void assertMoneyFollows(Payment after, long seed) {
        long charges =
                after.attempts().stream().filter(PaymentAttempt::isCharged).count();
        PaymentTotals totals = after.totals();
        assertThat(totals.capturedMinor() + totals.conflictedMinor())
                .as("seed %d: %s", seed, after)
                .isEqualTo(charges * after.amount().minor());
        switch (after.state()) {
            case FAILED, CLOSED, REVERSED ->
                assertThat(after.attempts())
                        .as("seed %d: %s", seed, after)
                        .allMatch(attempt -> attempt.state().isSafelyOver());
            case SUCCEEDED -> assertThat(charges).as("seed %d: %s", seed, after).isEqualTo(1);
            case CONFLICTED ->
                assertThat(totals.conflictedMinor())
                        .as("seed %d: %s", seed, after)
                        .isPositive();
            default -> assertThat(charges).as("seed %d: %s", seed, after).isZero();
        }
    }

    /** Another attempt is made only when every earlier one is proven to have taken no money. */
    private static void assertOneOpenAtMost(Payment before, Payment after, long seed) {
        assertThat(after.attempts().stream().filter(attempt -> attempt.state().isOpen()))
                .as("seed %d", seed)
                .hasSizeLessThanOrEqualTo(1);
        assertThat(after.attempts()).as("seed %d", seed).hasSizeLessThanOrEqualTo(CascadePolicy.MOST_ATTEMPTS);
        if (after.attempts().size() > before.attempts().size()) {
            assertThat(after.attempts().subList(0, before.attempts().size()))
                    .as("seed %d", seed)
                    .allMatch(attempt -> attempt.state().isSafelyOver());
        }
    }

    private static Payment changed(Conclusion conclusion) {
        return ((Conclusion.Changed) conclusion).transition().after();
    }
}
