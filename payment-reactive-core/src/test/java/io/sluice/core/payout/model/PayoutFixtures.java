package io.sluice.core.payout.model;

import io.sluice.core.channel.Beneficiary;
import io.sluice.core.channel.CardNumber;
import io.sluice.core.id.ChannelAccountId;
import io.sluice.core.id.MerchantId;
import io.sluice.core.id.PayoutId;
import io.sluice.core.money.Money;
import io.sluice.core.payment.model.IdempotencyKey;
import io.sluice.core.payout.model.PayoutConclusion.Changed;
import java.time.Instant;

/** Payouts for tests. */
public final class PayoutFixtures {

    public static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    /** Goes by itself, whatever the amount. */
    public static final PayoutTerms FREE = new PayoutTerms(Long.MAX_VALUE);

    private PayoutFixtures() {}

    public static RequestPayout command(MerchantId merchant, long amountMinor, String key) {
        return new RequestPayout(
                merchant,
                "salary-7",
                Money.of(amountMinor, "CNY"),
                new Beneficiary.BankCard(new CardNumber("6216261000000000018"), "Zhang San"),
                "salary",
                ChannelAccountId.next(),
                "unionpay",
                new IdempotencyKey("POST /v1/payouts", key, key.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }

    public static Payout sent(long amountMinor) {
        return Payout.requested(command(MerchantId.next(), amountMinor, "k"), FREE, PayoutId.next(), NOW)
                .after();
    }

    public static Payout inReview(long amountMinor) {
        return Payout.requested(
                        command(MerchantId.next(), amountMinor, "k"), PayoutTerms.REVIEW_ALL, PayoutId.next(), NOW)
                .after();
    }

    /** @throws ClassCastException when it changes nothing */
    public static Payout changed(PayoutConclusion conclusion) {
        return ((Changed) conclusion).transition().after();
    }
}
