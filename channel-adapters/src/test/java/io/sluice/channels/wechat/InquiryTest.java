package io.sluice.channels.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.core.channel.ChannelOutcome.Approved;
import io.sluice.core.channel.ChannelOutcome.Closed;
import io.sluice.core.channel.ChannelOutcome.Declined;
import io.sluice.core.channel.PayOrder;
import org.junit.jupiter.api.Test;

/** Queries and closes: what the simulator says of an order in each of its states. */
class InquiryTest {

    private final Shop shop = new Shop();

    @Test
    void closedOrderIsClosedForGood() {
        PayOrder order = shop.order("never");
        shop.pay(order);

        assertThat(shop.close(order)).isInstanceOf(Closed.class);
        assertThat(shop.close(order)).isInstanceOf(Closed.class);
        assertThat(shop.inquire(order)).isInstanceOf(Closed.class);
        assertThat(Simulator.CONTROL
                        .post("/orders/" + order.number() + "/pay", "{}")
                        .toString())
                .contains("ORDER_CLOSED");
    }

    /** The bank's refusal alone is no end: the simulator's payer could still pay by hand until the order is closed. */
    @Test
    void bankRefusalIsFinalOnceTheOrderIsClosed() {
        PayOrder order = shop.order("declined");
        shop.pay(order);

        Declined declined = shop.inquireUntil(Declined.class, order);
        assertThat(declined.hard()).isFalse();
        assertThat(declined.code()).isEqualTo("PAYERROR");
        assertThat(Simulator.CONTROL
                        .post("/orders/" + order.number() + "/pay", "{}")
                        .toString())
                .contains("ORDER_CLOSED");
    }

    @Test
    void payerWhoTriesAgainAfterARefusalHasPaid() {
        PayOrder order = shop.order("never");
        shop.pay(order);
        Simulator.CONTROL.post("/orders/" + order.number() + "/decline", "{}");
        Simulator.CONTROL.post("/orders/" + order.number() + "/pay", "{}");

        assertThat(shop.inquire(order)).isInstanceOf(Approved.class);
    }
}
