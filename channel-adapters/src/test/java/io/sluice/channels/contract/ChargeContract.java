package io.sluice.channels.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.core.channel.ChannelOutcome.Approved;
import io.sluice.core.channel.ChannelOutcome.Declined;
import io.sluice.core.channel.ChannelOutcome.NotSent;
import io.sluice.core.channel.ChannelProvider;
import io.sluice.core.channel.PayOrder;
import io.sluice.core.money.Money;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

/** Orders that come to their end at once or later, at channels that are asked about them or are not. */
public interface ChargeContract {

    /** One for each test. */
    Shop<?> shop();

    @Test
    default void theAdapterIsFoundByTheServiceLoader() {
        String channel = shop().channel.capabilities().channel();
        assertThat(ServiceLoader.load(ChannelProvider.class))
                .anySatisfy(provider -> assertThat(provider.channel()).isEqualTo(channel));
    }

    @Test
    default void aRepeatedOrderIsTheSameOrder() {
        PayOrder order = shop().order(shop().harmless());

        assertThat(shop().pay(order)).isEqualTo(shop().pay(order));
        assertThat(shop().simulator().charges(order.number())).isLessThanOrEqualTo(1);
    }

    @Test
    default void whatWasPaidIsApprovedAndChargedOnce() {
        PayOrder order = shop().order("approved");

        Approved approved = shop().end(Approved.class, order);
        assertThat(approved.paid()).isEqualTo(shop().price());
        assertThat(approved.channelReference()).isNotEmpty();
        assertThat(shop().simulator().charges(order.number())).isEqualTo(1);
    }

    @Test
    default void amountsAreExactAtTheirEdges() {
        for (Money amount : shop().edges()) {
            PayOrder order = shop().order("approved", amount);
            assertThat(shop().end(Approved.class, order).paid()).isEqualTo(amount);
        }
    }

    @Test
    default void aRefusalOfThePayersBankIsDeclinedSoftly() {
        PayOrder order = shop().order("declined");

        Declined declined = shop().end(Declined.class, order);
        assertThat(declined.hard()).isFalse();
        assertThat(declined.code()).isNotEmpty();
        assertThat(shop().simulator().charges(order.number())).isZero();
    }

    @Test
    default void aMethodOfAnotherChannelIsNotSent() {
        PayOrder order = shop().order(shop().harmless());
        var other = new PayOrder(order.number(), order.amount(), "barter", "tea", null, null, order.expiresAt());

        assertThat(shop().pay(other)).isInstanceOf(NotSent.class);
    }
}
