package io.sluice.channels.bank;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.core.channel.ChannelOutcome.Approved;
import io.sluice.core.channel.ChannelOutcome.Authorized;
import io.sluice.core.channel.ModificationOrder;
import io.sluice.core.channel.ModificationOutcome;
import io.sluice.core.channel.ModificationOutcome.Refused;
import io.sluice.core.channel.ModificationOutcome.Succeeded;
import io.sluice.core.channel.ModificationOutcome.Unknown;
import io.sluice.core.channel.PayOrder;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** Completions, voids and refunds. */
class ModificationTest {

    private static final Simulator SIMULATOR = new Simulator();

    private final Shop shop = new Shop(SIMULATOR);
    private final PayOrder order = Shop.order("approved");

    @AfterAll
    static void close() {
        SIMULATOR.close();
    }

    @Test
    void completedInPartAndOnce() {
        String hold = held();
        ModificationOrder capture = Shop.modification(order, hold, 900, null);
        assertThat(ask(shop.channel::capture, capture))
                .isInstanceOfSatisfying(
                        Succeeded.class, done -> assertThat(done.moved()).isEqualTo(capture.amount()));
        assertThat(SIMULATOR.booked("charges", capture.number())).isOne();
        assertThat(ask(shop.channel::capture, Shop.modification(order, hold, 600, null)))
                .isInstanceOf(Refused.class);
        assertThat(ask(shop.channel::voidAuthorization, Shop.modification(order, hold, 1500, null)))
                .isInstanceOf(Refused.class);
    }

    @Test
    void noMoreThanIsHeld() {
        assertThat(ask(shop.channel::capture, Shop.modification(order, held(), 1501, null)))
                .isInstanceOf(Refused.class);
    }

    @Test
    void aHoldIsVoidedAndAHoldThatIsGoneIsASuccess() {
        String hold = held();
        assertThat(ask(shop.channel::voidAuthorization, Shop.modification(order, hold, 1500, null)))
                .isInstanceOf(Succeeded.class);
        assertThat(ask(shop.channel::voidAuthorization, Shop.modification(order, hold, 1500, null)))
                .isInstanceOf(Succeeded.class);
        assertThat(ask(shop.channel::capture, Shop.modification(order, hold, 1500, null)))
                .isInstanceOf(Refused.class);
    }

    @Test
    void aVoidedCaptureLeavesTheMoneyHeld() {
        String hold = held();
        var capture = Shop.modification(order, hold, 1500, null);
        String captured = reference(ask(shop.channel::capture, capture));
        assertThat(ask(shop.channel::voidCapture, Shop.modification(order, captured, 1500, null)))
                .isInstanceOf(Succeeded.class);
        assertThat(SIMULATOR.booked("voids", capture.number())).isOne();
        assertThat(ask(shop.channel::capture, Shop.modification(order, hold, 700, null)))
                .isInstanceOf(Succeeded.class);
    }

    @Test
    void refundedInPartsAndNeverMore() {
        String charge = ((Approved) shop.pay(order)).channelReference();
        assertThat(ask(shop.channel::refund, Shop.modification(order, charge, 1000, null)))
                .isInstanceOf(Succeeded.class);
        assertThat(ask(shop.channel::refund, Shop.modification(order, charge, 501, null)))
                .isInstanceOf(Refused.class);
        assertThat(ask(shop.channel::refund, Shop.modification(order, charge, 500, null)))
                .isInstanceOf(Succeeded.class);
    }

    @Test
    void anUnknownRefundIsRepeatedAndDoneOnce() {
        String charge = ((Approved) shop.pay(order)).channelReference();
        ModificationOrder refund = Shop.modification(order, charge, 1000, "timeout-charged");
        assertThat(ask(shop.channel::refund, refund)).isInstanceOf(Unknown.class);
        assertThat(ask(shop.channel::inquireRefund, refund)).isInstanceOf(Succeeded.class);
        assertThat(SIMULATOR.booked("refunds", refund.number())).isOne();
    }

    @Test
    void anUnknownCaptureIsTakenBackAndTheMoneyStaysHeld() {
        String hold = held();
        ModificationOrder capture = Shop.modification(order, hold, 1500, "timeout-charged");
        assertThat(ask(shop.channel::capture, capture)).isInstanceOf(Unknown.class);
        assertThat(ask(shop.channel::inquireCapture, capture)).isInstanceOf(Refused.class);
        assertThat(ask(shop.channel::inquireCapture, capture)).isInstanceOf(Refused.class);
        assertThat(SIMULATOR.booked("charges", capture.number())).isZero();
        assertThat(ask(shop.channel::capture, Shop.modification(order, hold, 1500, null)))
                .isInstanceOf(Succeeded.class);
    }

    @Test
    void anUnknownVoidIsTakenBack() {
        String hold = held();
        ModificationOrder release = Shop.modification(order, hold, 1500, "timeout-charged");
        assertThat(ask(shop.channel::voidAuthorization, release)).isInstanceOf(Unknown.class);
        assertThat(ask(shop.channel::inquireVoid, release)).isInstanceOf(Refused.class);
        assertThat(ask(shop.channel::capture, Shop.modification(order, hold, 1500, null)))
                .isInstanceOf(Succeeded.class);
    }

    @Test
    void aPurchaseIsVoidedOnItsDayAndOnce() {
        String charge = ((Approved) shop.pay(order)).channelReference();
        ModificationOrder undo = Shop.modification(order, charge, 1500, null);
        assertThat(ask(shop.channel::voidCharge, undo)).isInstanceOf(Succeeded.class);
        assertThat(ask(shop.channel::voidCharge, undo)).isInstanceOf(Succeeded.class);
        assertThat(SIMULATOR.booked("voids", order.number())).isOne();
        assertThat(ask(shop.channel::voidCharge, Shop.modification(order, charge, 1500, null)))
                .isInstanceOf(Refused.class);
        assertThat(ask(shop.channel::refund, Shop.modification(order, charge, 1500, null)))
                .isInstanceOf(Refused.class);
    }

    @Test
    void noPurchaseIsVoidedOfWhichSomethingWentBack() {
        String charge = ((Approved) shop.pay(order)).channelReference();
        ask(shop.channel::refund, Shop.modification(order, charge, 500, null));
        assertThat(ask(shop.channel::voidCharge, Shop.modification(order, charge, 1500, null)))
                .isInstanceOf(Refused.class);
    }

    @Test
    void anUnknownVoidOfAPurchaseIsTakenBackAndThePurchaseStands() {
        String charge = ((Approved) shop.pay(order)).channelReference();
        ModificationOrder undo = Shop.modification(order, charge, 1500, "timeout-charged");
        assertThat(ask(shop.channel::voidCharge, undo)).isInstanceOf(Unknown.class);
        assertThat(ask(shop.channel::inquireVoidedCharge, undo)).isInstanceOf(Refused.class);
        assertThat(SIMULATOR.booked("voids", order.number())).isZero();
        assertThat(ask(shop.channel::refund, Shop.modification(order, charge, 1500, null)))
                .isInstanceOf(Succeeded.class);
    }

    /** A batch is a day in Beijing, which ends at 16:00 UTC. */
    @Test
    void aPurchaseCanBeVoidedUntilItsDayEndsInBeijing() {
        assertThat(shop.channel.chargeVoidableUntil(Instant.parse("2026-11-21T15:59:59.999Z")))
                .isEqualTo("2026-11-21T16:00:00Z");
        assertThat(shop.channel.chargeVoidableUntil(Instant.parse("2026-11-21T16:00:00Z")))
                .isEqualTo("2026-11-22T16:00:00Z");
    }

    private String held() {
        return ((Authorized) shop.authorize(order)).channelReference();
    }

    private static String reference(ModificationOutcome outcome) {
        return ((Succeeded) outcome).channelReference();
    }

    private static ModificationOutcome ask(
            Function<ModificationOrder, Mono<ModificationOutcome>> what, ModificationOrder order) {
        return Shop.block(what.apply(order)
                .timeout(Duration.ofMillis(500), Mono.just(new Unknown("deadline_passed", "no answer"))));
    }
}
