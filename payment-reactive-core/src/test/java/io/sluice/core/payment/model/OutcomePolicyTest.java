package io.sluice.core.payment.model;

import static io.sluice.core.payment.model.PaymentFixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.core.channel.ChannelOutcome;
import io.sluice.core.channel.NextAction;
import io.sluice.core.id.AttemptId;
import io.sluice.core.money.Money;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class OutcomePolicyTest {

    private static final ChannelOutcome PAID = new ChannelOutcome.Approved(Money.of(1500, "CNY"), "4200001");
    private static final ChannelOutcome QR = new ChannelOutcome.Pending(NextAction.qrCode("weixin://x"), null);
    private static final ChannelOutcome CLOSED = new ChannelOutcome.Closed("CLOSED");
    private static final ChannelOutcome DECLINED = new ChannelOutcome.Declined(false, "PAYERROR", "no");
    private static final ChannelOutcome UNKNOWN = new ChannelOutcome.Unknown("deadline_passed", "no answer");
    private static final ChannelOutcome ABSENT = new ChannelOutcome.Absent("ORDER_NOT_EXIST");

    private final Payment accepted = PaymentFixtures.accepted();

    @Test
    void aQrCodeAsksForThePayerAndThenThePaymentSucceedsOnce() {
        Payment waiting = after(accepted, QR);
        assertThat(waiting.state()).isEqualTo(PaymentState.REQUIRES_ACTION);
        assertThat(waiting.lastAttempt().dueAt()).isNotNull();

        Payment paid = after(waiting, PAID);
        assertThat(paid.state()).isEqualTo(PaymentState.SUCCEEDED);
        assertThat(paid.nextAction()).isNull();
        assertThat(paid.lastAttempt().dueAt()).isNull();
        assertThat(paid.version()).isEqualTo(3);
        assertThat(conclude(paid, PAID)).isInstanceOf(Conclusion.Unchanged.class);
    }

    @Test
    void anUnknownOutcomeIsAStateOfItsOwnAndEndsInWhateverIsTrue() {
        Payment inDoubt = after(accepted, UNKNOWN);
        assertThat(inDoubt.state()).isEqualTo(PaymentState.PROCESSING);
        assertThat(inDoubt.lastAttempt().state()).isEqualTo(AttemptState.UNKNOWN);
        assertThat(conclude(inDoubt, UNKNOWN)).isInstanceOf(Conclusion.Unchanged.class);

        assertThat(after(inDoubt, PAID).state()).isEqualTo(PaymentState.SUCCEEDED);
        assertThat(after(inDoubt, ABSENT).state()).isEqualTo(PaymentState.FAILED);
        assertThat(after(inDoubt, DECLINED).state()).isEqualTo(PaymentState.FAILED);
    }

    @Test
    void anUnansweredInquiryChangesNothing() {
        assertThat(conclude(after(accepted, QR), UNKNOWN)).isInstanceOf(Conclusion.Unchanged.class);
    }

    @Test
    void anotherAmountOrCurrencyIsNeverASuccess() {
        Payment waiting = after(accepted, QR);
        assertThat(conclude(waiting, new ChannelOutcome.Approved(Money.of(1499, "CNY"), "x")))
                .isInstanceOf(Conclusion.Mismatch.class);
        assertThat(conclude(waiting, new ChannelOutcome.Approved(Money.of(1500, "JPY"), "x")))
                .isInstanceOf(Conclusion.Mismatch.class);
        assertThat(waiting.concluded(AttemptId.next(), PAID, NOW)).isInstanceOf(Conclusion.Mismatch.class);
    }

    @Test
    void expiryClosesAtTheChannelBeforeItSaysClosed() {
        Payment waiting = after(accepted, QR);
        assertThat(waiting.expired(NOW)).isInstanceOf(Conclusion.Unchanged.class);
        Payment closing = after(waiting.expired(waiting.expiresAt()));
        assertThat(closing.state()).isEqualTo(PaymentState.CLOSING);
        assertThat(closing.lastAttempt().dueAt()).isNotNull();
        assertThat(after(closing, CLOSED).state()).isEqualTo(PaymentState.CLOSED);
        assertThat(after(closing, PAID).state()).isEqualTo(PaymentState.SUCCEEDED);
    }

    @Test
    void anOrderThatTheChannelClosedGoesThroughClosingInTwoEvents() {
        Conclusion conclusion = conclude(after(accepted, QR), CLOSED);
        Transition transition = ((Conclusion.Changed) conclusion).transition();
        assertThat(transition.changes())
                .extracting(PaymentChange::type)
                .containsExactly("payment.closing", "payment.closed");
        assertThat(transition.changes()).extracting(c -> c.after().version()).containsExactly(3, 4);
    }

    @Test
    void moneyThatArrivesAfterTheEndIsAConflict() {
        Payment failed = after(after(accepted, QR), DECLINED);
        assertThat(failed.state()).isEqualTo(PaymentState.FAILED);
        assertThat(after(failed, PAID).state()).isEqualTo(PaymentState.CONFLICTED);
    }

    @Test
    void inquiriesGrowApartAndNeverEnd() {
        assertThat(InquirySchedule.next(0, NOW, NOW.minusSeconds(1))).isEqualTo(NOW.plusSeconds(2));
        assertThat(InquirySchedule.next(3, NOW, NOW.minusSeconds(1))).isEqualTo(NOW.plusSeconds(16));
        assertThat(InquirySchedule.next(1000, NOW, NOW.minusSeconds(1))).isEqualTo(NOW.plus(Duration.ofMinutes(5)));
        assertThat(InquirySchedule.next(1000, NOW, NOW.plusSeconds(7))).isEqualTo(NOW.plusSeconds(7));
    }

    private static Conclusion conclude(Payment payment, ChannelOutcome outcome) {
        return payment.concluded(payment.lastAttempt().id(), outcome, NOW);
    }

    private static Payment after(Payment payment, ChannelOutcome outcome) {
        return after(conclude(payment, outcome));
    }

    private static Payment after(Conclusion conclusion) {
        assertThat(conclusion).isInstanceOf(Conclusion.Changed.class);
        return ((Conclusion.Changed) conclusion).transition().after();
    }
}
