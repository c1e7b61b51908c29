package io.sluice.core.payment.model;

import static io.sluice.core.payment.model.PaymentFixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.core.channel.ChannelOutcome;
import io.sluice.core.channel.ChannelOutcome.Approved;
import io.sluice.core.channel.OutcomeCode;
import io.sluice.core.id.AttemptId;
import io.sluice.core.money.Money;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A channel that says "paid" of what it had said was over, and has no charge in its own books. */
class NothingCamePolicyTest {

    private static final Approved PAID = new Approved(Money.of(1500, "CNY"), "4200001");
    private static final Approved PAID_TOO = new Approved(Money.of(1500, "CNY"), "4200002");
    private static final ChannelOutcome SOFTLY_DECLINED = new ChannelOutcome.Declined(false, "SOFT", "not now");
    private static final Decision NOTHING_CAME = new Decision(Decision.Kind.NOTHING_CAME, null, "statement");
    private static final Decision KEEP = new Decision(Decision.Kind.KEEP, null, "delivered");

    static List<ChannelOutcome> overBefore() {
        return List.of(
                new ChannelOutcome.Declined(true, "HARD", "no"),
                new ChannelOutcome.Closed("CLOSED"),
                new ChannelOutcome.Absent("ORDER_NOT_EXIST"));
    }

    @ParameterizedTest
    @MethodSource("overBefore")
    void whatTheChannelHadSaidFirstIsTrue(ChannelOutcome first) {
        Payment over = after(unknown(PaymentFixtures.accepted()), first);
        Payment conflicted = after(over, PAID);
        Transition decided = decided(conflicted, NOTHING_CAME);
        Payment after = decided.after();

        assertThat(conflicted.lastAttempt().isContradicted()).isTrue();
        assertThat(after.state()).isEqualTo(PaymentState.REVERSED);
        assertThat(after.totals()).isEqualTo(PaymentTotals.NONE);
        assertThat(after.lastAttempt().state()).isEqualTo(over.lastAttempt().state());
        assertThat(after.lastAttempt().code()).isEqualTo(OutcomeCode.NOTHING_CAME);
        assertThat(after.lastAttempt().updatedAt()).as("which the books go by").isEqualTo(after.updatedAt());
        assertThat(after.lastAttempt().dueAt()).isNull();
        assertThat(ChargeSafety.of(after)).isEqualTo(ChargeSafety.SAFE);
        assertThat(decided.changes().getFirst().reason()).isEqualTo("decided by ann and bob, nothing_came: statement");
    }

    @Test
    void whatWasTakenBackWasTakenBack() {
        Payment inDoubt = unknown(PaymentFixtures.accepted());
        Payment reversing = changed(inDoubt.reversing(inDoubt.lastAttempt().id(), NOW));
        Payment reversed = after(reversing, new ChannelOutcome.Reversed("00"));

        Payment after = decided(after(reversed, PAID), NOTHING_CAME).after();

        assertThat(after.state()).isEqualTo(PaymentState.REVERSED);
        assertThat(after.lastAttempt().state()).isEqualTo(AttemptState.REVERSED);
    }

    /** Nothing that a channel says of money is passed over, whatever people found before. */
    @Test
    void whatIsSaidAgainIsAConflictAgain() {
        Payment over = after(PaymentFixtures.accepted(), SOFTLY_DECLINED);
        Payment after = decided(after(over, PAID), NOTHING_CAME).after();

        Payment again = after(after, PAID);

        assertThat(again.state()).isEqualTo(PaymentState.CONFLICTED);
        assertThat(again.totals().conflictedMinor()).isEqualTo(1500);
        assertThat(decided(again, NOTHING_CAME).after().state()).isEqualTo(PaymentState.REVERSED);
    }

    @Test
    void aChargeThatStandsStands() {
        Payment second = cascaded();
        AttemptId first = second.attempts().getFirst().id();
        Payment succeeded = after(second, PAID);
        Payment twice = changed(succeeded.concluded(first, PAID_TOO, NOW.plusSeconds(1)));
        assertThat(twice.state()).isEqualTo(PaymentState.CONFLICTED);

        Payment after = decided(twice, NOTHING_CAME).after();

        assertThat(after.state()).isEqualTo(PaymentState.SUCCEEDED);
        assertThat(after.totals()).isEqualTo(succeeded.totals());
        assertThat(after.attempt(first).state()).isEqualTo(AttemptState.DECLINED);
        assertThat(after.lastAttempt()).isEqualTo(succeeded.lastAttempt());
    }

    @Test
    void whatCameBesideItIsDecidedAboutNext() {
        Payment second = cascaded();
        AttemptId first = second.attempts().getFirst().id();
        Payment open = changed(second.concluded(first, PAID, NOW.plusSeconds(1)));
        assertThat(open.decided(NOTHING_CAME, "ann and bob", NOW))
                .as("the second may be paid yet")
                .isInstanceOf(Conclusion.Unchanged.class);
        Payment twice = changed(open.concluded(second.lastAttempt().id(), PAID_TOO, NOW.plusSeconds(2)));

        Payment after = decided(twice, NOTHING_CAME).after();

        assertThat(after.state()).isEqualTo(PaymentState.CONFLICTED);
        assertThat(after.totals().conflictedMinor()).isEqualTo(1500);
        assertThat(after.attempt(first).state()).isEqualTo(AttemptState.DECLINED);
        assertThat(after.decided(NOTHING_CAME, "ann and bob", NOW))
                .as("of the second nothing else was said before")
                .isInstanceOf(Conclusion.Unchanged.class);
        assertThat(decided(after, KEEP).after().state()).isEqualTo(PaymentState.SUCCEEDED);
    }

    @Test
    void whatIsNoConflictIsNotTheirsToDecide() {
        Payment failed = after(PaymentFixtures.accepted(), SOFTLY_DECLINED);

        for (Payment payment : List.of(PaymentFixtures.accepted(), failed, after(PaymentFixtures.accepted(), PAID))) {
            assertThat(payment.decided(NOTHING_CAME, "ann and bob", NOW)).isInstanceOf(Conclusion.Unchanged.class);
        }
    }

    private static Payment cascaded() {
        Payment payment = PaymentFixtures.accepted();
        return changed(payment.retried(
                payment.lastAttempt().id(), SOFTLY_DECLINED, AttemptId.next(), PaymentFixtures.ROUTE, NOW));
    }

    private static Payment unknown(Payment payment) {
        return after(payment, new ChannelOutcome.Unknown("deadline_passed", ""));
    }

    private static Payment after(Payment payment, ChannelOutcome outcome) {
        return changed(payment.concluded(payment.lastAttempt().id(), outcome, NOW));
    }

    private static Transition decided(Payment payment, Decision decision) {
        Conclusion conclusion = payment.decided(decision, "ann and bob", NOW.plusSeconds(9));
        assertThat(conclusion).isInstanceOf(Conclusion.Changed.class);
        return ((Conclusion.Changed) conclusion).transition();
    }

    private static Payment changed(Conclusion conclusion) {
        assertThat(conclusion).isInstanceOf(Conclusion.Changed.class);
        return ((Conclusion.Changed) conclusion).transition().after();
    }
}
