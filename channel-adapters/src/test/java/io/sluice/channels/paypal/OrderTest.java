package io.sluice.channels.paypal;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.channels.contract.Placed;
import io.sluice.core.channel.ChannelOutcome;
import io.sluice.core.channel.ChannelOutcome.Absent;
import io.sluice.core.channel.ChannelOutcome.Approved;
import io.sluice.core.channel.ChannelOutcome.Closed;
import io.sluice.core.channel.ChannelOutcome.Declined;
import io.sluice.core.channel.ChannelOutcome.NotSent;
import io.sluice.core.channel.ChannelOutcome.Pending;
import io.sluice.core.channel.ChannelOutcome.Unknown;
import io.sluice.core.channel.OutcomeCode;
import io.sluice.core.channel.PayOrder;
import io.sluice.core.money.Money;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Orders and their inquiries at the simulator, which moves money only when it is asked to capture. */
class OrderTest {

    private final Shop shop = new Shop();

    @Test
    void thePayerIsSentToPayPal() {
        var pending = (Pending) shop.pay(shop.order("never"));

        var action = Objects.requireNonNull(pending.nextAction());
        assertThat(action.type()).isEqualTo("redirect");
        assertThat(action.values().get("url")).contains("/checkoutnow?token=" + pending.channelReference());
    }

    @Test
    void anUnapprovedOrderIsPendingAndThenClosedByNeverBeingCaptured() {
        Placed placed = shop.place(shop.order("never"));

        assertThat(shop.inquire(placed)).isInstanceOf(Pending.class);
        assertThat(shop.close(placed)).isInstanceOf(Closed.class);
    }

    @Test
    void closingAnApprovedOrderTellsThatItIsPaid() {
        Placed placed = shop.place(shop.order("never"));
        Simulator.CONTROL.post("/orders/" + placed.order().number() + "/pay", "{}");

        assertThat(shop.close(placed)).isInstanceOf(Approved.class);
    }

    @Test
    void aRefusedCaptureIsDeclined() {
        Declined declined = shop.inquireUntil(Declined.class, shop.place(shop.order("declined")));

        assertThat(declined.hard()).isFalse();
        assertThat(declined.code()).isEqualTo("INSTRUMENT_DECLINED");
        assertThat(declined.meaning()).isEqualTo(OutcomeCode.DECLINED);
    }

    @Test
    void anOrderThatNobodyKnowsIsAbsent() {
        assertThat(shop.inquire(new Placed(shop.order("never"), null))).isEqualTo(new Absent("ORDER_ID_UNKNOWN"));
        assertThat(shop.inquire(new Placed(shop.order("never"), "5O190127TN364715T")))
                .isEqualTo(new Absent("INVALID_RESOURCE_ID"));
    }

    /** An order of another number or amount is not captured, whatever its payer has approved. */
    @Test
    void anotherOrdersIdMovesNothing() {
        Placed mine = shop.place(shop.order("never"));
        Placed other = shop.place(shop.order("never", Money.of(1600, "USD")));
        Simulator.CONTROL.post("/orders/" + other.order().number() + "/pay", "{}");

        assertMismatch(shop.inquire(new Placed(mine.order(), other.reference())));
        assertMismatch(shop.inquire(new Placed(
                new PayOrder(
                        other.order().number(),
                        Money.of(1600, "EUR"),
                        "paypal",
                        "",
                        null,
                        null,
                        other.order().expiresAt()),
                other.reference())));
        assertThat(Simulator.CONTROL.charges(other.order().number())).isZero();
    }

    @Test
    void anotherMerchantsAnswerIsAMismatch() {
        Shop stranger = new Shop(Map.of("merchant_id", "ANOTHERMERCHANT"));

        assertMismatch(stranger.pay(shop.order("never")));
    }

    private static void assertMismatch(ChannelOutcome outcome) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Unknown.class, it -> assertThat(it.code()).isEqualTo("answer_mismatch"));
    }

    @Test
    void whatPayPalDoesNotTakeIsNotSent() {
        assertThat(shop.pay(shop.order("never", Money.of(0, "USD"))))
                .isInstanceOfSatisfying(
                        NotSent.class, no -> assertThat(no.code()).isEqualTo("CANNOT_BE_ZERO_OR_NEGATIVE"));
        assertThat(shop.pay(shop.order("never", Money.of(150_001, "HUF"))))
                .isInstanceOfSatisfying(
                        NotSent.class, no -> assertThat(no.code()).isEqualTo("decimals_unsupported"));
    }

    @Test
    void aWrongSecretIsTheAccountsFault() {
        assertThat(new Shop(Map.of("client_secret", "wrong")).pay(shop.order("never")))
                .isInstanceOfSatisfying(
                        NotSent.class, no -> assertThat(no.meaning()).isEqualTo(OutcomeCode.ACCOUNT_MISCONFIGURED));
    }
}
