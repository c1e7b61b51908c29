package io.sluice.core.modification;

import io.sluice.core.audit.Actor;
import io.sluice.core.channel.ModificationKind;
import io.sluice.core.id.AttemptId;
import io.sluice.core.merchant.Merchants;
import io.sluice.core.merchant.model.LateSuccess;
import io.sluice.core.modification.model.RequestModification;
import io.sluice.core.modification.model.RequestModification.GiveBack;
import io.sluice.core.payment.DecisionRecords;
import io.sluice.core.payment.model.Decision;
import io.sluice.core.payment.model.Payment;
import io.sluice.core.payment.model.PaymentState;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * Gives back by itself what came too late, where its merchant wants that, its channel refunds, and nothing about it is in
 * doubt. The decision is recorded and audited as the gateway's own; whether a refund is made is decided on the payment's version, once.
 */
public final class AutomaticGiveBacks {

    private static final Logger log = LoggerFactory.getLogger(AutomaticGiveBacks.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Decision DECISION = new Decision(
            Decision.Kind.GIVE_BACK, null, "it came after the payment was over, and late_success is give_back");

    private final Merchants merchants;
    private final DecisionRecords records;
    private final ModificationChannels channels;
    private final ModificationPipeline pipeline;

    public AutomaticGiveBacks(
            Merchants merchants,
            DecisionRecords records,
            ModificationChannels channels,
            ModificationPipeline pipeline) {
        this.merchants = merchants;
        this.records = records;
        this.channels = channels;
        this.pipeline = pipeline;
    }

    /** Completes when the refund is on its way, or people have to decide; then {@code attempt} needs no further look. */
    public Mono<Void> giveBack(Payment payment, AttemptId attempt) {
        if (payment.state() != PaymentState.CONFLICTED || payment.totals().giveBackReservedMinor() > 0) {
            return Mono.empty();
        }
        return merchants
                .find(payment.merchantId())
                .filter(merchant -> merchant.lateSuccess() == LateSuccess.GIVE_BACK)
                .filterWhen(merchant -> channels.can(
                        ModificationKind.REFUND, payment.attempt(attempt).account()))
                .flatMap(merchant -> recorded(payment))
                .flatMap(merchant -> pipeline.modify(automatic(payment, attempt), PATIENCE))
                .doOnNext(answer -> log.atInfo()
                        .addKeyValue("merchant_id", payment.merchantId())
                        .addKeyValue("payment_id", payment.id())
                        .addKeyValue("attempt_id", attempt)
                        .addKeyValue("answer", answer.getClass().getSimpleName())
                        .log("give back what came too late"))
                .then();
    }

    private static RequestModification automatic(Payment payment, AttemptId attempt) {
        return RequestModification.giveBack(
                payment, new GiveBack(attempt, Actor.GATEWAY.name() + ": " + DECISION.evidence(), true));
    }

    /** Once a version, however often it is looked at. */
    private Mono<Boolean> recorded(Payment payment) {
        return records.by(payment, DECISION)
                .flatMap(by -> by.contains(Actor.GATEWAY.name())
                        ? Mono.just(true)
                        : records.record(Actor.GATEWAY, payment, DECISION).thenReturn(true));
    }
}
