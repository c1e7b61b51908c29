package io.sluice.channels.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.core.channel.TellsBalance.Balance.Known;
import io.sluice.core.channel.TellsBalance.Balance.Refused;
import io.sluice.core.money.Money;
import io.sluice.sandbox.simulators.bank.model.Cards;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** How much is on the merchant's own account. */
class BalanceTest {

    private static final Simulator SIMULATOR = new Simulator();

    @AfterAll
    static void close() {
        SIMULATOR.close();
    }

    @Test
    void isToldByTheMerchantsOwnCard() {
        var shop = new Shop(SIMULATOR, Map.of("own_card", Cards.UNIONPAY + "=3112"));
        assertThat(Shop.block(shop.channel.balance())).isEqualTo(new Known(Money.of(100_000, "CNY")));
    }

    @Test
    void isNotKnownWithoutOne() {
        assertThat(Shop.block(new Shop(SIMULATOR).channel.balance()))
                .isInstanceOfSatisfying(
                        Refused.class, no -> assertThat(no.message()).contains("own_card"));
    }

    @Test
    void anUnreadableCardIsRefusedWithoutItsNumber() {
        assertThatThrownBy(() -> new Shop(SIMULATOR, Map.of("own_card", "6200000000000006=3112")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("own_card")
                .hasMessageNotContaining("6200000000000006");
    }
}
