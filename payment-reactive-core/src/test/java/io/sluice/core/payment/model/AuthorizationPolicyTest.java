package io.sluice.core.payment.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.core.channel.ChannelOutcome;
import io.sluice.core.channel.ChannelOutcome.Approved;
import io.sluice.core.channel.ChannelOutcome.Authorized;
import io.sluice.core.channel.ChannelOutcome.Declined;
import io.sluice.core.channel.ChannelOutcome.Unknown;
import io.sluice.core.channel.OutcomeCode;
import io.sluice.core.id.MerchantId;
import io.sluice.core.modification.model.ModificationFixtures;
import io.sluice.core.money.Money;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AuthorizationPolicyTest {

    private static final Instant NOW = PaymentFixtures.NOW.plusSeconds(5);
    private final Payment sent = PaymentFixtures.acceptance(ModificationFixtures.manual(MerchantId.next(), "k"))
            .after();
    private final Authorized held = new Authorized(sent.amount(), "auth-1", NOW.plus(Duration.ofDays(29)));

    @Test
    void whatIsHeldHasNotMovedAndIsLetGoOfInTime() {
        Payment after = after(sent, held);
        assertThat(after.state()).isEqualTo(PaymentState.AUTHORIZED);
        assertThat(after.totals()).isEqualTo(new PaymentTotals(1500, 0, 0, 0, 0));
        assertThat(after.lastAttempt().state()).isEqualTo(AttemptState.AUTHORIZED);
        assertThat(after.lastAttempt().code()).isEqualTo(OutcomeCode.AUTHORIZED);
        assertThat(after.lastAttempt().channelReference()).isEqualTo("auth-1");
        assertThat(after.lastAttempt().dueAt()).isEqualTo(after.expiresAt()).isEqualTo(NOW.plus(Duration.ofDays(29)));
        assertThat(ChargeSafety.of(after)).isEqualTo(ChargeSafety.SAFE);
        assertThat(conclude(after, held)).isInstanceOf(Conclusion.Unchanged.class);
    }

    @Test
    void aChannelThatDoesNotSayHoldsForAWeek() {
        assertThat(after(sent, new Authorized(sent.amount(), "auth-1")).expiresAt())
                .isEqualTo(NOW.plus(Duration.ofDays(7)));
    }

    @Test
    void anInquiryFindsItOutToo() {
        assertThat(after(after(sent, new Unknown("deadline_passed", "")), held).state())
                .isEqualTo(PaymentState.AUTHORIZED);
    }

    @Test
    void whatWasGivenUpMeanwhileIsLetGoOfAtOnce() {
        Payment closing =
                ((Conclusion.Changed) sent.cancelled(NOW)).transition().after();
        Payment after = after(closing, held);
        assertThat(after.state()).isEqualTo(PaymentState.AUTHORIZED);
        assertThat(after.lastAttempt().dueAt()).isEqualTo(NOW);
        assertThat(after.expiresAt()).isEqualTo(NOW);
    }

    @Test
    void whatContradictsIsForPeople() {
        assertThat(conclude(sent, new Authorized(Money.of(1499, "CNY"), "auth-1")))
                .isInstanceOf(Conclusion.Mismatch.class);
        assertThat(conclude(after(sent, new Declined(false, "51", "no")), held))
                .isInstanceOf(Conclusion.Mismatch.class);
        assertThat(conclude(sent, new Approved(sent.amount(), "ref")))
                .as("it was only to be held")
                .isInstanceOf(Conclusion.Mismatch.class);
        assertThat(conclude(after(sent, held), new Approved(sent.amount(), "ref")))
                .isInstanceOf(Conclusion.Mismatch.class);
    }

    @Test
    void whatIsHeldIsNotCancelledAndDoesNotExpireByItself() {
        Payment after = after(sent, held);
        assertThat(after.cancelled(NOW)).isInstanceOf(Conclusion.Unchanged.class);
        assertThat(after.expired(after.expiresAt().plusSeconds(1))).isInstanceOf(Conclusion.Unchanged.class);
    }

    private static Payment after(Payment payment, ChannelOutcome outcome) {
        return ((Conclusion.Changed) conclude(payment, outcome)).transition().after();
    }

    private static Conclusion conclude(Payment payment, ChannelOutcome outcome) {
        return payment.concluded(payment.lastAttempt().id(), outcome, NOW);
    }
}
