package io.sluice.channels.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.core.channel.ChannelOutcome.Absent;
import io.sluice.core.channel.ChannelOutcome.Approved;
import io.sluice.core.channel.ChannelOutcome.Closed;
import io.sluice.core.channel.ChannelOutcome.Declined;
import io.sluice.core.channel.ChannelOutcome.Pending;
import io.sluice.core.channel.PayOrder;
import io.sluice.core.money.Money;
import org.junit.jupiter.api.Test;

/** Queries and closes: what the simulator says of an order in each of its states. */
class InquiryTest {

    private final Shop shop = new Shop();

    @Test
    void unpaidOrderIsPending() {
        PayOrder order = shop.order("never");
        shop.pay(order);

        assertThat(shop.inquire(order)).isEqualTo(new Pending(null, null));
    }

    @Test
    void paidOrderIsApprovedWithAmountAndTransaction() {
        PayOrder order = shop.order("silent");
        shop.pay(order);

        Approved approved = shop.inquireUntil(Approved.class, order);
        assertThat(approved.paid()).isEqualTo(Money.of(1500, "CNY"));
        assertThat(approved.channelReference()).startsWith("4200");
    }

    @Test
    void unknownOrderIsAbsent() {
        assertThat(shop.inquire(shop.order("never"))).isEqualTo(new Absent("ORDER_NOT_EXIST"));
        assertThat(shop.close(shop.order("never"))).isEqualTo(new Absent("ORDER_NOT_EXIST"));
    }

    @Test
    void closedOrderIsClosedForGood() {
        PayOrder order = shop.order("never");
        shop.pay(order);

        assertThat(shop.close(order)).isInstanceOf(Closed.class);
        assertThat(shop.close(order)).isInstanceOf(Closed.class);
        assertThat(shop.inquire(order)).isInstanceOf(Closed.class);
        assertThat(Simulator.control("/orders/" + order.number() + "/pay", "{}"))
                .contains("ORDER_CLOSED");
    }

    @Test
    void closingAPaidOrderTellsThatItWasPaid() {
        PayOrder order = shop.order("approved");
        shop.pay(order);
        Approved approved = shop.inquireUntil(Approved.class, order);

        assertThat(shop.close(order)).isEqualTo(approved);
    }

    /** The bank's refusal alone is no end: the simulator's payer could still pay by hand until the order is closed. */
    @Test
    void bankRefusalIsFinalOnceTheOrderIsClosed() {
        PayOrder order = shop.order("declined");
        shop.pay(order);

        Declined declined = shop.inquireUntil(Declined.class, order);
        assertThat(declined.hard()).isFalse();
        assertThat(declined.code()).isEqualTo("PAYERROR");
        assertThat(Simulator.control("/orders/" + order.number() + "/pay", "{}"))
                .contains("ORDER_CLOSED");
    }

    @Test
    void payerWhoTriesAgainAfterARefusalHasPaid() {
        PayOrder order = shop.order("never");
        shop.pay(order);
        Simulator.control("/orders/" + order.number() + "/decline", "{}");
        Simulator.control("/orders/" + order.number() + "/pay", "{}");

        assertThat(shop.inquire(order)).isInstanceOf(Approved.class);
    }
}
