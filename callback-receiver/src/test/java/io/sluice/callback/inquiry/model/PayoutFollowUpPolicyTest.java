package io.sluice.callback.inquiry.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.callback.inquiry.model.PayoutFollowUpPolicy.Next;
import io.sluice.core.channel.ModificationOutcome;
import io.sluice.core.id.ChannelAccountId;
import io.sluice.core.id.MerchantId;
import io.sluice.core.id.PayoutId;
import io.sluice.core.money.Money;
import io.sluice.core.payout.model.Payee;
import io.sluice.core.payout.model.Payout;
import io.sluice.core.payout.model.PayoutState;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PayoutFollowUpPolicyTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final Duration WINDOW = Duration.ofSeconds(60);
    private static final ModificationOutcome ABSENT = new ModificationOutcome.Absent("34");

    @Test
    void whatNeverArrivedIsSentAgainOnceItCannotBeOnItsWay() {
        assertThat(PayoutFollowUpPolicy.after(ABSENT, payout(PayoutState.UNKNOWN), WINDOW, NOW.plusSeconds(59)))
                .isInstanceOf(Next.Conclude.class);
        assertThat(PayoutFollowUpPolicy.after(ABSENT, payout(PayoutState.UNKNOWN), WINDOW, NOW.plusSeconds(60)))
                .isInstanceOf(Next.SendAgain.class);
    }

    @Test
    void whatTheChannelAcceptedOrPeopleLookIntoIsNeverSentAgain() {
        for (PayoutState state : new PayoutState[] {PayoutState.ACCEPTED, PayoutState.MANUAL, PayoutState.SUCCEEDED}) {
            Next next = PayoutFollowUpPolicy.after(ABSENT, payout(state), WINDOW, NOW.plusSeconds(1_000_000));
            assertThat(next).as("%s", state).isInstanceOf(Next.Conclude.class);
            assertThat(((Next.Conclude) next).outcome()).isInstanceOf(ModificationOutcome.Unknown.class);
        }
    }

    @Test
    void aNoToAQuestionAboutASuccessSaysThatItBounced() {
        var no = new ModificationOutcome.Refused("61", "limit");
        assertThat(PayoutFollowUpPolicy.after(no, payout(PayoutState.SUCCEEDED), WINDOW, NOW))
                .isEqualTo(new Next.Conclude(new ModificationOutcome.Returned("61")));
        assertThat(PayoutFollowUpPolicy.after(no, payout(PayoutState.UNKNOWN), WINDOW, NOW))
                .isEqualTo(new Next.Conclude(no));
    }

    private static Payout payout(PayoutState state) {
        return new Payout(
                MerchantId.next(),
                PayoutId.next(),
                "salary-7",
                Money.of(100, "CNY"),
                new Payee("bank_card", "621626*********0018"),
                "salary",
                ChannelAccountId.next(),
                "unionpay",
                state,
                null,
                null,
                null,
                NOW,
                1,
                4,
                NOW.minusSeconds(1_000_000),
                NOW);
    }
}
