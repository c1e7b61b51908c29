package io.sluice.core.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.core.agreement.SignedAgreements;
import io.sluice.core.agreement.model.Agreement;
import io.sluice.core.agreement.model.AgreementDecision.Changed;
import io.sluice.core.agreement.model.NewAgreement;
import io.sluice.core.channel.AgreementOutcome.Signed;
import io.sluice.core.channel.AgreementReference;
import io.sluice.core.channel.Card;
import io.sluice.core.channel.ChannelOutcome;
import io.sluice.core.channel.ChannelOutcome.Approved;
import io.sluice.core.channel.ChannelOutcome.NotSent;
import io.sluice.core.channel.PayOrder;
import io.sluice.core.gather.StoreUnavailableException;
import io.sluice.core.id.AgreementId;
import io.sluice.core.id.ChannelAccountId;
import io.sluice.core.id.MerchantId;
import io.sluice.core.money.Money;
import io.sluice.core.payment.AgreedCharges.Bound;
import io.sluice.core.payment.model.PaymentFixtures;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** Where payments by agreement go, and what is sent with them. */
class AgreedChargesTest {

    private static final String METHOD = "unionpay_agreement";

    private final Agreement active = active();
    private final List<PayOrder> sent = new ArrayList<>();
    private final PayOrder order = new PayOrder(
            "number", Money.of(1500, "CNY"), METHOD, "tea", null, null, PaymentFixtures.NOW.plusSeconds(60));

    @Test
    void aPaymentIsBoundToTheAccountThatSigned() {
        assertThat(bound(active, active.merchant())).isEqualTo(new Bound.To(active.account()));
        assertThat(bound(active, MerchantId.next()))
                .isInstanceOfSatisfying(
                        Bound.Refused.class,
                        no -> assertThat(no.objection().code()).isEqualTo("agreement_unknown"));
    }

    @Test
    void theChannelIsToldTheTokenAtTheLastMoment() {
        assertThat(open(new Kept(active, null))).isInstanceOf(Approved.class);
        assertThat(sent)
                .extracting(PayOrder::agreement)
                .containsExactly(new AgreementReference("number", active.id().channelName(), "token"));
    }

    @Test
    void whatWasRevokedSinceIsNotSent() {
        Agreement revoking = ((Changed) active.revoking("call-3", PaymentFixtures.NOW)).after();
        assertThat(open(new Kept(revoking, null)))
                .isInstanceOfSatisfying(
                        NotSent.class, no -> assertThat(no.code()).isEqualTo("agreement_unusable"));
        assertThat(sent).isEmpty();
    }

    @Test
    void whoCannotLookSendsNothing() {
        assertThat(open(new Kept(active, new StoreUnavailableException("away", null))))
                .isInstanceOf(NotSent.class);
        assertThat(sent).isEmpty();
    }

    private ChannelOutcome open(Kept kept) {
        return Objects.requireNonNull(new AgreedCharges(kept)
                .open(active.merchant(), active.id(), order, toSend -> {
                    sent.add(toSend);
                    return Mono.just(new Approved(toSend.amount(), "ref"));
                })
                .block());
    }

    private static Bound bound(Agreement kept, MerchantId merchant) {
        return Objects.requireNonNull(new AgreedCharges(new Kept(kept, null))
                .bound(merchant, kept.id(), METHOD)
                .block());
    }

    private static Agreement active() {
        var card = new Card("6216261000000000018", YearMonth.of(2031, 12));
        Instant now = PaymentFixtures.NOW;
        var wanted = new NewAgreement(
                AgreementId.next(),
                MerchantId.next(),
                ChannelAccountId.next(),
                "unionpay",
                METHOD,
                card,
                "13800001234");
        Agreement asked = Agreement.requested(wanted, "call-1", now);
        Agreement confirming = ((Changed) asked.confirming("call-2", now)).after();
        return ((Changed) confirming.concluded("call-2", new Signed("token"), Duration.ZERO, now)).after();
    }

    /** One agreement, or a store that is away. */
    private record Kept(Agreement agreement, @Nullable StoreUnavailableException away) implements SignedAgreements {

        @Override
        public Mono<Agreement> find(MerchantId merchant, AgreementId id) {
            return away != null
                    ? Mono.error(away)
                    : Mono.just(agreement).filter(one -> one.merchant().equals(merchant));
        }

        @Override
        public Mono<String> token(Agreement of) {
            return Mono.just("token");
        }
    }
}
