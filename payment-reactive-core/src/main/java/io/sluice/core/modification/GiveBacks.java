package io.sluice.core.modification;

import io.sluice.core.channel.ModificationKind;
import io.sluice.core.id.ModificationId;
import io.sluice.core.modification.model.Modification;
import io.sluice.core.modification.model.RequestModification;
import io.sluice.core.modification.model.RequestModification.GiveBack;
import io.sluice.core.modification.model.ReservationDecision;
import io.sluice.core.payment.Decisions;
import io.sluice.core.payment.Payments;
import io.sluice.core.payment.model.Payment;
import io.sluice.core.payment.model.PaymentAttempt;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import reactor.core.publisher.Mono;

/**
 * Gives money back that came twice or too late: by a refund like any other, of all that the last attempt took whose money is here.
 * Whoever decides at the same time decides on the same version of the payment, and one refund is made.
 */
public final class GiveBacks implements Decisions.Returns {

    /** An operator waits no longer for the channel's word; the refund goes on. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Payments payments;
    private final ModificationPipeline pipeline;
    private final ModificationChannels channels;
    private final Clock clock;

    public GiveBacks(Payments payments, ModificationPipeline pipeline, ModificationChannels channels, Clock clock) {
        this.payments = payments;
        this.pipeline = pipeline;
        this.channels = channels;
        this.clock = clock;
    }

    @Override
    public Mono<String> objection(Payment payment) {
        return last(payment)
                .map(attempt -> channels.can(ModificationKind.REFUND, attempt.account())
                        .flatMap(can -> can
                                ? Mono.justOrEmpty(objection(payment, people(attempt, "")))
                                : Mono.just(payment.id() + " was paid through " + attempt.channel()
                                        + ", which refunds nothing: give it back by hand and keep the record there")))
                .orElseGet(
                        () -> Mono.just(payment.id() + " is " + payment.state() + ", and no attempt of it is charged"));
    }

    private Optional<String> objection(Payment payment, GiveBack giveBack) {
        return Modification.requested(
                                payment,
                                List.of(),
                                RequestModification.giveBack(payment, giveBack),
                                ModificationId.next(),
                                clock.instant())
                        instanceof ReservationDecision.Refused refused
                ? Optional.of(refused.message())
                : Optional.empty();
    }

    @Override
    public Mono<Decisions.Answer> giveBack(Payment payment, String by) {
        return last(payment)
                .map(attempt -> giveBack(payment, people(attempt, by)))
                .orElseGet(
                        () -> Mono.just(new Decisions.Answer.Refused("no attempt of " + payment.id() + " is charged")));
    }

    private static GiveBack people(PaymentAttempt attempt, String by) {
        return new GiveBack(attempt.id(), by, false);
    }

    /** The one whose money came last: what came before it stands, or is decided about later. */
    private static Optional<PaymentAttempt> last(Payment payment) {
        return payment.attempts().stream()
                .filter(PaymentAttempt::isCharged)
                .max(Comparator.comparing(PaymentAttempt::updatedAt));
    }

    private Mono<Decisions.Answer> giveBack(Payment payment, GiveBack giveBack) {
        return pipeline.modify(RequestModification.giveBack(payment, giveBack), PATIENCE)
                .flatMap(answer -> switch (answer) {
                    case ModificationAnswer.Concluded(Modification refund) -> underWay(refund);
                    case ModificationAnswer.InProgress(Modification refund) -> underWay(refund);
                    case ModificationAnswer.Refused(ReservationDecision.Refused refusal) ->
                        Mono.just(new Decisions.Answer.Refused(refusal.message()));
                    case ModificationAnswer.Replayed _,
                            ModificationAnswer.InFlight _,
                            ModificationAnswer.KeyReused _,
                            ModificationAnswer.NoSuchPayment _ ->
                        Mono.error(new IllegalStateException(payment.id() + " is answered " + answer));
                });
    }

    private Mono<Decisions.Answer> underWay(Modification refund) {
        return payments.find(refund.merchantId(), refund.paymentId())
                .map(payment -> new Decisions.Answer.GivingBack(payment, refund.publicId()));
    }
}
