package io.sluice.channels.alipay;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.channels.contract.CallbackContract;
import io.sluice.channels.contract.FaultContract;
import io.sluice.channels.contract.PayContract;
import io.sluice.channels.contract.RefundContract;
import io.sluice.core.channel.ChannelOutcome.Declined;
import io.sluice.core.channel.OutcomeCode;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ContractTest implements PayContract, FaultContract, CallbackContract, RefundContract {
    private final Shop shop = new Shop();

    @Override
    public Shop shop() {
        return shop;
    }

    /** Only a code pay is refused for good: who scans a QR code may try again until its time is over. */
    @Override
    @Test
    public void aRefusalOfThePayersBankIsDeclinedSoftly() {
        var order = shop.order("alipay_code", "declined", Duration.ofHours(1));

        assertThat(shop.pay(order)).isInstanceOfSatisfying(Declined.class, declined -> {
            assertThat(declined.hard()).isFalse();
            assertThat(declined.meaning()).isEqualTo(OutcomeCode.INSUFFICIENT_FUNDS);
        });
        assertThat(shop.simulator().charges(order.number())).isZero();
    }
}
