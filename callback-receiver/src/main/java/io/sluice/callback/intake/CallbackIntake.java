package io.sluice.callback.intake;

import io.micrometer.core.instrument.MeterRegistry;
import io.sluice.callback.intake.model.CallbackRecord;
import io.sluice.callback.intake.model.Judged;
import io.sluice.core.channel.CallbackReading;
import io.sluice.core.channel.CallbackReading.Authentic;
import io.sluice.core.channel.CallbackReading.Awaiting;
import io.sluice.core.channel.CallbackReading.Ignored;
import io.sluice.core.channel.CallbackReading.OfModification;
import io.sluice.core.channel.CallbackReading.OfPayout;
import io.sluice.core.channel.CallbackReading.Refused;
import io.sluice.core.channel.ChannelOutcome;
import io.sluice.core.channel.ChannelOutcome.Pending;
import io.sluice.core.channel.Notifies;
import io.sluice.core.channel.RawCallback;
import io.sluice.core.channel.guard.Channels;
import io.sluice.core.channel.guard.ConnectedChannel;
import io.sluice.core.id.AttemptId;
import io.sluice.core.id.ChannelAccountId;
import io.sluice.core.id.EventId;
import io.sluice.core.merchant.Merchants;
import io.sluice.core.merchant.model.MerchantChannelAccount;
import io.sluice.core.modification.ModificationConclusions;
import io.sluice.core.modification.Modifications;
import io.sluice.core.payment.Conclusions;
import io.sluice.core.payment.Detached;
import io.sluice.core.payment.Payments;
import io.sluice.core.payment.model.BeliefPolicy;
import io.sluice.core.payment.model.Payment;
import io.sluice.core.payment.model.PaymentAttempt;
import io.sluice.core.payment.model.PaymentState;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;

/**
 * Reads a callback, concludes the payment that it is about, keeps a record and only then answers: what a channel was
 * told to stop sending is never lost, and what changed nothing can be looked up.
 */
public final class CallbackIntake {

    private final Merchants merchants;
    private final Channels channels;
    private final Payments payments;
    private final Conclusions conclusions;
    private final ModificationIntake modifications;
    private final PayoutIntake payouts;
    private final CallbackRecords records;
    private final Detached detached;
    private final Supplier<UUID> ids;
    private final CallbackMeters meters;

    CallbackIntake(
            Merchants merchants,
            Channels channels,
            Payments payments,
            Conclusions conclusions,
            ModificationIntake modifications,
            PayoutIntake payouts,
            CallbackRecords records,
            Detached detached,
            Supplier<UUID> ids,
            CallbackMeters meters) {
        this.merchants = merchants;
        this.channels = channels;
        this.payments = payments;
        this.conclusions = conclusions;
        this.modifications = modifications;
        this.payouts = payouts;
        this.records = records;
        this.detached = detached;
        this.ids = ids;
        this.meters = meters;
    }

    public static CallbackIntake over(
            Merchants merchants,
            Channels channels,
            Payments payments,
            Conclusions conclusions,
            Modifications modifications,
            ModificationConclusions modificationConclusions,
            PayoutIntake payouts,
            CallbackRecords records,
            Detached detached,
            MeterRegistry meters) {
        return new CallbackIntake(
                merchants,
                channels,
                payments,
                conclusions,
                new ModificationIntake(modifications, modificationConclusions),
                payouts,
                records,
                detached,
                () -> EventId.next().value(),
                new CallbackMeters(meters));
    }

    /**
     * Takes a callback to its end, even when the channel does not wait for the answer.
     *
     * @return fails with {@link io.sluice.core.gather.StoreUnavailableException} or
     *     {@link io.sluice.core.gather.WriteInDoubtException} when the channel must send it again
     */
    public Mono<Reception> receive(ChannelAccountId id, RawCallback raw) {
        return merchants
                .account(id)
                .singleOptional()
                .flatMap(account -> account.map(known -> receive(known, raw))
                        .orElseGet(() -> Mono.just(new Reception.NobodyHere())));
    }

    private Mono<Reception> receive(MerchantChannelAccount account, RawCallback raw) {
        Optional<Notifies> reader = channels.of(account).callbacks();
        return reader.map(notifies -> detached.run(take(account, notifies, raw)))
                .orElseGet(() -> Mono.just(new Reception.NobodyHere()));
    }

    private Mono<Reception> take(MerchantChannelAccount account, Notifies notifies, RawCallback raw) {
        return notifies.read(raw)
                .flatMap(reading -> judge(account, reading, raw))
                .flatMap(judged -> record(account, raw, judged).thenReturn(judged))
                .transform(meters.observed(account))
                .map(judged -> new Reception.Answered(
                        judged.verdict().isAcknowledged() ? notifies.acknowledged() : notifies.refused(judged.code())));
    }

    private Mono<Judged> judge(MerchantChannelAccount account, CallbackReading reading, RawCallback raw) {
        return switch (reading) {
            case Refused refused -> Mono.just(Judged.refused(BodyDigest.of(raw.body()), refused));
            case Ignored ignored -> Mono.just(Judged.ignored(ignored));
            case Authentic(String id, String number, ChannelOutcome outcome) ->
                conclude(account, id, number, (payment, attempt) -> Mono.just(outcome));
            case Awaiting(String id, String number) ->
                conclude(account, id, number, (payment, attempt) -> goOn(account, payment, attempt, raw));
            case OfModification ofModification -> modifications.conclude(account, ofModification);
            case OfPayout ofPayout -> payouts.conclude(account, ofPayout);
        };
    }

    /** What a channel says about an attempt, at once or when it is asked. */
    private interface Word extends BiFunction<Payment, PaymentAttempt, Mono<ChannelOutcome>> {}

    private Mono<Judged> conclude(MerchantChannelAccount account, String callbackId, String number, Word word) {
        Optional<AttemptId> attempt = attemptOf(number);
        return Mono.justOrEmpty(attempt)
                .flatMap(id -> payments.findByAttempt(account.merchantId(), id))
                .flatMap(payment -> Mono.justOrEmpty(attemptOf(account, payment, attempt.orElseThrow()))
                        .flatMap(known -> conclude(payment, known, callbackId, word)))
                .defaultIfEmpty(Judged.unknownOrder(callbackId, number));
    }

    private Mono<Judged> conclude(Payment payment, PaymentAttempt attempt, String callbackId, Word word) {
        return word.apply(payment, attempt)
                .flatMap(outcome -> conclusions.conclude(payment, attempt.id(), outcome))
                .map(concluded -> Judged.concluded(callbackId, attempt.id(), payment.id(), concluded.conclusion()));
    }

    /** An order that is to be closed, or is over, is left as it is: nobody goes on with it. */
    private Mono<ChannelOutcome> goOn(
            MerchantChannelAccount account, Payment payment, PaymentAttempt attempt, RawCallback raw) {
        if (!attempt.state().isOpen() || payment.state() == PaymentState.CLOSING) {
            return Mono.just(new Pending(null, null));
        }
        ConnectedChannel channel = channels.of(account);
        return channel.inquire(attempt.reference(payment))
                .map(outcome -> BeliefPolicy.believed(
                        outcome, attempt, channel.capabilities().inDoubtWindow(), raw.receivedAt()));
    }

    private static Optional<AttemptId> attemptOf(String number) {
        try {
            return Optional.of(AttemptId.ofChannelNumber(number));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    /** One merchant's accounts do not speak for one another. */
    private static Optional<PaymentAttempt> attemptOf(MerchantChannelAccount account, Payment payment, AttemptId id) {
        return payment.attempts().stream()
                .filter(attempt -> attempt.id().equals(id)
                        && attempt.account().equals(account.configuration().id()))
                .findFirst();
    }

    private Mono<Void> record(MerchantChannelAccount account, RawCallback raw, Judged judged) {
        return Mono.defer(() -> records.add(new CallbackRecord(
                ids.get(), account.configuration().id(), account.merchantId(), raw.receivedAt(), judged)));
    }
}
