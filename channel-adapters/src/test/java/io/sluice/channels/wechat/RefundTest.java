package io.sluice.channels.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.channels.fixture.Eventually;
import io.sluice.core.channel.CallbackReading;
import io.sluice.core.channel.ChannelOutcome.Approved;
import io.sluice.core.channel.ModificationOrder;
import io.sluice.core.channel.ModificationOutcome;
import io.sluice.core.channel.ModificationOutcome.Abnormal;
import io.sluice.core.channel.ModificationOutcome.Refused;
import io.sluice.core.channel.ModificationOutcome.Succeeded;
import io.sluice.core.channel.PayOrder;
import io.sluice.core.id.ModificationId;
import io.sluice.core.money.Money;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Refunds through the adapter, at the simulator that the official SDK refunds through. */
class RefundTest {

    private final Shop shop = new Shop();
    private final PayOrder paid = paid();

    @Test
    void whatTheChannelClosesOrCannotDeliverIsToldApart() {
        ModificationOrder closed = order(100, "closed");
        refund(closed);
        assertThat(inquireUntil(Refused.class, closed).code()).isEqualTo("CLOSED");
        assertThat(told(closed).outcome()).isInstanceOf(Refused.class);

        ModificationOrder abnormal = order(100, "abnormal");
        refund(abnormal);
        inquireUntil(Abnormal.class, abnormal);
        assertThat(told(abnormal).outcome()).isInstanceOf(Abnormal.class);

        assertThat(refund(order(100, "declined")))
                .isEqualTo(new Refused("NOT_ENOUGH", "The merchant's balance does not cover the refund"));
    }

    @Test
    void aRefundThatBouncesIsDeniedAfterItsSuccess() {
        ModificationOrder returned = order(100, "returned");
        refund(returned);
        inquireUntil(Succeeded.class, returned);
        inquireUntil(Refused.class, returned);
    }

    private PayOrder paid() {
        PayOrder order = shop.order("approved");
        shop.pay(order);
        shop.inquireUntil(Approved.class, order);
        return order;
    }

    private ModificationOrder order(long fen, String outcome) {
        return new ModificationOrder(
                ModificationId.next().channelNumber(),
                paid.number(),
                null,
                Money.of(fen, "CNY"),
                paid.amount(),
                true,
                "cold tea outcome=" + outcome);
    }

    private ModificationOutcome refund(ModificationOrder order) {
        return Objects.requireNonNull(shop.channel
                .refund(order)
                .timeout(Shop.DEADLINE)
                .onErrorReturn(unanswered())
                .block());
    }

    private static ModificationOutcome unanswered() {
        return new ModificationOutcome.Unknown("deadline_passed", "no answer");
    }

    private ModificationOutcome inquire(ModificationOrder order) {
        return Objects.requireNonNull(shop.channel.inquireRefund(order).block());
    }

    private <T extends ModificationOutcome> T inquireUntil(Class<T> kind, ModificationOrder order) {
        return kind.cast(Eventually.get(() -> inquire(order), kind::isInstance));
    }

    private CallbackReading.OfModification told(ModificationOrder order) {
        return Eventually.get(() -> letters(order), letters -> !letters.isEmpty())
                .getFirst();
    }

    private List<CallbackReading.OfModification> letters(ModificationOrder order) {
        return shop.callbacks(1).stream()
                .map(shop::read)
                .filter(CallbackReading.OfModification.class::isInstance)
                .map(CallbackReading.OfModification.class::cast)
                .filter(letter -> letter.number().equals(order.number()))
                .toList();
    }
}
