package io.sluice.core.agreement.r2dbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.core.Await;
import io.sluice.core.agreement.Agreements;
import io.sluice.core.agreement.Agreements.Creation.Created;
import io.sluice.core.agreement.Agreements.Creation.Known;
import io.sluice.core.agreement.Agreements.Due;
import io.sluice.core.agreement.PayerCard;
import io.sluice.core.agreement.model.Agreement;
import io.sluice.core.agreement.model.AgreementDecision;
import io.sluice.core.agreement.model.AgreementDecision.Changed;
import io.sluice.core.agreement.model.AgreementState;
import io.sluice.core.agreement.model.NewAgreement;
import io.sluice.core.channel.AgreementOutcome;
import io.sluice.core.channel.Card;
import io.sluice.core.channel.NextAction;
import io.sluice.core.id.AgreementId;
import io.sluice.core.id.ChannelAccountId;
import io.sluice.core.id.MerchantId;
import io.sluice.core.merchant.r2dbc.ConfigurationDatabase;
import io.sluice.core.payment.model.IdempotencyKey;
import io.sluice.core.secret.Vault;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class R2dbcAgreementsIT {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration IN_DOUBT = Duration.ofSeconds(60);
    private static final Card CARD = new Card("6216261000000000018", YearMonth.of(2031, 12));
    private static final PayerCard PAYER = new PayerCard(CARD, "13800001234");

    @TempDir
    private static Path folder;

    private static ConfigurationDatabase database;
    private static Agreements agreements;
    private static MerchantId merchant;

    private final Agreement requested = requested();

    @BeforeAll
    static void start() {
        database = ConfigurationDatabase.fresh();
        Path keyset = folder.resolve("keyset.json");
        Vault.createKeyset(keyset);
        Vault vault = Vault.open(keyset);
        // The first use of its keys takes longer than a read may.
        vault.unfold(vault.envelop("warm", "up"), "up");
        agreements = new R2dbcAgreements(database.connections(), vault);
        merchant = MerchantId.next();
        database.execute(
                "insert into sluice.merchant (merchant_id, name, test_mode, permits_per_second, burst) values ('"
                        + merchant.value() + "', 'shop', true, 100, 100)");
    }

    @Test
    void aKeyMakesOneAgreement() {
        var key = key(1);
        assertThat(Await.value(agreements.create(requested, PAYER, key))).isInstanceOf(Created.class);
        assertThat(Await.value(agreements.create(requested(), PAYER, key))).isEqualTo(new Known(requested, true));
        var other = new IdempotencyKey(key.route(), key.key(), new byte[] {9});
        assertThat(Await.value(agreements.create(requested(), PAYER, other))).isEqualTo(new Known(requested, false));
    }

    @Test
    void theCardIsKeptWhilePendingAndTheTokenWhileThereIsOne() {
        keep();
        assertThat(Await.value(agreements.payer(requested))).isEqualTo(PAYER);

        Agreement asked = change(requested.concluded(
                requested.call(), new AgreementOutcome.Pending(NextAction.smsCode("13800001234")), IN_DOUBT, NOW));
        assertThat(Await.value(agreements.find(merchant, requested.id()))).isEqualTo(asked);
        Agreement active = signed(asked);
        assertThat(agreements.payer(active).blockOptional()).isEmpty();
        assertThat(Await.value(agreements.token(active))).isEqualTo("token");

        Agreement revoking = change(active.revoking("call-3", NOW));
        assertThat(Await.value(agreements.token(revoking))).isEqualTo("token");
        Agreement revoked = change(revoking.concluded("call-3", new AgreementOutcome.Ended("00"), IN_DOUBT, NOW));
        assertThat(agreements.token(revoked).blockOptional()).isEmpty();
        assertThat(database.query("select string_agg(type, ' ' order by sequence) from sluice.agreement_event"
                        + " where agreement_id = '" + requested.id().value() + "'"))
                .containsExactly("agreement.pending agreement.pending agreement.pending agreement.active"
                        + " agreement.revoking agreement.revoked");
    }

    @Test
    void nothingThatIsKeptShowsTheCardTheTelephoneOrTheToken() {
        keep();
        signed(change(requested.concluded(
                requested.call(), new AgreementOutcome.Pending(NextAction.smsCode("13800001234")), IN_DOUBT, NOW)));
        List<String> kept = database.query("select (select a::text from sluice.agreement a where agreement_id = '"
                + requested.id().value() + "') || (select string_agg(e::text, ' ') from sluice.agreement_event e"
                + " where agreement_id = '" + requested.id().value() + "')");
        assertThat(String.join(" ", kept))
                .doesNotContain(CARD.number(), "13800001234", "\"token\"")
                .contains(CARD.masked());
    }

    @Test
    void ofTwoWhoChangeTheSameVersionOneDoes() {
        keep();
        Agreement confirming = ((Changed) requested.confirming("call-2", NOW)).after();
        assertThat(Await.value(agreements.change(confirming, null))).isTrue();
        assertThat(Await.value(agreements.change(confirming, null))).isFalse();
    }

    @Test
    void whatIsDueIsHandedOutOnceAndAgainWhenItsLeaseEnds() {
        keep();
        Instant due = requested.expiresAt();
        Instant lease = due.plusSeconds(30);
        assertThat(looks(due.minusMillis(1), lease)).isZero();
        assertThat(looks(due, lease)).isOne();
        assertThat(looks(due, lease)).isZero();
        assertThat(looks(lease, lease.plusSeconds(30))).isEqualTo(2);
        agreements.later(requested, due).block();
        assertThat(looks(due, lease)).isEqualTo(3);
        assertThat(change(requested.expired(due)).state()).isEqualTo(AgreementState.EXPIRED);
        assertThat(looks(lease.plusSeconds(86_400), lease)).isZero();
    }

    @Test
    void aMerchantSeesHisOwnNewestFirst() {
        keep();
        Agreement newer = requested();
        assertThat(Await.value(agreements.create(newer, PAYER, key(newer.id().hashCode()))))
                .isInstanceOf(Created.class);
        assertThat(agreements.list(merchant, null, 1).collectList().block()).containsExactly(newer);
        assertThat(agreements.list(merchant, newer.id(), 1).collectList().block())
                .containsExactly(requested);
        assertThat(agreements.find(MerchantId.next(), newer.id()).blockOptional())
                .isEmpty();
    }

    private void keep() {
        assertThat(Await.value(
                        agreements.create(requested, PAYER, key(requested.id().hashCode()))))
                .isInstanceOf(Created.class);
    }

    private static Agreement signed(Agreement asked) {
        Agreement confirming = change(asked.confirming("call-2", NOW));
        return change(confirming.concluded("call-2", new AgreementOutcome.Signed("token"), IN_DOUBT, NOW));
    }

    private static Agreement change(AgreementDecision decision) {
        assertThat(decision).isInstanceOf(Changed.class);
        Changed changed = (Changed) decision;
        assertThat(Await.value(agreements.change(changed.after(), changed.token())))
                .isTrue();
        return changed.after();
    }

    /** How often this agreement was looked at, this time included; 0 when it is not due. */
    private int looks(Instant now, Instant leasedUntil) {
        return Await.value(agreements
                .due(now, leasedUntil, 100)
                .filter(due -> due.agreement().id().equals(requested.id()))
                .map(Due::looks)
                .next()
                .defaultIfEmpty(0));
    }

    private static Agreement requested() {
        var wanted = new NewAgreement(
                AgreementId.next(),
                merchant,
                ChannelAccountId.next(),
                "unionpay",
                "unionpay_agreement",
                CARD,
                "13800001234");
        return Agreement.requested(wanted, "call-1", NOW);
    }

    private static IdempotencyKey key(int salt) {
        return new IdempotencyKey("POST /v1/agreements", "key-" + salt, new byte[] {1, 2, 3});
    }
}
