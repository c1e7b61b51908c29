package io.sluice.channels.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.core.channel.ChannelOutcome.Absent;
import io.sluice.core.channel.ChannelOutcome.Approved;
import io.sluice.core.channel.ChannelOutcome.Closed;
import io.sluice.core.channel.ChannelOutcome.Declined;
import io.sluice.core.channel.ChannelOutcome.NotSent;
import io.sluice.core.channel.ChannelOutcome.Pending;
import io.sluice.core.channel.ChannelProvider;
import io.sluice.core.channel.PayOrder;
import io.sluice.core.money.Money;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

/** Orders that their payers pay, refuse, or forget. */
public interface PayContract {

    /** One for each test. */
    Shop<?> shop();

    @Test
    default void theAdapterIsFoundByTheServiceLoader() {
        String channel = shop().channel.capabilities().channel();
        assertThat(ServiceLoader.load(ChannelProvider.class))
                .anySatisfy(provider -> assertThat(provider.channel()).isEqualTo(channel));
    }

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
    default void aRepeatedOrderIsTheSameOrder() {
        PayOrder order = shop().order("never");

        assertThat(shop().pay(order)).isEqualTo(shop().pay(order));
    }

    @Test
    default void whatWasPaidIsApprovedAsOftenAsOneAsks() {
        Placed placed = shop().place(shop().order("silent"));

        Approved approved = shop().inquireUntil(Approved.class, placed);
        assertThat(approved.paid()).isEqualTo(shop().price());
        assertThat(approved.channelReference()).isNotEmpty();
        assertThat(shop().inquire(placed)).isEqualTo(approved);
        assertThat(shop().simulator().charges(placed.order().number())).isEqualTo(1);
    }

    @Test
    default void amountsAreExactAtTheirEdges() {
        for (Money amount : shop().edges()) {
            Placed placed = shop().place(shop().order("approved", amount));
            assertThat(shop().inquireUntil(Approved.class, placed).paid()).isEqualTo(amount);
        }
    }

    @Test
    default void aRefusalOfThePayersBankIsDeclinedSoftly() {
        Placed placed = shop().place(shop().order("declined"));

        Declined declined = shop().inquireUntil(Declined.class, placed);
        assertThat(declined.hard()).isFalse();
        assertThat(declined.code()).isNotEmpty();
        assertThat(shop().simulator().charges(placed.order().number())).isZero();
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

    @Test
    default void aMethodOfAnotherChannelIsNotSent() {
        PayOrder order = shop().order("never");
        var other = new PayOrder(order.number(), order.amount(), "barter", "tea", null, null, order.expiresAt());

        assertThat(shop().pay(other)).isInstanceOf(NotSent.class);
    }
}
