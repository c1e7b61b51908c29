package io.sluice.callback.inquiry;

import io.sluice.callback.inquiry.model.RefundFollowUpPolicy;
import io.sluice.callback.inquiry.model.RefundFollowUpPolicy.Next;
import io.sluice.core.channel.ModificationOutcome;
import io.sluice.core.payment.Payments;
import io.sluice.core.payment.model.Payment;
import io.sluice.core.refund.RefundChannels;
import io.sluice.core.refund.RefundConclusions;
import io.sluice.core.refund.RefundConclusions.Concluded;
import io.sluice.core.refund.RefundStore;
import io.sluice.core.refund.model.Refund;
import io.sluice.core.refund.model.RefundConclusion;
import io.sluice.core.refund.model.RefundSchedule;
import io.sluice.core.refund.model.RefundState;
import java.time.Clock;
import java.util.function.DoubleSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/** Follows one refund up: asks its channel, sends it again if it never arrived, records, or sets when to look again. */
final class RefundFollowUps {

    private static final Logger log = LoggerFactory.getLogger("io.sluice.callback.inquiry");

    private final RefundStore refunds;
    private final Payments payments;
    private final RefundConclusions conclusions;
    private final RefundChannels channels;
    private final Clock clock;
    private final DoubleSupplier spread;

    /** @param spread random numbers from 0 to 1 */
    RefundFollowUps(
            RefundStore refunds,
            Payments payments,
            RefundConclusions conclusions,
            RefundChannels channels,
            Clock clock,
            DoubleSupplier spread) {
        this.refunds = refunds;
        this.payments = payments;
        this.conclusions = conclusions;
        this.channels = channels;
        this.clock = clock;
        this.spread = spread;
    }

    /** Completes when the refund is settled or has a time to be looked at again; a failure leaves it to its lease. */
    Mono<Void> follow(Refund taken) {
        return payments.find(taken.merchantId(), taken.paymentId())
                .flatMap(payment -> taken.state() == RefundState.SENT ? lost(taken) : ask(taken, payment))
                .flatMap(concluded -> concluded.conclusion() instanceof RefundConclusion.Changed
                        ? Mono.empty()
                        : lookAgain(taken, concluded));
    }

    /** Nobody recorded what the channel answered; the change makes it due again soon, and then the channel is asked. */
    private Mono<Concluded> lost(Refund taken) {
        return conclusions.conclude(
                taken, new ModificationOutcome.Unknown("submission_lost", "nobody recorded what the channel answered"));
    }

    private Mono<Concluded> ask(Refund taken, Payment payment) {
        return channels.inDoubtWindow(taken)
                .zipWith(channels.inquire(taken, payment))
                .flatMap(answer -> next(
                        taken,
                        payment,
                        RefundFollowUpPolicy.after(answer.getT2(), taken, answer.getT1(), clock.instant())));
    }

    private Mono<Concluded> next(Refund taken, Payment payment, Next next) {
        return switch (next) {
            case Next.Conclude(ModificationOutcome outcome) -> conclude(taken, outcome);
            case Next.SendAgain _ ->
                channels.refundAgain(taken, payment).flatMap(outcome -> conclude(taken, outcome));
            case Next.Surrender _ -> conclusions.surrender(taken).doOnNext(RefundFollowUps::alert);
        };
    }

    private Mono<Concluded> conclude(Refund taken, ModificationOutcome outcome) {
        return conclusions
                .conclude(taken, outcome)
                .doOnNext(concluded -> log.atInfo()
                        .addKeyValue("merchant_id", taken.merchantId().toString())
                        .addKeyValue("payment_id", taken.paymentId().toString())
                        .addKeyValue("refund_id", taken.id().toString())
                        .addKeyValue("outcome", outcome.getClass().getSimpleName())
                        .addKeyValue("state", concluded.refund().state().name())
                        .addKeyValue("inquiries", taken.inquiries())
                        .log("refund inquiry"));
    }

    private static void alert(Concluded concluded) {
        log.atError()
                .addKeyValue("merchant_id", concluded.refund().merchantId().toString())
                .addKeyValue("payment_id", concluded.refund().paymentId().toString())
                .addKeyValue("refund_id", concluded.refund().id().toString())
                .log("a refund is stuck at the channel and needs people");
    }

    /** A success that was only doubted is not looked at again once the channel has confirmed it. */
    private Mono<Void> lookAgain(Refund taken, Concluded concluded) {
        RefundState state = concluded.refund().state();
        boolean confirmed = state == RefundState.SUCCEEDED
                && concluded.conclusion() instanceof RefundConclusion.Unchanged(String reason)
                && !reason.startsWith("no answer");
        return confirmed || !(state.isOpen() || state == RefundState.SUCCEEDED)
                ? refunds.postpone(taken, null)
                : refunds.postpone(
                        taken, RefundSchedule.next(taken.inquiries(), clock.instant(), spread.getAsDouble()));
    }
}
