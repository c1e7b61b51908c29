package io.sluice.channels.unionpay;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.channels.contract.CallbackContract;
import io.sluice.channels.contract.FaultContract;
import io.sluice.channels.contract.PayContract;
import io.sluice.channels.contract.Placed;
import io.sluice.channels.contract.RefundContract;
import io.sluice.channels.fixture.Eventually;
import io.sluice.core.channel.AgreementOutcome.Ended;
import io.sluice.core.channel.AgreementReference;
import io.sluice.core.channel.ChannelOutcome.Approved;
import io.sluice.core.channel.ChannelOutcome.Authorized;
import io.sluice.core.channel.ChannelOutcome.Closed;
import io.sluice.core.channel.ChannelOutcome.Declined;
import io.sluice.core.channel.ChannelOutcome.NotSent;
import io.sluice.core.channel.ChannelOutcome.Pending;
import io.sluice.core.channel.ModificationOutcome.Succeeded;
import io.sluice.core.channel.OutcomeCode;
import io.sluice.core.channel.PayOrder;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What all channels promise, of cards that are charged by agreement: there is no payer to wait for. */
class AgreedContractTest implements PayContract, FaultContract, CallbackContract, RefundContract {
    private final AgreedShop shop = new AgreedShop();

    @Override
    public Shop shop() {
        return shop;
    }

    /** Taken on, and nobody is asked to do anything. */
    @Override
    @Test
    public void theOrderWaitsForItsPayer() {
        PayOrder order = shop.order("never");

        assertThat(shop.pay(order)).isInstanceOfSatisfying(Pending.class, pending -> {
            assertThat(pending.nextAction()).isNull();
            assertThat(pending.channelReference()).isNotNull();
        });
        assertThat(shop.simulator().charges(order.number())).isZero();
    }

    /** What was sent may be charged until its time is over. */
    @Override
    @Test
    public void aClosedOrderIsNeverCharged() {
        Placed placed = shop.place(shop.order("timeout-not-charged"));

        assertThat(shop.close(placed)).isInstanceOf(Pending.class);
        shop.clock.advance(Duration.ofMinutes(62));
        assertThat(shop.close(placed)).isEqualTo(new Closed("PAY_TIMEOUT"));
        assertThat(shop.simulator().charges(placed.order().number())).isZero();
    }

    @Test
    void whatWasRevokedChargesNobody() {
        AgreementReference agreement = shop.agreement();
        PayOrder before = shop.order("approved");
        shop.place(before);
        assertThat(Shop.block(shop.channel.revoke(agreement))).isInstanceOf(Ended.class);

        assertThat(shop.pay(shop.order("approved"))).isInstanceOfSatisfying(Declined.class, declined -> {
            assertThat(declined.code()).isEqualTo("77");
            assertThat(declined.meaning()).isEqualTo(OutcomeCode.DECLINED_FOR_GOOD);
        });
        shop.end(Approved.class, before);
    }

    @Test
    void whoNamesNoAgreementSendsNothing() {
        PayOrder order = shop.order("approved");
        var without =
                new PayOrder(order.number(), order.amount(), order.method(), "tea", null, null, order.expiresAt());

        assertThat(shop.pay(without)).isInstanceOf(NotSent.class);
    }

    @Test
    void whatIsHeldIsLetGo() {
        PayOrder order = shop.order("approved");
        assertThat(Shop.block(shop.channel.authorize(order))).isInstanceOf(Pending.class);
        Authorized held = shop.inquireUntil(Authorized.class, new Placed(order, null));
        var letGo = Shop.modification(order, held.channelReference(), 1500, /* last= */ true, null);

        Shop.block(shop.channel.voidAuthorization(letGo));
        assertThat(Eventually.get(() -> Shop.block(shop.channel.inquireVoid(letGo)), Succeeded.class::isInstance))
                .isInstanceOf(Succeeded.class);
    }
}
