package io.sluice.sandbox.chaos;

import io.sluice.sandbox.chaos.RecordingMerchant.Reply;
import io.sluice.sandbox.place.Json;
import io.sluice.sandbox.place.Pause;
import io.sluice.sandbox.story.PaymentOrder;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * One order of a merchant's: paid, and then looked at, cancelled or partly refunded. What is not answered is asked again
 * with the same key.
 */
final class Customer {
    private static final int TRIES = 3;
    private static final int LOOKS = 8;
    private static final long AMOUNT_MINOR = 100;
    private static final long REFUND_MINOR = 40;

    /** What the channel does with the orders, in turn. */
    private static final List<String> OUTCOMES = List.of(
            "approved", "duplicate", "approved", "silent", "out-of-order", "approved", "error-after", "declined");

    private final RecordingMerchant merchant;
    private final Tally tally;
    private final Random random;
    private final int number;
    private final String order = "chaos-" + UUID.randomUUID();
    private volatile String payment = "";
    private volatile boolean cancelled;

    Customer(RecordingMerchant merchant, Tally tally, Random random, int number) {
        this.merchant = merchant;
        this.tally = tally;
        this.random = random;
        this.number = number;
    }

    /** Asks for the payment, while the trouble goes on. */
    void come() {
        tally.asked();
        if (isAcknowledged()) {
            tally.acknowledged();
            follow();
        }
    }

    /** Asks again for what is not answered yet, now that the trouble is over. */
    void comeAgain() {
        if ((!payment.isEmpty() || isAcknowledged()) && wantsToCancel() && !cancelled) {
            cancel();
        }
    }

    private boolean isAcknowledged() {
        var body = new PaymentOrder(order, AMOUNT_MINOR, "CNY", "wechat_native", outcome(), null, null).body();
        Reply reply = patiently(() -> merchant.pay(order, order, body));
        if (reply.granted()) {
            payment = Json.text(reply.body(), "id");
        }
        return reply.granted();
    }

    /** What was paid meanwhile is refused, which is an answer too. */
    private void cancel() {
        cancelled = !patiently(() -> merchant.cancel(order, payment)).isWorthAsking();
    }

    private String outcome() {
        return wantsToCancel() && number % 2 == 0 ? "never" : OUTCOMES.get(number % OUTCOMES.size());
    }

    private boolean wantsToCancel() {
        return number % 7 == 3;
    }

    private boolean wantsARefund() {
        return number % 5 == 1;
    }

    private void follow() {
        pause(100, 900);
        if (wantsToCancel()) {
            cancel();
        } else if (wantsARefund() && isPaid()) {
            patiently(() -> merchant.refund(order, "refund-" + order, payment, REFUND_MINOR));
        }
        pause(100, 900);
        merchant.read(order, payment);
    }

    private boolean isPaid() {
        for (int look = 0; look < LOOKS; look++) {
            if (Json.text(merchant.read(order, payment).body(), "state").equals("SUCCEEDED")) {
                return true;
            }
            pause(300, 600);
        }
        return false;
    }

    private Reply patiently(Supplier<Reply> request) {
        Reply reply = request.get();
        for (int tries = 1; tries < TRIES && reply.isWorthAsking(); tries++) {
            pause(300, 900);
            reply = request.get();
        }
        return reply;
    }

    private void pause(int fromMs, int toMs) {
        Pause.of(Duration.ofMillis(random.nextInt(fromMs, toMs)));
    }
}
