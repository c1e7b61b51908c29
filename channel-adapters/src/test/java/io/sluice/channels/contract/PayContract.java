package io.sluice.channels.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.core.channel.ChannelOutcome.Absent;
import io.sluice.core.channel.ChannelOutcome.Approved;
import io.sluice.core.channel.ChannelOutcome.Closed;
import io.sluice.core.channel.ChannelOutcome.Pending;
import io.sluice.core.channel.PayOrder;
import org.junit.jupiter.api.Test;

/** Orders that wait for their payers, who pay, refuse, or forget: at channels that are asked about them and close them. */
public interface PayContract extends ChargeContract {

    @Test
    default void theOrderWaitsForItsPayer() {
        PayOrder order = shop().order("never");

        assertThat(shop().pay(order))
                .isInstanceOfSatisfying(
                        Pending.class,
                        pending -> assertThat(pending.nextAction()).isNotNull());
        assertThat(shop().inquire(shop().place(order))).isInstanceOf(Pending.class);
        assertThat(shop().simulator().charges(order.number())).isZero();
    }

    @Test
    default void whatWasPaidIsApprovedAsOftenAsOneAsks() {
        Placed placed = shop().place(shop().order("silent"));

        Approved approved = shop().inquireUntil(Approved.class, placed);
        assertThat(shop().inquire(placed)).isEqualTo(approved);
        assertThat(shop().simulator().charges(placed.order().number())).isEqualTo(1);
    }

    @Test
    default void anOrderThatNobodyKnowsIsAbsent() {
        assertThat(shop().inquire(new Placed(shop().order("never"), null))).isInstanceOf(Absent.class);
    }

    @Test
    default void aClosedOrderIsNeverCharged() {
        Placed placed = shop().place(shop().order("never"));

        assertThat(shop().close(placed)).isInstanceOf(Closed.class);
        assertThat(shop().close(placed)).isInstanceOf(Closed.class);
        assertThat(shop().simulator().charges(placed.order().number())).isZero();
    }

    @Test
    default void closingWhatWasPaidTellsThatItWasPaid() {
        Placed placed = shop().place(shop().order("approved"));
        Approved approved = shop().inquireUntil(Approved.class, placed);

        assertThat(shop().close(placed)).isEqualTo(approved);
    }
}
