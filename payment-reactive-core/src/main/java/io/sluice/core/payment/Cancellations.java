package io.sluice.core.payment;

import io.sluice.core.channel.ChannelOutcome;
import io.sluice.core.channel.OrderReference;
import io.sluice.core.channel.guard.Channels;
import io.sluice.core.channel.guard.ConnectedChannel;
import io.sluice.core.id.MerchantId;
import io.sluice.core.id.PaymentId;
import io.sluice.core.merchant.Merchants;
import io.sluice.core.payment.Conclusions.Concluded;
import io.sluice.core.payment.model.AttemptState;
import io.sluice.core.payment.model.BeliefPolicy;
import io.sluice.core.payment.model.Conclusion;
import io.sluice.core.payment.model.Payment;
import io.sluice.core.payment.model.PaymentAttempt;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * Merchants give payments up: CLOSING is recorded first, then the order is closed at the channel, then that is recorded.
 * Whatever of it fails or is cut off is left to the timers, which close what is CLOSING.
 */
public final class Cancellations {

    private static final Logger log = LoggerFactory.getLogger(Cancellations.class);

    private final Payments payments;
    private final Merchants merchants;
    private final Channels channels;
    private final Conclusions conclusions;
    private final Detached detached;
    private final Clock clock;

    public Cancellations(
            Payments payments,
            Merchants merchants,
            Channels channels,
            Conclusions conclusions,
            Detached detached,
            Clock clock) {
        this.payments = payments;
        this.merchants = merchants;
        this.channels = channels;
        this.conclusions = conclusions;
        this.detached = detached;
        this.clock = clock;
    }

    /**
     * Cancels a payment, as often as one likes.
     *
     * @param patience how long the caller waits for the channel to close the order
     * @return the payment as it stands then: CLOSED; CLOSING when that still goes on; or in a state that cannot be
     *     cancelled any more, such as SUCCEEDED. Empty when the merchant has no such payment
     */
    public Mono<Payment> cancel(MerchantId merchant, PaymentId id, Duration patience) {
        return payments.find(merchant, id)
                .flatMap(conclusions::cancel)
                .flatMap(concluded -> isOursToClose(concluded)
                        ? closeWithin(patience, concluded.payment())
                        : Mono.just(concluded.payment()));
    }

    /** Who began the close asks the channel; an order that is on its way there is closed once it was answered. */
    private static boolean isOursToClose(Concluded concluded) {
        AttemptState attempt = concluded.payment().lastAttempt().state();
        return concluded.conclusion() instanceof Conclusion.Changed && attempt.isOpen() && attempt != AttemptState.SENT;
    }

    private Mono<Payment> closeWithin(Duration patience, Payment closing) {
        Mono<Payment> closed = close(closing).onErrorResume(failure -> leaveToTimers(closing, failure));
        return detached.run(closed, patience, () -> closing);
    }

    private Mono<Payment> close(Payment closing) {
        PaymentAttempt attempt = closing.lastAttempt();
        OrderReference order = attempt.reference(closing);
        return merchants
                .account(attempt.account())
                .map(channels::of)
                .flatMap(channel -> channel.close(order).map(outcome -> believed(channel, attempt, outcome)))
                .flatMap(outcome -> conclusions.conclude(closing, attempt.id(), outcome))
                .map(Concluded::payment)
                .defaultIfEmpty(closing);
    }

    private ChannelOutcome believed(ConnectedChannel channel, PaymentAttempt attempt, ChannelOutcome outcome) {
        return BeliefPolicy.believed(outcome, attempt, channel.capabilities().inDoubtWindow(), clock.instant());
    }

    private static Mono<Payment> leaveToTimers(Payment closing, Throwable failure) {
        log.atWarn()
                .addKeyValue("payment_id", closing.id())
                .addKeyValue("merchant_id", closing.merchantId())
                .setCause(failure)
                .log("the close could not be concluded; the payment is left to its timer");
        return Mono.just(closing);
    }
}
