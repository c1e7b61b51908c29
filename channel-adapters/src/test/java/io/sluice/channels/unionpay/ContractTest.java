package io.sluice.channels.unionpay;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.channels.contract.CallbackContract;
import io.sluice.channels.contract.FaultContract;
import io.sluice.channels.contract.PayContract;
import io.sluice.channels.contract.Placed;
import io.sluice.channels.contract.RefundContract;
import io.sluice.channels.fixture.Eventually;
import io.sluice.channels.fixture.Stranger;
import io.sluice.core.channel.ChannelOutcome.Absent;
import io.sluice.core.channel.ChannelOutcome.Approved;
import io.sluice.core.channel.ChannelOutcome.Closed;
import io.sluice.core.channel.ChannelOutcome.Pending;
import io.sluice.core.channel.ChannelOutcome.Unknown;
import io.sluice.core.channel.ModificationOrder;
import io.sluice.core.channel.ModificationOutcome.NotSent;
import io.sluice.core.channel.ModificationOutcome.Processing;
import io.sluice.core.channel.PayOrder;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What all channels promise. Where the contract speaks of orders that the gateway sends, UnionPay's come by the payer's browser: those rules
 * are told anew, for what the gateway does send.
 */
class ContractTest implements PayContract, FaultContract, CallbackContract, RefundContract {
    private final Shop shop = new Shop();

    @Override
    public Shop shop() {
        return shop;
    }

    /** The form is in the payer's hands until its time is over. */
    @Override
    @Test
    public void aClosedOrderIsNeverCharged() {
        PayOrder order = shop.order("timeout-not-charged");
        Placed placed = shop.place(order);

        assertThat(shop.close(placed)).isInstanceOf(Pending.class);
        shop.clock.advance(Duration.ofMinutes(62));
        assertThat(shop.close(placed)).isEqualTo(new Closed("PAY_TIMEOUT"));
        assertThat(shop.close(placed)).isEqualTo(new Closed("PAY_TIMEOUT"));
        assertThat(shop.simulator().charges(order.number())).isZero();
    }

    /** Whatever the payer's browser is answered, the order is there or it is not. */
    @Override
    @ParameterizedTest
    @ValueSource(strings = {"timeout-charged", "charged-late", "error-after", "garbage"})
    public void aLostAnswerIsUnknownUntilAnInquiryTells(String outcome) {
        Placed placed = shop.place(shop.order(outcome));

        if (outcome.equals("garbage")) {
            assertThat(shop.inquire(placed)).as("unreadable").isInstanceOf(Unknown.class);
            assertThat(shop.inquire(placed)).as("forged").isInstanceOf(Unknown.class);
        }
        shop.inquireUntil(Approved.class, placed);
        assertThat(shop.simulator().charges(placed.order().number())).isEqualTo(1);
    }

    @Override
    @Test
    public void anOrderThatWasLostIsUnknownAndThenAbsent() {
        Placed placed = shop.place(shop.order("timeout-not-charged"));

        assertThat(shop.inquire(placed)).isInstanceOf(Absent.class);
        assertThat(shop.simulator().charges(placed.order().number())).isZero();
    }

    @Override
    @ParameterizedTest
    @ValueSource(strings = {"drop_connection", "drop_after", "system_error_before", "system_error_after"})
    public void aBrokenCallIsUnknownAndItsRepetitionGetsThrough(String fault) {
        ModificationOrder refund = refund();
        shop.simulator().fault(fault, 1);

        assertThat(Shop.block(shop.channel.refund(refund)))
                .isInstanceOf(io.sluice.core.channel.ModificationOutcome.Unknown.class);
        assertThat(Shop.block(shop.channel.refund(refund)))
                .isInstanceOfAny(Processing.class, io.sluice.core.channel.ModificationOutcome.Succeeded.class);
        Eventually.get(
                () -> Shop.block(shop.channel.inquireRefund(refund)),
                io.sluice.core.channel.ModificationOutcome.Succeeded.class::isInstance);
    }

    @Override
    @Test
    public void anOrderRefusedForItsFrequencyWasNotSent() {
        ModificationOrder refund = refund();
        shop.simulator().fault("frequency_limited", 1);

        assertThat(Shop.block(shop.channel.refund(refund))).isInstanceOf(NotSent.class);
    }

    @Override
    @Test
    public void withoutAConnectionNothingIsSentAndNothingIsLearned() {
        Shop nowhere = shop.elsewhere("http://127.0.0.1:10");

        assertThat(Shop.block(nowhere.channel.refund(refund()))).isInstanceOf(NotSent.class);
        assertThat(nowhere.inquire(new Placed(shop.order("never"), null))).isInstanceOf(Unknown.class);
    }

    @Override
    @Test
    public void nobodyElsesAnswerIsBelieved() {
        try (var stranger = new Stranger("HTTP/1.1 200 OK\r\nContent-Length: 11\r\n\r\nrespCode=00")) {
            Shop deceived = shop.elsewhere(stranger.url());

            assertThat(Shop.block(deceived.channel.refund(refund())))
                    .isInstanceOf(io.sluice.core.channel.ModificationOutcome.Unknown.class);
            assertThat(deceived.inquire(new Placed(shop.order("never"), null))).isInstanceOf(Unknown.class);
        }
    }

    private ModificationOrder refund() {
        Placed placed = shop.place(shop.order("approved"));
        String reference = shop.inquireUntil(Approved.class, placed).channelReference();
        return Shop.modification(placed.order(), reference, 500, /* last= */ false, null);
    }
}
