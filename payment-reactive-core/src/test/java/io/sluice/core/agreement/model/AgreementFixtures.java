package io.sluice.core.agreement.model;

import io.sluice.core.agreement.model.AgreementDecision.Changed;
import io.sluice.core.channel.AgreementOutcome;
import io.sluice.core.channel.Card;
import io.sluice.core.channel.NextAction;
import io.sluice.core.id.AgreementId;
import io.sluice.core.id.ChannelAccountId;
import io.sluice.core.id.MerchantId;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;

/** Agreements on their way. */
final class AgreementFixtures {

    static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    static final Duration IN_DOUBT = Duration.ofSeconds(60);
    static final NextAction CODE = NextAction.smsCode("13800001234");

    private AgreementFixtures() {}

    static Agreement requested() {
        var wanted = new NewAgreement(
                AgreementId.next(),
                MerchantId.next(),
                ChannelAccountId.next(),
                "unionpay",
                "unionpay_agreement",
                new Card("6216261000000000018", YearMonth.of(2031, 12)),
                "13800001234");
        return Agreement.requested(wanted, "call-1", NOW);
    }

    static Agreement awaitingCode() {
        return changed(requested().concluded("call-1", new AgreementOutcome.Pending(CODE), IN_DOUBT, NOW));
    }

    static Agreement confirming() {
        return changed(awaitingCode().confirming("call-2", NOW));
    }

    static Agreement active() {
        return changed(confirming().concluded("call-2", new AgreementOutcome.Signed("token"), IN_DOUBT, NOW));
    }

    static Agreement revoking() {
        return changed(active().revoking("call-3", NOW));
    }

    static Agreement changed(AgreementDecision decision) {
        if (decision instanceof Changed(Agreement after, var token)) {
            return after;
        }
        throw new AssertionError("nothing changed: " + decision);
    }
}
