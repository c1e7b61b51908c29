package io.sluice.channels.unionpay;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.channels.fixture.Eventually;
import io.sluice.core.channel.CallbackReading.OfModification;
import io.sluice.core.channel.ModificationOrder;
import io.sluice.core.channel.ModificationOutcome;
import io.sluice.core.channel.ModificationOutcome.Refused;
import io.sluice.core.channel.ModificationOutcome.Succeeded;
import io.sluice.core.channel.PayOrder;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** Money that is held, completed once, let go of or taken back on its day. */
class ModificationTest {

    private final Shop shop = new Shop();
    private final UnionPayChannel channel = shop.channel;

    @Test
    void aHoldIsCompletedOnceAndTheRestIsNoMore() {
        PayOrder order = shop.order("approved");
        String held = shop.hold(order);
        assertThat(shop.simulator().charges(order.number())).isZero();

        ModificationOrder capture = Shop.modification(order, held, 900, /* last= */ true, null);
        Succeeded done = done(channel::capture, channel::inquireCapture, capture);

        assertThat(done.moved()).isEqualTo(capture.amount());
        assertThat(shop.simulator().charges(order.number())).isEqualTo(1);
        ModificationOrder second = Shop.modification(order, held, 100, /* last= */ true, null);
        assertThat(Shop.block(channel.capture(second))).isInstanceOf(Refused.class);
        ModificationOrder release = Shop.modification(order, held, 1500, /* last= */ true, null);
        assertThat(Shop.block(channel.voidAuthorization(release))).isInstanceOf(Refused.class);
    }

    @Test
    void aCompletionNeverExceedsItsHold() {
        PayOrder order = shop.order("approved");
        ModificationOrder capture = Shop.modification(order, shop.hold(order), 1501, /* last= */ true, null);

        assertThat(Shop.block(channel.capture(capture))).isInstanceOf(Refused.class);
    }

    @Test
    void aHoldIsLetGoOf() {
        PayOrder order = shop.order("approved");
        String held = shop.hold(order);

        done(channel::voidAuthorization, channel::inquireVoid, Shop.modification(order, held, 1500, true, null));
        assertThat(Shop.block(channel.capture(Shop.modification(order, held, 900, true, null))))
                .isInstanceOf(Refused.class);
    }

    @Test
    void aCompletionIsTakenBackOnItsDayAndAsAWhole() {
        PayOrder order = shop.order("approved");
        ModificationOrder capture = Shop.modification(order, shop.hold(order), 900, /* last= */ true, null);
        String captured =
                done(channel::capture, channel::inquireCapture, capture).channelReference();

        assertThat(Shop.block(channel.voidCapture(Shop.modification(order, captured, 100, true, null))))
                .isInstanceOf(Refused.class);
        done(channel::voidCapture, channel::inquireVoidedCapture, Shop.modification(order, captured, 900, true, null));
        assertThat(Shop.block(channel.refund(Shop.modification(order, captured, 100, false, null))))
                .isInstanceOf(Refused.class);
    }

    @Test
    void aConsumptionIsUndoneOnItsDayAndAsAWhole() {
        PayOrder order = shop.order("approved");
        String charge = shop.collect(order);

        assertThat(Shop.block(channel.voidCharge(Shop.modification(order, charge, 100, true, null))))
                .isInstanceOf(Refused.class);
        done(channel::voidCharge, channel::inquireVoidedCharge, Shop.modification(order, charge, 1500, true, null));
        assertThat(Shop.block(channel.refund(Shop.modification(order, charge, 100, false, null))))
                .isInstanceOf(Refused.class);
    }

    @Test
    void aCompletionIsRefundedAndItsNoticeNamesTheOrder() {
        PayOrder order = shop.order("approved");
        ModificationOrder capture = Shop.modification(order, shop.hold(order), 900, /* last= */ true, null);
        String captured =
                done(channel::capture, channel::inquireCapture, capture).channelReference();
        ModificationOrder refund = Shop.modification(order, captured, 400, false, null);
        Succeeded done = done(channel::refund, channel::inquireRefund, refund);

        OfModification told = Eventually.get(
                        () -> shop.callbacks(1).stream()
                                .map(shop::read)
                                .filter(OfModification.class::isInstance)
                                .map(OfModification.class::cast)
                                .filter(notice -> notice.number().equals(refund.number()))
                                .toList(),
                        found -> !found.isEmpty())
                .getFirst();
        assertThat(told.outcome()).isEqualTo(done);
        assertThat(told.orderNumber()).isEqualTo(order.number());
    }

    private static Succeeded done(
            Function<ModificationOrder, Mono<ModificationOutcome>> ask,
            Function<ModificationOrder, Mono<ModificationOutcome>> inquire,
            ModificationOrder order) {
        assertThat(Shop.block(ask.apply(order))).isInstanceOf(ModificationOutcome.Processing.class);
        return (Succeeded) Eventually.get(() -> Shop.block(inquire.apply(order)), Succeeded.class::isInstance);
    }
}
