package io.sluice.core.payment.model;

import static io.sluice.core.payment.model.PaymentFixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.core.channel.ChannelOutcome;
import io.sluice.core.channel.ChannelOutcome.Approved;
import io.sluice.core.channel.Fault;
import io.sluice.core.id.AttemptId;
import io.sluice.core.money.Money;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.MethodSource;

/** Money that comes late, twice or in another amount. */
class ApprovalPolicyTest {

    private static final Approved PAID = new Approved(Money.of(1500, "CNY"), "4200001");
    private static final Approved PAID_AGAIN = new Approved(Money.of(1500, "CNY"), "4200002");
    private static final Approved OTHER_AMOUNT = new Approved(Money.of(1499, "CNY"), "4200001");

    static List<ChannelOutcome> givenUp() {
        return List.of(
                new ChannelOutcome.Declined(true, "RULE_LIMIT", "no"),
                new ChannelOutcome.NotSent(Fault.CHANNEL, "connection_failed", "refused"),
                new ChannelOutcome.Closed("CLOSED"));
    }

    @ParameterizedTest
    @MethodSource("givenUp")
    void aPaymentThatWasGivenUpIsInConflictOnceItIsPaid(ChannelOutcome end) {
        Payment over = after(PaymentFixtures.accepted(), end);
        Payment paid = after(over, PAID);

        assertThat(paid.state()).isEqualTo(PaymentState.CONFLICTED);
        assertThat(paid.lastAttempt().state()).isEqualTo(AttemptState.SUCCEEDED);
        assertThat(paid.lastAttempt().channelReference()).isEqualTo("4200001");
        assertThat(paid.lastAttempt().dueAt())
                .as("looked at again, to be given back")
                .isEqualTo(NOW);
        assertThat(conclude(paid, PAID)).isInstanceOf(Conclusion.Unchanged.class);
    }

    @Test
    void whatWasTakenBackAndIsPaidAfterAllWaitsForPeople() {
        Payment paid = after(with(PaymentState.FAILED, AttemptState.REVERSED), PAID);

        assertThat(paid.state()).isEqualTo(PaymentState.CONFLICTED);
        assertThat(paid.lastAttempt().dueAt()).isNull();
    }

    @ParameterizedTest
    @MethodSource("givenUp")
    void aConflictStandsWhateverTheChannelSaysOfTheSameAttempt(ChannelOutcome later) {
        Payment conflicted = after(after(PaymentFixtures.accepted(), later), PAID);

        assertThat(conclude(conflicted, later)).isInstanceOf(Conclusion.Unchanged.class);
        assertThat(conclude(conflicted, new ChannelOutcome.Pending(null, null)))
                .isInstanceOf(Conclusion.Unchanged.class);
        assertThat(conclude(conflicted, new ChannelOutcome.Unknown("deadline_passed", "")))
                .isInstanceOf(Conclusion.Unchanged.class);
    }

    @ParameterizedTest
    @EnumSource(PaymentState.class)
    void anotherAmountIsAMismatchInEveryState(PaymentState state) {
        for (AttemptState attempt : AttemptState.values()) {
            if (attempt != AttemptState.REVERSING) {
                assertThat(conclude(with(state, attempt), OTHER_AMOUNT)).isInstanceOf(Conclusion.Mismatch.class);
            }
        }
    }

    @Test
    void aSecondNumberForAPaidOrderIsAMismatch() {
        Payment paid = after(PaymentFixtures.accepted(), PAID);

        assertThat(conclude(paid, PAID)).isInstanceOf(Conclusion.Unchanged.class);
        assertThat(conclude(paid, PAID_AGAIN)).isInstanceOf(Conclusion.Mismatch.class);
    }

    @ParameterizedTest
    @EnumSource(
            value = PaymentState.class,
            names = {"SUCCEEDED", "CONFLICTED"})
    void anEarlierAttemptThatIsPaidTooIsAConflict(PaymentState state) {
        Payment paid = with(state, AttemptState.DECLINED, AttemptState.SUCCEEDED);
        Payment twice = after(paid, paid.attempts().getFirst(), PAID_AGAIN);

        assertThat(twice.state()).isEqualTo(PaymentState.CONFLICTED);
        assertThat(twice.version()).isEqualTo(paid.version() + 1);
        assertThat(twice.attempts())
                .extracting(PaymentAttempt::state)
                .containsExactly(AttemptState.SUCCEEDED, AttemptState.SUCCEEDED);
        assertThat(twice.attempts().getFirst().channelReference()).isEqualTo("4200002");
        assertThat(twice.attempts().getLast()).isEqualTo(paid.attempts().getLast());
    }

    @ParameterizedTest
    @EnumSource(
            value = PaymentState.class,
            names = {"REQUIRES_ACTION", "PROCESSING", "CLOSING"})
    void anEarlierAttemptThatIsPaidWhileALaterOneIsOpenIsAConflict(PaymentState state) {
        Payment open = with(state, AttemptState.DECLINED, AttemptState.ACCEPTED);
        Payment late = after(open, open.attempts().getFirst(), PAID);

        assertThat(late.state()).isEqualTo(PaymentState.CONFLICTED);
        assertThat(late.lastAttempt().state()).isEqualTo(AttemptState.ACCEPTED);
        Payment twice = after(late, late.lastAttempt(), PAID_AGAIN);
        assertThat(twice.state()).isEqualTo(PaymentState.CONFLICTED);
        assertThat(twice.lastAttempt().state()).isEqualTo(AttemptState.SUCCEEDED);
    }

    @Test
    void thePaymentSucceedsWithItsSecondAttemptWhenTheFirstIsOver() {
        Payment open = with(PaymentState.PROCESSING, AttemptState.DECLINED, AttemptState.ACCEPTED);

        assertThat(after(open, PAID).state()).isEqualTo(PaymentState.SUCCEEDED);
    }

    /**
     * Whatever the states, an approval is recorded, is known already, or is shown to people. What is being reversed waits for
     * the answer to that.
     */
    @ParameterizedTest
    @EnumSource(
            value = AttemptState.class,
            mode = Mode.EXCLUDE,
            names = {"SUCCEEDED", "REVERSING"})
    void noApprovalIsPassedOver(AttemptState attempt) {
        for (PaymentState state : PaymentState.values()) {
            Conclusion conclusion = conclude(with(state, attempt), PAID);

            assertThat(conclusion).as("%s with %s", state, attempt).isNotInstanceOf(Conclusion.Unchanged.class);
            if (conclusion instanceof Conclusion.Changed changed) {
                PaymentState next = changed.transition().after().state();
                assertThat(next).isIn(PaymentState.SUCCEEDED, PaymentState.CONFLICTED);
                assertThat(next == state || Transitions.allows(state, next)).isTrue();
            }
        }
    }

    private static Payment with(PaymentState state, AttemptState... attempts) {
        Payment accepted = PaymentFixtures.accepted();
        List<PaymentAttempt> made = List.of(attempts).stream()
                .map(attempt -> PaymentAttempt.sent(AttemptId.next(), PaymentFixtures.ROUTE, NOW, NOW)
                        .to(attempt, attempt == AttemptState.SUCCEEDED ? "4200001" : null, null, null, NOW))
                .toList();
        return new Payment(
                accepted.merchantId(),
                accepted.id(),
                accepted.merchantOrderNo(),
                accepted.amount(),
                accepted.fee(),
                accepted.method(),
                accepted.captureMethod(),
                accepted.description(),
                accepted.payer(),
                accepted.agreement(),
                accepted.metadata(),
                state,
                null,
                null,
                made,
                PaymentTotals.NONE,
                5,
                NOW,
                NOW,
                NOW.plus(Duration.ofMinutes(15)));
    }

    private static Conclusion conclude(Payment payment, ChannelOutcome outcome) {
        return payment.concluded(payment.lastAttempt().id(), outcome, NOW);
    }

    private static Payment after(Payment payment, ChannelOutcome outcome) {
        return after(payment, payment.lastAttempt(), outcome);
    }

    private static Payment after(Payment payment, PaymentAttempt attempt, ChannelOutcome outcome) {
        Conclusion conclusion = payment.concluded(attempt.id(), outcome, NOW);
        assertThat(conclusion).isInstanceOf(Conclusion.Changed.class);
        return ((Conclusion.Changed) conclusion).transition().after();
    }
}
