package io.sluice.callback.inquiry.model;

import static io.sluice.core.payment.model.PaymentFixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.core.channel.ChannelOutcome;
import io.sluice.core.channel.ChannelOutcome.Approved;
import io.sluice.core.channel.ChannelOutcome.Authorized;
import io.sluice.core.channel.ChannelOutcome.Pending;
import io.sluice.core.channel.ChannelOutcome.Unknown;
import io.sluice.core.channel.Recourse;
import io.sluice.core.id.MerchantId;
import io.sluice.core.modification.model.ModificationFixtures;
import io.sluice.core.payment.model.Conclusion;
import io.sluice.core.payment.model.Payment;
import io.sluice.core.payment.model.PaymentFixtures;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FollowUpPolicyTest {

    private static final Instant LATER = NOW.plusSeconds(20);

    private final Payment sent = PaymentFixtures.accepted();
    private final Payment accepted = after(sent, new Pending(null, null));
    private final Payment unknown = after(sent, new Unknown("deadline_passed", ""));
    private final Instant expiry = sent.expiresAt();

    @Test
    void submissionThatNobodyConcludedIsConcludedAsUnknownFirst() {
        assertThat(decide(sent, LATER))
                .isInstanceOfSatisfying(
                        FollowUp.Conclude.class,
                        conclude -> assertThat(conclude.outcome())
                                .isInstanceOfSatisfying(
                                        Unknown.class,
                                        it -> assertThat(it.code()).isEqualTo("submission_lost")));
        assertThat(decide(sent, expiry.plusSeconds(1))).isInstanceOf(FollowUp.Conclude.class);
    }

    @Test
    void openAttemptsAreAskedFor() {
        assertThat(decide(accepted, LATER)).isEqualTo(new FollowUp.Inquire());
        assertThat(decide(unknown, LATER)).isEqualTo(new FollowUp.Inquire());
    }

    @Test
    void expiredPaymentsBeginToCloseAndAreThenClosed() {
        assertThat(decide(accepted, expiry)).isEqualTo(new FollowUp.Expire());
        assertThat(decide(unknown, expiry)).isEqualTo(new FollowUp.Expire());

        Payment closing = changed(accepted.expired(expiry));
        assertThat(decide(closing, expiry)).isEqualTo(new FollowUp.Close());
        assertThat(decide(closing, expiry.plusSeconds(3600))).isEqualTo(new FollowUp.Close());
    }

    @Test
    void whatNobodyKnowsIsReversedWhereNoInquiryTells() {
        assertThat(decide(unknown, new Recourse(false, true), LATER)).isEqualTo(new FollowUp.BeginReversal());
        assertThat(decide(unknown, new Recourse(true, true), LATER)).isEqualTo(new FollowUp.Inquire());
        Payment asked = PaymentFixtures.inquired(unknown, 4);
        assertThat(decide(asked, new Recourse(true, true), LATER)).isEqualTo(new FollowUp.BeginReversal());
        assertThat(decide(asked, new Recourse(true, false), LATER)).isEqualTo(new FollowUp.Inquire());
        assertThat(decide(accepted, new Recourse(false, true), LATER)).isEqualTo(new FollowUp.Inquire());
    }

    @Test
    void aReversalIsRepeatedEvenWhenThePaymentExpires() {
        Payment reversing = changed(unknown.reversing(unknown.lastAttempt().id(), LATER));

        assertThat(decide(reversing, LATER)).isEqualTo(new FollowUp.Reverse());
        assertThat(decide(reversing, expiry.plusSeconds(1))).isEqualTo(new FollowUp.Reverse());
    }

    @Test
    void settledAttemptsAreLeftAlone() {
        Payment paid = after(accepted, new Approved(sent.amount(), "4200"));

        assertThat(decide(paid, expiry.plusSeconds(1))).isEqualTo(new FollowUp.Settled());
    }

    @Test
    void whatIsHeldIsLetGoOfWhenItsTimeIsOver() {
        Payment manual = PaymentFixtures.acceptance(ModificationFixtures.manual(MerchantId.next(), "k"))
                .after();
        Payment held = after(manual, new Authorized(manual.amount(), "auth-1", LATER));

        assertThat(decide(held, LATER.minusSeconds(1))).isEqualTo(new FollowUp.Settled());
        assertThat(decide(held, LATER)).isEqualTo(new FollowUp.Release());
    }

    @Test
    void nextLookIsSpreadByATenthAroundTheSchedule() {
        Duration interval = Duration.ofSeconds(2);
        List<Instant> looks = IntStream.range(0, 500)
                .mapToObj(i -> nextLook(after(PaymentFixtures.accepted(), new Pending(null, null)), LATER))
                .toList();

        assertThat(looks)
                .allMatch(look ->
                        !look.isBefore(LATER.plus(interval.multipliedBy(9).dividedBy(10))))
                .allMatch(look ->
                        !look.isAfter(LATER.plus(interval.multipliedBy(11).dividedBy(10))));
        assertThat(looks.stream()
                        .filter(look -> look.isBefore(LATER.plus(interval)))
                        .count())
                .isBetween(200L, 300L);
        assertThat(nextLook(accepted, LATER)).isEqualTo(nextLook(accepted, LATER));
    }

    @Test
    void expiryIsNeverLookedPast() {
        assertThat(nextLook(accepted, expiry.minusSeconds(1))).isEqualTo(expiry);
    }

    private static FollowUp decide(Payment payment, Instant now) {
        return decide(payment, new Recourse(true, false), now);
    }

    private static FollowUp decide(Payment payment, Recourse recourse, Instant now) {
        return FollowUpPolicy.decide(payment, payment.lastAttempt(), recourse, now);
    }

    private static Instant nextLook(Payment payment, Instant now) {
        return FollowUpPolicy.nextLook(payment, payment.lastAttempt(), now);
    }

    private static Payment after(Payment payment, ChannelOutcome outcome) {
        return changed(payment.concluded(payment.lastAttempt().id(), outcome, NOW.plusSeconds(1)));
    }

    private static Payment changed(Conclusion conclusion) {
        return ((Conclusion.Changed) conclusion).transition().after();
    }
}
