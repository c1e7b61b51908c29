package io.sluice.channels.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.channels.fixture.Eventually;
import io.sluice.core.channel.CallbackReading.OfModification;
import io.sluice.core.channel.ModificationOrder;
import io.sluice.core.channel.ModificationOutcome.Succeeded;
import org.junit.jupiter.api.Test;

/** Money that goes back through channels that call back about it. */
public interface RefundContract extends GivingBackContract {

    @Test
    default void aCallbackTellsOfTheRefundAndItsOrder() {
        Paid paid = paid();
        ModificationOrder refund = paid.refund(500, "success");
        Succeeded done = refundUntilDone(refund);

        OfModification told = told(refund);
        assertThat(told.outcome()).isEqualTo(done);
        assertThat(told.orderNumber()).isEqualTo(paid.order().number());
    }

    private OfModification told(ModificationOrder order) {
        return Eventually.get(
                        () -> shop().callbacks(1).stream()
                                .map(shop()::read)
                                .filter(OfModification.class::isInstance)
                                .map(OfModification.class::cast)
                                .filter(read -> read.number().equals(order.number()))
                                .toList(),
                        found -> !found.isEmpty())
                .getFirst();
    }
}
