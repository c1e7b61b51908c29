package io.sluice.core.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.sluice.core.Await;
import io.sluice.core.agreement.AgreementAnswer.KeyReused;
import io.sluice.core.agreement.AgreementAnswer.NotFound;
import io.sluice.core.agreement.AgreementAnswer.NotOffered;
import io.sluice.core.agreement.AgreementAnswer.Refused;
import io.sluice.core.agreement.AgreementAnswer.Replayed;
import io.sluice.core.agreement.AgreementAnswer.Stands;
import io.sluice.core.agreement.model.Agreement;
import io.sluice.core.agreement.model.AgreementState;
import io.sluice.core.agreement.model.AgreementStep;
import io.sluice.core.channel.AccountConfiguration;
import io.sluice.core.channel.AgreementOutcome;
import io.sluice.core.channel.Card;
import io.sluice.core.channel.ChannelEnvironment;
import io.sluice.core.channel.SmsCode;
import io.sluice.core.channel.guard.Channels;
import io.sluice.core.id.AgreementId;
import io.sluice.core.id.ChannelAccountId;
import io.sluice.core.id.MerchantId;
import io.sluice.core.merchant.Merchants;
import io.sluice.core.merchant.model.Merchant;
import io.sluice.core.merchant.model.MerchantChannelAccount;
import io.sluice.core.merchant.model.MerchantKey;
import io.sluice.core.merchant.model.RateLimit;
import io.sluice.core.payment.Detached;
import io.sluice.core.payment.model.IdempotencyKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class AgreementPipelineTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final PayerCard PAYER =
            new PayerCard(new Card("6216261000000000018", YearMonth.of(2031, 12)), "13800001234");
    private static final SmsCode CODE = new SmsCode("111111");

    private final AgreementsInMemory agreements = new AgreementsInMemory();
    private final SigningChannel channel = new SigningChannel();
    private final MerchantChannelAccount account = new MerchantChannelAccount(
            MerchantId.next(), new AccountConfiguration(ChannelAccountId.next(), "signing", Map.of()), 1);
    private final Merchant merchant =
            new Merchant(account.merchantId(), "Tests", true, true, new RateLimit(10, 10), List.of(), List.of(account));
    private final Channels channels = new Channels(
            List.of(channel),
            new ChannelEnvironment(at(NOW), "http://127.0.0.1:1", Duration.ofMillis(200)),
            new SimpleMeterRegistry());
    private final AgreementPipeline pipeline = pipeline();

    @Test
    void nothingReachesTheChannelBeforeItIsWritten() {
        channel.signing = Mono.defer(() -> {
            assertThat(agreements.list(merchant.id(), null, 1).blockLast()).isNotNull();
            return Mono.just(new AgreementOutcome.Unknown("reset", "reset"));
        });
        assertThat(signed("k").step()).isEqualTo(AgreementStep.REQUESTING);

        Agreement asked = signed("k2");
        channel.confirming = agreements
                .find(merchant.id(), asked.id())
                .doOnNext(found -> assertThat(found.step()).isEqualTo(AgreementStep.CONFIRMING))
                .map(found -> new AgreementOutcome.Signed("token"));
        assertThat(confirmed(asked).state()).isEqualTo(AgreementState.ACTIVE);
    }

    @Test
    void theSameRequestIsAnsweredAgainAndAnotherIsNot() {
        Agreement made = signed("k");
        assertThat(sign("k", "signing_agreement", 1)).isEqualTo(new Replayed(made));
        assertThat(sign("k", "signing_agreement", 2)).isEqualTo(new KeyReused());
        assertThat(sign("k3", "other", 1))
                .isInstanceOfSatisfying(
                        NotOffered.class,
                        refused -> assertThat(refused.reason()).contains("yours are signing_agreement"));
    }

    @Test
    void aCodeThatNobodyAnsweredIsAskedAboutUntilItIsKnown() {
        channel.confirming = Mono.never();
        channel.inquiring = Mono.just(new AgreementOutcome.Unknown("reset", "reset"));
        Agreement inDoubt = confirmed(signed("k"));
        assertThat(inDoubt.step()).isEqualTo(AgreementStep.CONFIRMING);
        assertThat(Await.value(pipeline.confirm(merchant.id(), inDoubt.id(), CODE)))
                .isInstanceOf(Refused.class);

        Instant first = agreements.dueAt(inDoubt.id());
        assertThat(look(first.minusMillis(1))).isZero();
        assertThat(look(first)).isOne();
        assertThat(agreements.dueAt(inDoubt.id())).isEqualTo(first.plusSeconds(2));

        channel.inquiring = Mono.just(new AgreementOutcome.Signed("token"));
        assertThat(look(first.plusSeconds(2))).isOne();
        assertThat(found(inDoubt).state()).isEqualTo(AgreementState.ACTIVE);
        assertThat(look(first.plusSeconds(86_400))).isZero();
    }

    @Test
    void whatIsRevokedIsAskedForUntilTheChannelHasEndedIt() {
        Agreement active = confirmed(signed("k"));
        channel.revoking = Mono.never();
        Agreement revoking = stands(Await.value(pipeline.revoke(merchant.id(), active.id())));
        assertThat(revoking.state()).isEqualTo(AgreementState.REVOKING);

        channel.revoking = Mono.just(new AgreementOutcome.Absent("34"));
        assertThat(look(agreements.dueAt(active.id()))).isOne();
        assertThat(found(active).state()).isEqualTo(AgreementState.REVOKED);
        assertThat(stands(Await.value(pipeline.revoke(merchant.id(), active.id())))
                        .state())
                .isEqualTo(AgreementState.REVOKED);
    }

    @Test
    void whoseTimeIsOverExpires() {
        Agreement asked = signed("k");
        assertThat(look(asked.expiresAt())).isOne();
        assertThat(found(asked).state()).isEqualTo(AgreementState.EXPIRED);
    }

    @Test
    void anothersAgreementIsNone() {
        Agreement asked = signed("k");
        assertThat(Await.value(pipeline.confirm(MerchantId.next(), asked.id(), CODE)))
                .isEqualTo(new NotFound());
        assertThat(Await.value(pipeline.revoke(merchant.id(), AgreementId.next())))
                .isEqualTo(new NotFound());
    }

    private Agreement signed(String key) {
        return stands(sign(key, "signing_agreement", 1));
    }

    private AgreementAnswer sign(String key, String method, int fingerprint) {
        var known = new IdempotencyKey("POST /v1/agreements", key, new byte[] {(byte) fingerprint});
        return Await.value(pipeline.sign(merchant, new AskForAgreement(method, PAYER, known)));
    }

    private Agreement confirmed(Agreement agreement) {
        return stands(Await.value(pipeline.confirm(merchant.id(), agreement.id(), CODE)));
    }

    private Agreement found(Agreement agreement) {
        return Await.value(agreements.find(merchant.id(), agreement.id()));
    }

    private static Agreement stands(AgreementAnswer answer) {
        assertThat(answer).isInstanceOf(Stands.class);
        return ((Stands) answer).agreement();
    }

    /** How many were due at that time. */
    private long look(Instant now) {
        var known = new AgreementChannels(merchants(), channels);
        var records = new AgreementRecords(agreements, known, at(now));
        return Await.value(new AgreementFollowUps(agreements, known, records, at(now)).look());
    }

    private AgreementPipeline pipeline() {
        var known = new AgreementChannels(merchants(), channels);
        var records = new AgreementRecords(agreements, known, at(NOW));
        return new AgreementPipeline(agreements, known, records, new Detached(), at(NOW));
    }

    private static Clock at(Instant now) {
        return Clock.fixed(now, ZoneOffset.UTC);
    }

    private Merchants merchants() {
        return new Merchants() {
            @Override
            public Mono<Merchant> find(MerchantId id) {
                return Mono.just(merchant);
            }

            @Override
            public Mono<MerchantKey> key(String keyId) {
                return Mono.empty();
            }

            @Override
            public Mono<MerchantChannelAccount> account(ChannelAccountId id) {
                return Mono.just(account);
            }
        };
    }
}
