package io.sluice.sandbox.payout;

import io.sluice.sandbox.client.MerchantClient;
import io.sluice.sandbox.place.Json;
import io.sluice.sandbox.place.Pause;
import io.sluice.sandbox.place.Place;
import io.sluice.sandbox.place.SandboxException;
import io.sluice.sandbox.simulators.unionpay.model.PayoutPlay;
import io.sluice.sandbox.story.PaymentOrder;
import io.sluice.sandbox.story.PaymentRun;
import io.sluice.sandbox.story.PaymentWatcher;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** One payout for each outcome, all at the same time, each watched until it is where it must come to. */
public final class PayoutMatrix {
    private static final Executor THREADS =
            work -> Thread.ofVirtual().name("payouts").start(work);
    private static final long AMOUNT_MINOR = 100;
    private static final Duration LOOK_EVERY = Duration.ofMillis(400);

    private final Place place;
    private final PayoutRun run;

    public PayoutMatrix(Place place) {
        this.place = place;
        this.run = new PayoutRun(MerchantClient.of(place));
    }

    /** What became of a payout. */
    public record Row(PayoutPlay outcome, String payout, String state) {

        public boolean isAsExpected() {
            return ExpectedPayout.end(outcome).equals(state);
        }
    }

    /** Returns when all are where they must come to, or when the patience ends. */
    public List<Row> run(List<PayoutPlay> outcomes, Duration patience) {
        Instant deadline = Instant.now().plus(patience);
        earn(AMOUNT_MINOR * outcomes.size(), deadline);
        var begun = outcomes.stream()
                .map(outcome -> CompletableFuture.supplyAsync(() -> await(outcome, deadline), THREADS))
                .toList();
        return begun.stream().map(CompletableFuture::join).toList();
    }

    /** Only what was earned and is booked can be paid out: one payment brings it. */
    private void earn(long neededMinor, Instant deadline) {
        long due = run.dueMinor("CNY");
        var sale = new PaymentOrder(
                "earn-" + UUID.randomUUID(), 2 * neededMinor, "CNY", "wechat_native", "approved", null, null);
        new PaymentRun(place, PaymentWatcher.SILENT).pay(sale, Duration.between(Instant.now(), deadline));
        while (run.dueMinor("CNY") < due + neededMinor) {
            if (Instant.now().isAfter(deadline)) {
                throw new SandboxException("a payment of " + 2 * neededMinor
                        + " CNY minor units was not booked in time; ./sluice status shows whether the ledger runs");
            }
            Pause.of(LOOK_EVERY);
        }
    }

    private Row await(PayoutPlay outcome, Instant deadline) {
        String id = Json.text(run.make(PayoutOrder.of(AMOUNT_MINOR, outcome.label())), "id");
        var payout = run.await(id, ExpectedPayout.end(outcome), Duration.between(Instant.now(), deadline));
        return new Row(outcome, id, Json.text(payout, "state"));
    }
}
