package io.sluice.core.agreement;

import io.sluice.core.agreement.AgreementAnswer.KeyReused;
import io.sluice.core.agreement.AgreementAnswer.NotFound;
import io.sluice.core.agreement.AgreementAnswer.NotOffered;
import io.sluice.core.agreement.AgreementAnswer.Refused;
import io.sluice.core.agreement.AgreementAnswer.Replayed;
import io.sluice.core.agreement.AgreementAnswer.Stands;
import io.sluice.core.agreement.Agreements.Creation;
import io.sluice.core.agreement.model.Agreement;
import io.sluice.core.agreement.model.AgreementDecision;
import io.sluice.core.agreement.model.AgreementDecision.Changed;
import io.sluice.core.agreement.model.AgreementDecision.Unchanged;
import io.sluice.core.agreement.model.NewAgreement;
import io.sluice.core.channel.SmsCode;
import io.sluice.core.gather.StoreUnavailableException;
import io.sluice.core.id.AgreementId;
import io.sluice.core.id.MerchantId;
import io.sluice.core.merchant.model.Merchant;
import io.sluice.core.merchant.model.MerchantChannelAccount;
import io.sluice.core.payment.Detached;
import java.time.Clock;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/**
 * Has payers asked, hands their codes over and ends what they agreed to. Each writes before the channel is called, and goes on when
 * its caller leaves. All fail with {@link StoreUnavailableException} when the store is away.
 */
public final class AgreementPipeline {

    private static final Refused OVERTAKEN =
            new Refused("agreement_busy", "Another call about it was faster; see what became of it, and decide again");

    private final Agreements agreements;
    private final AgreementChannels channels;
    private final AgreementRecords records;
    private final Detached detached;
    private final Clock clock;

    public AgreementPipeline(
            Agreements agreements,
            AgreementChannels channels,
            AgreementRecords records,
            Detached detached,
            Clock clock) {
        this.agreements = agreements;
        this.channels = channels;
        this.records = records;
        this.detached = detached;
        this.clock = clock;
    }

    public Mono<AgreementAnswer> sign(Merchant merchant, AskForAgreement wanted) {
        return channels.signing(merchant, wanted.method())
                .map(account -> detached.run(sign(account, wanted)))
                .orElseGet(() -> Mono.just(new NotOffered(notOffered(merchant))));
    }

    private String notOffered(Merchant merchant) {
        var methods = channels.methods(merchant);
        return methods.isEmpty()
                ? "must be one that agreements can be signed for; your accounts offer none"
                : "must be one that agreements can be signed for; yours are " + String.join(", ", methods);
    }

    private Mono<AgreementAnswer> sign(MerchantChannelAccount account, AskForAgreement wanted) {
        return Mono.defer(() -> {
            Agreement agreement =
                    Agreement.requested(wanted(account, wanted), AgreementId.nextCallNumber(), clock.instant());
            return agreements
                    .create(agreement, wanted.payer(), wanted.key())
                    .flatMap(creation -> created(agreement, wanted.payer(), creation));
        });
    }

    private static NewAgreement wanted(MerchantChannelAccount account, AskForAgreement wanted) {
        return new NewAgreement(
                AgreementId.next(),
                account.merchantId(),
                account.configuration().id(),
                account.configuration().channel(),
                wanted.method(),
                wanted.payer().card(),
                wanted.payer().phone());
    }

    private Mono<AgreementAnswer> created(Agreement agreement, PayerCard payer, Creation creation) {
        return switch (creation) {
            case Creation.Created _ ->
                channels.sign(agreement, payer)
                        .flatMap(outcome -> records.conclude(agreement, outcome))
                        .map(Stands::new);
            case Creation.Known(Agreement earlier, boolean same) ->
                Mono.just(same ? new Replayed(earlier) : new KeyReused());
        };
    }

    public Mono<AgreementAnswer> confirm(MerchantId merchant, AgreementId id, SmsCode code) {
        return detached.run(begin(
                merchant,
                id,
                agreement -> agreement.confirming(AgreementId.nextCallNumber(), clock.instant()),
                confirming -> agreements
                        .payer(confirming)
                        .flatMap(payer -> channels.confirm(confirming, payer, code))
                        .flatMap(outcome -> records.conclude(confirming, outcome))));
    }

    public Mono<AgreementAnswer> revoke(MerchantId merchant, AgreementId id) {
        return detached.run(begin(
                merchant,
                id,
                agreement -> agreement.revoking(AgreementId.nextCallNumber(), clock.instant()),
                records::revoke));
    }

    /** What is decided is written, and only then done. */
    private Mono<AgreementAnswer> begin(
            MerchantId merchant,
            AgreementId id,
            Function<Agreement, AgreementDecision> decide,
            Function<Agreement, Mono<Agreement>> act) {
        return agreements
                .find(merchant, id)
                .flatMap(found -> begin(found, decide.apply(found), act))
                .defaultIfEmpty(new NotFound());
    }

    private Mono<AgreementAnswer> begin(
            Agreement found, AgreementDecision decision, Function<Agreement, Mono<Agreement>> act) {
        return switch (decision) {
            case Unchanged _ -> Mono.just(new Stands(found));
            case AgreementDecision.Refused(String code, String reason) -> Mono.just(new Refused(code, reason));
            case Changed(Agreement after, var token) ->
                agreements
                        .change(after, token)
                        .flatMap(written -> written ? act.apply(after).map(Stands::new) : Mono.just(OVERTAKEN));
        };
    }
}
