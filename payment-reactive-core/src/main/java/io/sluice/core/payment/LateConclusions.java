package io.sluice.core.payment;

import io.sluice.core.channel.CallbackReading;
import io.sluice.core.channel.CallbackReading.Authentic;
import io.sluice.core.channel.ChannelOutcome;
import io.sluice.core.channel.LateAnswers;
import io.sluice.core.id.AttemptId;
import io.sluice.core.id.ChannelAccountId;
import io.sluice.core.merchant.Merchants;
import io.sluice.core.merchant.model.MerchantChannelAccount;
import io.sluice.core.payment.Conclusions.Concluded;
import io.sluice.core.payment.model.Payment;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * Concludes what a channel says when its caller has gone: before a reversal it settles the attempt, while one lasts it is not believed, and
 * a payment that is told as paid after it was taken back becomes a conflict for people.
 */
public final class LateConclusions implements LateAnswers {

    private static final Logger log = LoggerFactory.getLogger(LateConclusions.class);

    private final Merchants merchants;
    private final Payments payments;
    private final Conclusions conclusions;

    public LateConclusions(Merchants merchants, Payments payments, Conclusions conclusions) {
        this.merchants = merchants;
        this.payments = payments;
        this.conclusions = conclusions;
    }

    @Override
    public void heard(ChannelAccountId account, CallbackReading word) {
        if (word instanceof Authentic(String id, String number, ChannelOutcome outcome)) {
            conclude(account, AttemptId.ofChannelNumber(number), outcome)
                    .subscribe(
                            concluded -> tell(concluded, number),
                            failure -> log.atWarn()
                                    .addKeyValue("channel_account", account)
                                    .addKeyValue("attempt_id", "att_" + number)
                                    .setCause(failure)
                                    .log(
                                            "a late answer could not be recorded; the attempt is taken back or asked about"));
        }
    }

    Mono<Concluded> conclude(ChannelAccountId account, AttemptId attempt, ChannelOutcome outcome) {
        return merchants
                .account(account)
                .map(MerchantChannelAccount::merchantId)
                .flatMap(merchant -> payments.findByAttempt(merchant, attempt))
                .filter(payment -> isOf(account, attempt, payment))
                .flatMap(payment -> conclusions.conclude(payment, attempt, outcome));
    }

    private static boolean isOf(ChannelAccountId account, AttemptId id, Payment payment) {
        return payment.attempts().stream()
                .anyMatch(
                        attempt -> attempt.id().equals(id) && attempt.account().equals(account));
    }

    private static void tell(Concluded concluded, String number) {
        log.atInfo()
                .addKeyValue("payment_id", concluded.payment().id())
                .addKeyValue("attempt_id", "att_" + number)
                .log(
                        "the channel answered late; the payment is {}",
                        concluded.payment().state());
    }
}
